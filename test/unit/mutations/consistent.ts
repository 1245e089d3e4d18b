import { type Form, figureName } from "../../../server/src/forms/form.ts";
import type { Figures } from "../report/layouts.ts";

/** Whether numbers of 表三 and 表四 agree by 国办公开办函〔2021〕30号; told without the code under test. */
export function isConsistent(form: Form, value: (name: string) => number): boolean {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return form.tables.every(({ id, rows }) => {
    if (id === "表二") return true;
    const numbers = rows.map(({ key, columns }) =>
      columns.map((column) => value(figureName(id, key, column))),
    );
    if (numbers.some((row) => sum(row.slice(0, -1)) !== row.at(-1))) return false;
    if (id === "表四") return true;
    const at = (number: number): readonly number[] => numbers.at(number) ?? [];
    // From the top 一 and 二, from the bottom 四 and 三（七）, between them the outcomes.
    return at(0).every((_, column) => {
      const down = (row: readonly number[]): number => row[column] ?? Number.NaN;
      const outcomes = sum(numbers.slice(2, -2).map(down));
      return outcomes === down(at(-2)) && down(at(0)) + down(at(1)) === down(at(-2)) + down(at(-1));
    });
  });
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Figures of all three tables that agree: many zeros, some of one digit, some of two or three. */
export function richFigures(form: Form, seed: number): Figures {
  const random = randomNumbers(seed);
  const draw = (): number => {
    const kind = random();
    if (kind < 0.45) return 0;
    return Math.floor(1 + random() * (kind < 0.75 ? 9 : kind < 0.95 ? 90 : 400));
  };
  const figures: Record<string, number> = {};
  for (const { id, rows } of form.tables) {
    const put = (row: (typeof rows)[number], values: readonly number[]): void => {
      for (const [index, column] of row.columns.entries())
        figures[figureName(id, row.key, column)] = values[index] ?? 0;
    };
    if (id === "表二") for (const row of rows) put(row, row.columns.map(draw));
    else if (id === "表四") for (const row of rows) put(row, withTotal(row.columns.slice(1).map(draw)));
    else {
      const applicants = rows[0]?.columns.slice(1) ?? [];
      const outcomes = rows.slice(2, -2).map(() => applicants.map(draw));
      const done = applicants.map((_, i) => outcomes.reduce((sum, row) => sum + (row[i] ?? 0), 0));
      // What came in and was carried in equals what was done and is carried out.
      const out = applicants.map(draw);
      const carried = applicants.map((_, i) => Math.floor(random() * ((done[i] ?? 0) + (out[i] ?? 0) + 1)));
      const came = applicants.map((_, i) => (done[i] ?? 0) + (out[i] ?? 0) - (carried[i] ?? 0));
      for (const [index, row] of [came, carried, ...outcomes, done, out].entries()) {
        const form = rows[index];
        if (form !== undefined) put(form, withTotal(row));
      }
    }
  }
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)]));
}

function withTotal(values: readonly number[]): number[] {
  return [...values, values.reduce((a, b) => a + b, 0)];
}

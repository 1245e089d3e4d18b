import type { Decimal } from "../text/decimal.ts";
import type { FoundCell } from "./report.ts";

/** A reading of a row that has a figure too few or too many: which cell is in which column. */
interface Reading {
  readonly cells: readonly (FoundCell | undefined)[];
  /** Index of two found cells read as one number. */
  readonly joined?: number;
  /** Index of a found cell left out. */
  readonly dropped?: number;
  /** Departures from reading a row from the right, which is how most such rows are meant. */
  readonly cost: number;
}

export interface PlacedRow {
  readonly cells: readonly (FoundCell | undefined)[];
  /** For each column whether every reading that fits best agrees on it. */
  readonly certain: readonly boolean[];
  readonly joined?: number;
  /** Index of the one found cell without which the table adds up. */
  readonly dropped?: number;
}

/** How badly the columns of the table fit: columns that do not add up, then by how much. */
export interface Misfit {
  readonly columns: number;
  readonly amount: Decimal;
  /** Whether every column could be added up; where not, a good fit proves nothing. */
  readonly complete: boolean;
}

/** Rows by key, each with one value a column (null: unknown) → how badly the columns fit. */
export type FitTest = (values: ReadonlyMap<string, readonly (Decimal | null)[]>) => Misfit;

/** One slip in a table breaks its own column and the one it is taken for; more says the reading is wrong. */
const ONE_SLIP = 2;
/** Two neighbours exchanged in a table with a lost column break their own columns and the one that is lost. */
const ONE_EXCHANGE = 3;
/** So many short rows are short for one reason: a column lost in copying. */
const SYSTEMATIC = 3;

/**
 * Gives the figures of each row their columns. Complete rows are plain. A row with one figure too few or
 * too many can be read in several ways; the way that leaves the columns of the table fitting best wins, and
 * where several do, only what they agree on is certain.
 */
export function placeColumns(
  rows: ReadonlyMap<string, readonly FoundCell[]>,
  width: number,
  misfitOf: FitTest,
): ReadonlyMap<string, PlacedRow> {
  const chosen = new Map<string, readonly (FoundCell | undefined)[]>();
  const placed = new Map<string, PlacedRow>();
  const short: string[] = [];
  const long: string[] = [];
  for (const [key, found] of rows) {
    const fallback = fromRight(found, width);
    chosen.set(key, fallback);
    placed.set(key, { cells: fallback, certain: fallback.map(() => found.length === width) });
    if (found.length === width - 1) short.push(key);
    if (found.length === width + 1) long.push(key);
  }
  const settle = (
    keys: readonly string[],
    readings: (found: readonly FoundCell[]) => readonly Reading[],
  ): void => {
    const options = keys.map((key) => readings(rows.get(key) ?? []));
    const scored = (options[0] ?? []).map((_, index) => {
      const trial = new Map(chosen);
      for (const [i, key] of keys.entries()) trial.set(key, options[i]?.[index]?.cells ?? []);
      const { columns, amount, complete } = misfitOf(valuesOf(trial));
      const cost = options[0]?.[index]?.cost ?? 0;
      return { index, columns: columns + cost, cost, amount, complete };
    });
    const best = scored.reduce((a, b) =>
      b.columns < a.columns || (b.columns === a.columns && b.amount < a.amount) ? b : a,
    );
    const equal = scored.filter(({ columns, amount }) => columns === best.columns && amount === best.amount);
    const fits = scored.filter(({ columns, cost, amount }) => columns === cost && amount === 0n);
    for (const [i, key] of keys.entries()) {
      const readingsOfRow = equal
        .map(({ index }) => options[i]?.[index])
        .filter((reading) => reading !== undefined);
      // Of several a middle column is taken as the one that is gone: the first and the total are seldom lost.
      const first =
        readingsOfRow.find(({ cells }) => cells[0] !== undefined && cells.at(-1) !== undefined) ??
        readingsOfRow[0];
      if (first === undefined) continue;
      const sure = best.complete && best.columns <= (keys.length < SYSTEMATIC ? ONE_SLIP : ONE_EXCHANGE);
      chosen.set(key, first.cells);
      placed.set(key, {
        cells: first.cells,
        certain: first.cells.map(
          (cell, column) => sure && readingsOfRow.every(({ cells }) => cells[column] === cell),
        ),
        ...(first.joined === undefined ? {} : { joined: first.joined }),
        ...(first.dropped === undefined || fits.length > 1 || best.amount !== 0n
          ? {}
          : { dropped: first.dropped }),
      });
    }
  };
  if (short.length >= SYSTEMATIC) settle(short, withOneMissing);
  else for (const key of short) settle([key], withOneMissing);
  for (const key of long) settle([key], withOneTooMany);
  return placed;
}

function fromRight(found: readonly FoundCell[], width: number): (FoundCell | undefined)[] {
  const cells = found.slice(-width);
  return [...Array.from({ length: width - cells.length }, () => undefined), ...cells];
}

function withOneMissing(found: readonly FoundCell[]): Reading[] {
  return Array.from({ length: found.length + 1 }, (_, gap) => ({
    cells: [...found.slice(0, gap), undefined, ...found.slice(gap)],
    cost: 0,
  }));
}

function withOneTooMany(found: readonly FoundCell[]): Reading[] {
  const readings: Reading[] = [];
  for (let extra = 0; extra < found.length; extra++) {
    readings.push({
      cells: found.filter((_, index) => index !== extra),
      dropped: extra,
      cost: extra === 0 ? 0 : 1,
    });
    const joined = join(found[extra], found[extra + 1]);
    if (joined === undefined) continue;
    readings.push({
      cells: [...found.slice(0, extra), joined, ...found.slice(extra + 2)],
      joined: extra,
      cost: 1,
    });
  }
  return readings;
}

/** 2 and 1 as 21. Only whole numbers whose first part could begin a number. */
function join(first: FoundCell | undefined, second: FoundCell | undefined): FoundCell | undefined {
  if (first?.value == null || second?.value == null || first.value <= 0n) return undefined;
  if (!/^\p{Nd}+$/u.test(first.text) || !/^\p{Nd}+$/u.test(second.text)) return undefined;
  const scale = 10n ** BigInt(second.text.length);
  const { block, start } = first.place;
  return {
    kind: "number",
    text: first.text + second.text,
    place: block === second.place.block ? { block, start, end: second.place.end } : first.place,
    value: first.value * scale + second.value,
  };
}

function valuesOf(
  rows: ReadonlyMap<string, readonly (FoundCell | undefined)[]>,
): ReadonlyMap<string, readonly (Decimal | null)[]> {
  return new Map([...rows].map(([key, cells]) => [key, implied(cells)]));
}

/** Values of a row, with the one that is missing as what the row's total makes it. */
function implied(cells: readonly (FoundCell | undefined)[]): (Decimal | null)[] {
  const values = cells.map((cell) => (cell === undefined ? null : cell.kind === "blank" ? 0n : cell.value));
  const gap = cells.indexOf(undefined);
  if (
    gap < 0 ||
    cells.lastIndexOf(undefined) !== gap ||
    values.some((value, i) => value === null && i !== gap)
  ) {
    return values;
  }
  const last = values.length - 1;
  const parts = values.slice(0, last).reduce<Decimal>((sum, value) => sum + (value ?? 0n), 0n);
  values[gap] = gap === last ? parts : (values[last] ?? 0n) - parts;
  return values;
}

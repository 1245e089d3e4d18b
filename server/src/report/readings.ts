import type { Decimal } from "../text/decimal.ts";
import type { FoundCell } from "./report.ts";

/** A reading of a row that has a figure too few or too many: which cell is in which column. */
export interface Reading {
  readonly cells: readonly (FoundCell | undefined)[];
  /** What the cells say, blanks as 0; the one that is missing as what the row's total makes it. */
  readonly values: readonly (Decimal | null)[];
  /** Index of two found cells read as one number. */
  readonly joined?: number;
  /** Index of a found cell left out. */
  readonly dropped?: number;
  /** Departures from reading a row from the right, which is how most such rows are meant. */
  readonly cost: number;
}

/** Every way to read the cells of a row; one only where they are as many as wanted, or too many or few to tell. */
export function readingsOf(found: readonly FoundCell[], width: number): readonly Reading[] {
  if (found.length === width - 1) return withOneMissing(found);
  if (found.length === width + 1) return withOneTooMany(found);
  return [reading(fromRight(found, width))];
}

function reading(cells: Reading["cells"], more: Partial<Reading> = {}): Reading {
  return { cells, values: implied(cells), cost: 0, ...more };
}

/** The cells of a row that has too few or too many, counted from the right. */
export function fromRight(found: readonly FoundCell[], width: number): (FoundCell | undefined)[] {
  const cells = found.slice(-width);
  return [...Array.from({ length: width - cells.length }, () => undefined), ...cells];
}

function withOneMissing(found: readonly FoundCell[]): Reading[] {
  return Array.from({ length: found.length + 1 }, (_, gap) =>
    reading([...found.slice(0, gap), undefined, ...found.slice(gap)]),
  );
}

function withOneTooMany(found: readonly FoundCell[]): Reading[] {
  const readings: Reading[] = [];
  for (let extra = 0; extra < found.length; extra++) {
    const others = found.filter((_, index) => index !== extra);
    readings.push(reading(others, { dropped: extra, cost: extra === 0 ? 0 : 1 }));
    const joined = join(found[extra], found[extra + 1]);
    if (joined === undefined) continue;
    const cells = [...found.slice(0, extra), joined, ...found.slice(extra + 2)];
    readings.push(reading(cells, { joined: extra, cost: 1 }));
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

function implied(cells: readonly (FoundCell | undefined)[]): (Decimal | null)[] {
  const values = cells.map((cell) => (cell === undefined ? null : cell.kind === "blank" ? 0n : cell.value));
  const gap = cells.indexOf(undefined);
  const isOpen = values.some((value, index) => value === null && index !== gap);
  if (gap < 0 || isOpen) return values;
  const last = values.length - 1;
  const parts = values.slice(0, last).reduce<Decimal>((sum, value) => sum + (value ?? 0n), 0n);
  values[gap] = gap === last ? parts : (values[last] ?? 0n) - parts;
  return values;
}

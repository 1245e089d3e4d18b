import type { Decimal } from "../../text/decimal.ts";
import { parseDecimal } from "../../text/decimal.ts";
import type { PlainValue } from "./plain-table.ts";

/** A total and every way in which it may be meant. */
export interface Candidate {
  /** down: a total row adds up a column. across: a total column adds up a row. */
  readonly direction: "down" | "across";
  /** The column or row that is added up, by a name of its own. */
  readonly line: string;
  /** Label of the total, and of the column or row that is added up. */
  readonly label: string;
  readonly subject: string;
  readonly total: PlainValue;
  /** The plainest first; in the same order for all totals of a series. */
  readonly readings: readonly (readonly PlainValue[])[];
  /** Readings that nobody would think of first, after which a total is not wrong either. */
  readonly excuses: readonly (readonly PlainValue[])[];
  /** What rounding of the printed values may come to; 0 for whole numbers. */
  readonly tolerance: Decimal;
}

/** A total in the reading that is most likely meant, and whether it is right. */
export interface PromisedSum
  extends Pick<Candidate, "direction" | "line" | "label" | "subject" | "total" | "tolerance"> {
  readonly parts: readonly PlainValue[];
  readonly holds: boolean;
  /** Whether it is wrong only where another sum of the table tells the same of a figure. */
  readonly isUnsure?: boolean;
}

/** How far a series of totals that are meant alike is borne out by those of them that are right. */
export interface Series {
  readonly sums: readonly PromisedSum[];
  readonly failing: number;
  /** How many of them are right, and not for being nothing but 0. */
  readonly proofs: number;
}

/** Totals that are meant alike: the reading that fits most of them is the one for those that are wrong. */
export function seriesOf(candidates: readonly Candidate[]): Series {
  const fitting = candidates.map((one) => one.readings.map((parts) => fits(one, parts)));
  const count = (index: number): number =>
    candidates.filter((one, at) => fitting[at]?.[index] === true && isTelling(one)).length;
  const most = Math.max(0, ...candidates.map(({ readings }) => readings.length));
  const counts = [...Array(most).keys()].map(count);
  const best = counts.indexOf(Math.max(...counts));
  const sums = candidates.flatMap((one, at): PromisedSum[] => {
    const { readings, excuses, ...rest } = one;
    const found = fitting[at]?.[best] === true ? best : (fitting[at]?.indexOf(true) ?? -1);
    const holds = found >= 0;
    if (!holds && excuses.some((parts) => fits(one, parts))) return [];
    return [{ ...rest, parts: readings[holds ? found : best] ?? readings[0] ?? [], holds }];
  });
  const failing = sums.filter(({ holds }) => !holds).length;
  const proofs = sums.filter((sum) => sum.holds && isTelling({ ...sum, readings: [sum.parts] })).length;
  return { sums, failing, proofs };
}

/** Whether all readings come to the same, so that a total is wrong in each of them. */
export function isPlain({ readings }: Candidate): boolean {
  return new Set(readings.map(added)).size === 1;
}

/** Whether there is more to it than 0. */
export function isTelling({ total, readings }: Pick<Candidate, "total" | "readings">): boolean {
  return total.value !== 0n || (readings[0] ?? []).some(({ value }) => value !== null && value !== 0n);
}

/** Sum of a reading, blanks as 0. */
export function added(values: readonly PlainValue[]): Decimal {
  return values.reduce<Decimal>((sum, { value }) => sum + (value ?? 0n), 0n);
}

export function fits(
  { total, tolerance }: Pick<Candidate, "total" | "tolerance">,
  parts: readonly PlainValue[],
): boolean {
  const difference = added(parts) - (total.value ?? 0n);
  return (difference < 0n ? -difference : difference) <= tolerance;
}

/** Values in these units are printed rounded even where they are whole. */
export const ROUNDED_UNIT = /[万亿]/;

/**
 * A total with its readings as far as its cells support it: all of them there, in one unit, and the first reading of so
 * many numbers.
 */
export function candidateOf(
  {
    total,
    ...labels
  }: Pick<Candidate, "direction" | "line" | "label" | "subject"> & {
    readonly total: PlainValue | undefined;
  },
  readings: readonly (readonly (PlainValue | undefined)[])[],
  excuses: readonly (readonly (PlainValue | undefined)[])[],
  isRounded: boolean,
  least = 2,
): Candidate | undefined {
  if (total?.value == null) return undefined;
  const isWhole = (values: readonly (PlainValue | undefined)[]): values is readonly PlainValue[] =>
    values.every((value) => value !== undefined);
  const [first] = readings;
  if (first === undefined || !readings.every(isWhole) || !excuses.every(isWhole)) return undefined;
  if (first.filter((value) => value?.value != null).length < least) return undefined;
  const all = [total, ...readings.flat()].filter(({ value }) => value !== null);
  if (new Set(all.map(({ unit }) => unit)).size > 1) return undefined;
  const most = Math.max(...readings.map(({ length }) => length));
  return { ...labels, total, readings, excuses, tolerance: roundingOf(all, most, isRounded) };
}

/** Half a unit in the last place for each part and the total. */
function roundingOf(values: readonly PlainValue[], parts: number, isRounded: boolean): Decimal {
  const places = values.map((value) => value.places).filter((count) => count > 0);
  if (places.length === 0 && !isRounded && !values.some(({ unit }) => ROUNDED_UNIT.test(unit))) return 0n;
  const last = places.length === 0 ? 0 : Math.min(...places, 7);
  const half = parseDecimal(`0.${"0".repeat(last)}5`) ?? 0n;
  return half * BigInt(parts + 1);
}

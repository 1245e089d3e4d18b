import {
  isAmount,
  isLeftOut,
  isPlainTotal,
  isSubtotal,
  isTotal,
  promisesSum,
  remarkOf,
} from "../../relations/label-words.ts";
import type { Decimal } from "../../text/decimal.ts";
import { parseDecimal } from "../../text/decimal.ts";
import type { PlainRow, PlainTable, PlainValue } from "./plain-table.ts";

/** A sum that the labels of a table promise, with every way in which it may be meant. */
export interface PromisedSum {
  /** down: a total row adds up a column. across: a total column adds up a row. */
  readonly direction: "down" | "across";
  /** Label of the total, and of the column or row that is added up. */
  readonly label: string;
  readonly subject: string;
  readonly total: PlainValue;
  /** The plainest reading first; each at least two numbers. */
  readonly readings: readonly (readonly PlainValue[])[];
  /** Whether there is only one reading. */
  readonly plain: boolean;
  /** What rounding of the printed values may come to; 0 for whole numbers. */
  readonly tolerance: Decimal;
}

const AMONG_THEM = /其中/;
/** What is left over at the end of a period: of many periods only the last is left over at the end of all. */
const LEFT_OVER = /结转|剩余|在办|未办|未结|待办|现有|现行/;
const PERIOD = /\d年|[\d一二三四五六七八九十]月|季度|半年|\d日/;
/** Values in these units are printed rounded even where they are whole. */
const ROUNDED_UNIT = /[万亿]/;

/** All sums that the total rows and total columns of a table promise. */
export function promisedSums(table: PlainTable): PromisedSum[] {
  return [...sumsDown(table), ...sumsAcross(table)];
}

function* sumsDown({ rows, columns, heads }: PlainTable): Generator<PromisedSum> {
  const totals = rows.filter(({ labels }) => labels.some(isTotal));
  const [totalRow] = totals;
  // A total in the middle adds up nobody knows what, and two totals add up different things.
  if (totalRow === undefined || totals.length > 1) return;
  if (totalRow !== rows[0] && totalRow !== rows.at(-1)) return;
  const parts = rows.filter((row) => row !== totalRow);
  const label = totalRow.labels.find(isTotal) ?? "";
  if (!isPlainTotal(label) || parts.some(({ labels }) => labels.some(isNoPart))) return;
  const groups = readingsOfRows(parts);
  const arePeriods = parts.every(({ labels }) => labels.some((text) => PERIOD.test(text)));
  for (const column of columns) {
    const head = (heads[column] ?? []).join("");
    if (!isAmount(head) || !promisesSum(head) || (arePeriods && LEFT_OVER.test(head))) continue;
    const sum = sumOf(
      totalRow.values[column],
      groups.map((group) => group.map(({ values }) => values[column])),
      ROUNDED_UNIT.test(head),
    );
    if (sum === undefined) continue;
    yield { ...sum, direction: "down", label, subject: heads[column]?.at(-1) ?? "" };
  }
}

/** Whether nobody knows what a total makes of the row or column: a rate, a part of the one before, …… for many. */
function isNoPart(label: string): boolean {
  return AMONG_THEM.test(label) || isLeftOut(label) || !promisesSum(label);
}

/** The details; the subtotals; or, where the labels are numbered in ranks, the rows of one rank. */
function readingsOfRows(rows: readonly PlainRow[]): PlainRow[][] {
  const details = rows.filter(({ labels }) => !labels.some(isSubtotal));
  const subtotals = rows.filter(({ labels }) => labels.some(isSubtotal));
  const ranks = new Map<number, PlainRow[]>();
  for (const row of details) {
    const rank = Math.max(0, ...row.labels.map(rankOf));
    ranks.set(rank, [...(ranks.get(rank) ?? []), row]);
  }
  const byRank = ranks.size > 1 ? [...ranks.values()] : [];
  return [details, subtotals, ...byRank].filter((group) => group.length > 0);
}

/** Rank of a label's number by GB/T 9704: 一、 1, （一） 2, 1. 3, （1） 4; 0 without a number. */
function rankOf(label: string): number {
  const text = label.trim();
  if (/^[一二三四五六七八九十]+、/.test(text)) return 1;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(text)) return 2;
  if (/^[0-9]+[.．、]/.test(text)) return 3;
  return /^[（(][0-9]+[）)]/.test(text) ? 4 : 0;
}

function* sumsAcross({ rows, columns, heads, groups }: PlainTable): Generator<PromisedSum> {
  if (heads.some((texts) => texts.some(isLeftOut))) return;
  const amounts = columns.filter((column) => isAmount((heads[column] ?? []).join("")));
  for (const total of amounts.filter((column) => isPlainTotal(heads[column]?.at(-1) ?? ""))) {
    const group = groups[total]?.[0];
    // Under a merged head a total adds up what is under that head; else everything.
    const parts = amounts.filter(
      (column) => column !== total && (group === undefined || groups[column]?.[0] === group),
    );
    const isEnd = parts.every((column) => column < total) || parts.every((column) => column > total);
    const headOf = (column: number): string => heads[column]?.at(-1) ?? "";
    const units = new Set(parts.map((column) => remarkOf(headOf(column))));
    const hasRival = parts.some((column) => isTotal(headOf(column)) && groups[column]?.[0] === group);
    if (!isEnd || units.size > 1 || hasRival) continue;
    if (parts.some((column) => (heads[column] ?? []).some(isNoPart))) continue;
    const subtotals = parts.filter((column) => isSubtotal(headOf(column)) || isTotal(headOf(column)));
    const details = parts.filter((column) => !subtotals.includes(column));
    const readings = [details, subtotals].filter((one) => one.length > 0);
    const isRounded = parts.some((column) => ROUNDED_UNIT.test((heads[column] ?? []).join("")));
    for (const row of rows) {
      if (!row.labels.every(promisesSum)) continue;
      const sum = sumOf(
        row.values[total],
        readings.map((columnsOf) => columnsOf.map((column) => row.values[column])),
        isRounded,
      );
      if (sum === undefined) continue;
      const subject = row.labels.filter((label) => label !== "").at(-1) ?? "";
      yield { ...sum, direction: "across", label: headOf(total), subject };
    }
  }
}

/** A sum as far as its cells support it: a total, at least two parts, one unit. */
function sumOf(
  total: PlainValue | undefined,
  groups: readonly (readonly (PlainValue | undefined)[])[],
  isRounded: boolean,
): Pick<PromisedSum, "total" | "readings" | "plain" | "tolerance"> | undefined {
  if (total?.value == null) return undefined;
  const readings = groups.map((group) => group.filter((value) => value !== undefined));
  const [first] = readings;
  if (
    first === undefined ||
    readings.some((reading, index) => reading.length < (groups[index]?.length ?? 0))
  ) {
    return undefined;
  }
  if (first.filter(({ value }) => value !== null).length < 2) return undefined;
  const all = [total, ...readings.flat()].filter(({ value }) => value !== null);
  if (new Set(all.map(({ unit }) => unit)).size > 1) return undefined;
  const most = Math.max(...readings.map(({ length }) => length));
  return { total, readings, plain: readings.length === 1, tolerance: roundingOf(all, most, isRounded) };
}

/** Half a unit in the last place for each part and the total. */
function roundingOf(values: readonly PlainValue[], parts: number, isRounded: boolean): Decimal {
  const places = values.map((value) => value.places).filter((count) => count > 0);
  if (places.length === 0 && !isRounded && !values.some(({ unit }) => ROUNDED_UNIT.test(unit))) return 0n;
  const last = places.length === 0 ? 0 : Math.min(...places, 7);
  const half = parseDecimal(`0.${"0".repeat(last)}5`) ?? 0n;
  return half * BigInt(parts + 1);
}

/** Sum of a reading, blanks as 0. */
export function added(values: readonly PlainValue[]): Decimal {
  return values.reduce<Decimal>((sum, { value }) => sum + (value ?? 0n), 0n);
}

/** Whether some reading of the sum fits. */
export function holds({ total, readings, tolerance }: PromisedSum): boolean {
  return readings.some((reading) => {
    const difference = added(reading) - (total.value ?? 0n);
    return (difference < 0n ? -difference : difference) <= tolerance;
  });
}

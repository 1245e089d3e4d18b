import { relationsOf } from "../reconcile/in-report.ts";
import type { Figure, Report, StatutoryTable } from "../report/report.ts";
import { type Decimal, isInteger } from "../text/decimal.ts";
import { accusedFigures, breaksNothing, newFailures } from "./statutory-figures.ts";

/** The blanks of one table, told apart by what they ask for. */
export interface Blanks {
  /** 0 can stand here: no relation that holds would fail. */
  readonly zeros: readonly Figure[];
  /** Part of a sum that fails already, and perhaps the reason for it. */
  readonly doubtful: readonly Figure[];
  /** Totals left blank over parts that are not all 0. */
  readonly totals: readonly Figure[];
  /** For every total its sum; undefined where one is not known, no count, or contradicts another relation. */
  readonly sums?: ReadonlyMap<string, Decimal>;
}

/** Each round leaves out at least one relation's total; nothing is won by more. */
const ROUNDS = 8;

/** Blanks that a relation's finding proposes to fill already are left to that finding. */
export function blanksOf(report: Report, { id, uncertain }: StatutoryTable): Blanks {
  const found: Figure[] = [];
  for (const figure of report.figures.values())
    if (figure.kind === "blank" && figure.table === id) found.push(figure);
  if (found.length === 0) return { zeros: [], doubtful: [], totals: [] };
  const accused = accusedFigures(report);
  const all = found.filter(({ name }) => !accused.corrected.has(name));
  const doubtful = all.filter(({ name }) => accused.doubtful.has(name));
  const blanks = all.filter(({ name }) => !accused.doubtful.has(name));
  if (blanks.length === 0) return { zeros: [], doubtful, totals: [] };
  const open = new Set<string>();
  const zerosOf = (): readonly Figure[] => blanks.filter(({ name }) => !open.has(name));
  const asZero = (): { name: string; value: Decimal }[] => zerosOf().map(({ name }) => ({ name, value: 0n }));
  for (let round = 0; round < ROUNDS; round++) {
    const failures = newFailures(report, id, asZero());
    if (failures.length === 0) break;
    for (const { relation } of failures) {
      const [total, ...more] = relation.right;
      const isBlankTotal = more.length === 0 && zerosOf().some(({ name }) => name === total);
      const names = isBlankTotal ? [total] : [...relation.left, ...relation.right];
      for (const name of names) {
        if (name !== undefined && blanks.some((blank) => blank.name === name)) open.add(name);
      }
    }
  }
  const totals = blanks.filter(({ name }) => open.has(name));
  const sums = sumsOf(report, open);
  const isSound =
    sums !== undefined &&
    // A row with a figure too few or too many is read by what the others add up to, which a sum would change.
    uncertain.size === 0 &&
    [...sums.values()].every((sum) => sum >= 0n && isInteger(sum)) &&
    breaksNothing(report, id, [...asZero(), ...[...sums].map(([name, value]) => ({ name, value }))]);
  return { zeros: zerosOf(), doubtful, totals, ...(isSound && { sums }) };
}

/** What each total's parts add up to, a blank part counting as 0 and a blank total as its own sum. */
function sumsOf(report: Report, totals: ReadonlySet<string>): ReadonlyMap<string, Decimal> | undefined {
  const sums = new Map<string, Decimal>();
  const relations = relationsOf(report).flatMap(({ form }) => form.relations);
  for (let before = -1; before < sums.size && sums.size < totals.size; ) {
    before = sums.size;
    for (const { left, right } of relations) {
      const [total, ...more] = right;
      if (total === undefined || more.length > 0 || !totals.has(total) || sums.has(total)) continue;
      const sum = added(report, left, totals, sums);
      if (sum !== undefined) sums.set(total, sum);
    }
  }
  return sums.size === totals.size ? sums : undefined;
}

function added(
  { figures }: Report,
  names: readonly string[],
  totals: ReadonlySet<string>,
  sums: ReadonlyMap<string, Decimal>,
): Decimal | undefined {
  let sum: Decimal = 0n;
  for (const name of names) {
    const figure = figures.get(name);
    if (figure === undefined || figure.kind === "invalid" || (totals.has(name) && !sums.has(name))) {
      return undefined;
    }
    sum += sums.get(name) ?? figure.value ?? 0n;
  }
  return sum;
}

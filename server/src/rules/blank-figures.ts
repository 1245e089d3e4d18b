import { relationsOf } from "../reconcile/in-report.ts";
import type { Figure, Report, StatutoryTable } from "../report/report.ts";
import type { Decimal } from "../text/decimal.ts";
import { breaksNothing, newFailures, suspectedFigures } from "./statutory-figures.ts";

/** The blanks of one table, told apart by what they ask for. */
export interface Blanks {
  /** 0 can stand here: no relation that holds would fail. */
  readonly zeros: readonly Figure[];
  /** Totals left blank over parts that are not all 0. */
  readonly totals: readonly Figure[];
  /** For every total its sum; undefined where one is not known, or the sums contradict another relation. */
  readonly sums?: ReadonlyMap<string, Decimal>;
}

/** Each round leaves out at least one relation's total; nothing is won by more. */
const ROUNDS = 8;

/** Blanks that a relation's finding proposes to fill already are left to that finding. */
export function blanksOf(report: Report, { id, rows }: StatutoryTable): Blanks {
  const taken = suspectedFigures(report);
  const blanks = rows
    .flatMap(({ figures }) => figures)
    .filter(({ kind, name }) => kind === "blank" && !taken.has(name));
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
    breaksNothing(report, id, [...asZero(), ...[...sums].map(([name, value]) => ({ name, value }))]);
  return { zeros: zerosOf(), totals, ...(isSound && { sums }) };
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

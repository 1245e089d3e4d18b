import type { TableForm } from "../forms/form.ts";
import { amountOf } from "../report/amount.ts";
import type { Figure, Report } from "../report/report.ts";
import type { Decimal } from "../text/decimal.ts";
import type { MoneyUnit } from "../text/money.ts";
import type { FigureDigest, MemberSum, ReportDigest } from "./other-reports.ts";
import { isSure } from "./sure-figures.ts";

/** A figure of a consolidated report that its members contradict; values in the unit of its column. */
export interface Difference {
  readonly figure: Figure;
  readonly table: TableForm;
  readonly sum: Decimal;
  /** The figure's own value; null for a blank. */
  readonly now: Decimal | null;
  /** The sum less the figure. */
  readonly off: Decimal;
  /** Not every member has a figure there: their sum is too much all the same. */
  readonly isPartial: boolean;
  /** Some member's figure is proven wrong by that member's own table. */
  readonly isDoubted: boolean;
  readonly unit: MoneyUnit | undefined;
  /** The unit that the figure is written in. */
  readonly writtenIn: MoneyUnit | undefined;
}

/** A member with its figure, not 0. */
export interface MemberFigure {
  readonly member: ReportDigest;
  readonly figure: FigureDigest;
  readonly value: Decimal;
}

export interface Differences {
  readonly all: readonly Difference[];
  /** Without the totals that differ by what their parts differ. */
  readonly own: readonly Difference[];
}

/** The differences of one table, in the order of the form. */
export function differencesOf(report: Report, table: TableForm, members: MemberSum): Differences {
  const differences = new Map<string, Difference>();
  for (const row of table.rows) {
    for (const column of row.columns) {
      const figure = report.figures.get(`${table.id}/${row.key}/${column}`);
      const difference = figure === undefined ? undefined : differenceOf(report, table, figure, members);
      if (difference !== undefined) differences.set(difference.figure.name, difference);
    }
  }
  const offOf = (name: string): Decimal => differences.get(name)?.off ?? 0n;
  const accountedFor = new Set<string>();
  for (const { left, right } of table.relations) {
    const [total, ...more] = right;
    if (total === undefined || more.length > 0 || offOf(total) === 0n) continue;
    const parts = left.reduce((sum, name) => sum + offOf(name), 0n);
    const isPartial = differences.get(total)?.isPartial === true;
    if (parts === offOf(total) || (isPartial && parts > 0n)) accountedFor.add(total);
  }
  const all = [...differences.values()];
  return { all, own: all.filter(({ figure }) => !accountedFor.has(figure.name)) };
}

function differenceOf(
  report: Report,
  table: TableForm,
  figure: Figure,
  members: MemberSum,
): Difference | undefined {
  if (figure.kind === "invalid" || !isSure(report, figure)) return undefined;
  const cell = members.sumOf(figure.name);
  if (cell === undefined) return undefined;
  const { sum, known, doubted = 0 } = cell;
  const { value: now, rounding, unit, writtenIn } = amountOf(report, figure);
  const isPartial = !members.isWhole || known < members.members.length;
  // A blank may be a figure not yet filled in, which says nothing against some of the members.
  if (now === null && (isPartial || figure.value !== null)) return undefined;
  // What is 0 is 0 in any unit; else a number of which nobody tells the unit is compared with its like alone.
  if (now !== null && now !== 0n && sum !== 0n && unit !== cell.unit) return undefined;
  const off = sum - (now ?? 0n);
  const tolerance = cell.rounding + rounding;
  if (off <= tolerance && (isPartial || -off <= tolerance)) return undefined;
  const isDoubted = doubted > 0;
  return { figure, table, sum, now, off, isPartial, isDoubted, unit: unit ?? cell.unit, writtenIn };
}

/** What the members have in one cell. */
export interface MemberFigures {
  /** The largest, the largest first; of equal ones in the order of the members. */
  readonly largest: readonly MemberFigure[];
  /** How many are not 0. */
  readonly count: number;
}

/** Goes through a thousand members without sorting them all: at most `most` are kept. */
export function figuresOf({ members }: MemberSum, name: string, most: number): MemberFigures {
  const largest: MemberFigure[] = [];
  let count = 0;
  for (const member of members) {
    const figure = member.figures.get(name);
    const value = figure?.value ?? 0n;
    if (figure === undefined || value === 0n) continue;
    count++;
    const last = largest[most - 1];
    if (last !== undefined && last.value >= value) continue;
    let at = Math.min(largest.length, most - 1);
    for (
      let before = largest[at - 1];
      before !== undefined && before.value < value;
      before = largest[at - 1]
    ) {
      largest[at] = before;
      at--;
    }
    largest[at] = { member, figure, value };
  }
  return { largest, count };
}

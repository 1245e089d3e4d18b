import type { TableForm } from "../forms/form.ts";
import type { Figure, Report } from "../report/report.ts";
import type { Decimal } from "../text/decimal.ts";
import { roundingOf } from "../text/rounding.ts";
import type { FigureDigest, MemberSum, ReportDigest } from "./other-reports.ts";
import { isSure } from "./sure-figures.ts";

/** A figure of a consolidated report that its members contradict. */
export interface Difference {
  readonly figure: Figure;
  readonly sum: Decimal;
  /** The sum less the figure. */
  readonly off: Decimal;
  /** Not every member has a figure there: their sum is too much all the same. */
  readonly isPartial: boolean;
}

/** A member with its figure, not 0. */
export interface MemberFigure {
  readonly member: ReportDigest;
  readonly figure: FigureDigest;
  readonly value: Decimal;
}

/** The differences of one table, in the order of the form; totals only where their parts do not account for them. */
export function differencesOf(report: Report, table: TableForm, members: MemberSum): readonly Difference[] {
  const differences = new Map<string, Difference>();
  for (const row of table.rows) {
    for (const column of row.columns) {
      const figure = report.figures.get(`${table.id}/${row.key}/${column}`);
      const difference = figure === undefined ? undefined : differenceOf(report, figure, members);
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
  return [...differences.values()].filter(({ figure }) => !accountedFor.has(figure.name));
}

function differenceOf(report: Report, figure: Figure, members: MemberSum): Difference | undefined {
  if (figure.kind === "invalid" || !isSure(report, figure)) return undefined;
  const cell = members.sumOf(figure.name);
  if (cell === undefined) return undefined;
  const { sum, known, rounding } = cell;
  const isPartial = !members.isWhole || known < members.members.length;
  // A blank may be a figure not yet filled in, which says nothing against some of the members.
  if (isPartial && figure.value === null) return undefined;
  const off = sum - (figure.value ?? 0n);
  const tolerance = rounding + roundingOf(figure.text);
  if (off <= tolerance && (isPartial || -off <= tolerance)) return undefined;
  return { figure, sum, off, isPartial };
}

/** What the members have in one cell. */
export interface MemberFigures {
  /** The largest, the largest first; of equal ones in the order of the members. */
  readonly largest: readonly MemberFigure[];
  /** How many are not 0. */
  readonly count: number;
  /** The members whose figure is a certain number, two of them at most: more than one explains nothing. */
  readonly alike: readonly ReportDigest[];
}

/** Goes through a thousand members without sorting them all: at most `most` are kept. */
export function figuresOf(
  { members }: MemberSum,
  name: string,
  wanted: Decimal,
  most: number,
): MemberFigures {
  const largest: MemberFigure[] = [];
  const alike: ReportDigest[] = [];
  let count = 0;
  for (const member of members) {
    const figure = member.figures.get(name);
    const value = figure?.value ?? 0n;
    if (figure === undefined || value === 0n) continue;
    count++;
    if (value === wanted && alike.length < 2) alike.push(member);
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
  return { largest, count, alike };
}

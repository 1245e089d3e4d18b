import type { Figure } from "../report/report.ts";
import type { FigureDigest, OtherReports, ReportDigest } from "../rules/other-reports.ts";
import { carriedInName, carriedOverName } from "../rules/previous-carry-over.ts";

/** A figure of another report that belongs to one of this report's. */
export interface Counterpart {
  readonly report: ReportDigest;
  readonly figure: FigureDigest;
}

/** The same cell of last year's report. */
export function lastYears({ name }: Figure, { previous }: OtherReports): Counterpart | undefined {
  return previous && counterpart(previous, name);
}

/** What last year's report carried over to a cell of row 二. */
export function carriedTo(figure: Figure, { previous }: OtherReports): Counterpart | undefined {
  const name = carriedOverName(figure);
  return previous === undefined || name === undefined ? undefined : counterpart(previous, name);
}

/** The same cell of each member's report. */
export function membersOf({ name }: Figure, { members }: OtherReports): readonly Counterpart[] {
  return (members?.members ?? []).flatMap((member) => counterpart(member, name) ?? []);
}

/** Where a figure of a report is compared in another: in its own cell and, of next year's, in that it is carried over to. */
export function comparedIn(
  figure: Figure,
  year: number | undefined,
  other: ReportDigest,
): readonly Counterpart[] {
  const isLater = year !== undefined && other.year !== undefined && other.year > year;
  const names = [isLater ? carriedInName(figure) : undefined, figure.name];
  return names.flatMap((name) => (name === undefined ? [] : (counterpart(other, name) ?? [])));
}

function counterpart(report: ReportDigest, name: string): Counterpart | undefined {
  const figure = report.figures.get(name);
  return figure && { report, figure };
}

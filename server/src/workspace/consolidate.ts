import { type NewReport, newReport, PROMPT } from "../features/new-report.ts";
import { figureNames } from "../forms/form.ts";
import { formForYear } from "../forms/index.ts";
import { nameOf, type ReportDigest } from "../rules/other-reports.ts";
import { formatDecimal } from "../text/decimal.ts";
import { createRunningSum } from "./member-sum.ts";

/** Why reports cannot be added up. */
export type Obstacle =
  | { readonly kind: "yearless"; readonly report: ReportDigest }
  | { readonly kind: "years"; readonly first: ReportDigest; readonly other: ReportDigest }
  | { readonly kind: "twice"; readonly first: ReportDigest; readonly other: ReportDigest };

/** A cell left blank, since the figures of these members are not known, or, of none, not in one unit. */
export interface OpenCell {
  readonly name: string;
  readonly members: readonly ReportDigest[];
}

export interface Consolidated {
  readonly text: string;
  readonly year: number;
  readonly open: readonly OpenCell[];
}

/** What keeps these reports from being added up: all must be for one year, and no member may count twice. */
export function obstacleTo(reports: readonly ReportDigest[]): Obstacle | undefined {
  const seen = new Map<string, ReportDigest>();
  const [first] = reports;
  for (const report of reports) {
    if (report.year === undefined) return { kind: "yearless", report };
    if (first !== undefined && first.year !== report.year) return { kind: "years", first, other: report };
    const before = report.agency === undefined ? undefined : seen.get(report.agency);
    if (before !== undefined) return { kind: "twice", first: before, other: report };
    if (report.agency !== undefined) seen.set(report.agency, report);
  }
  return undefined;
}

/**
 * A new report whose tables are the sums of members' tables, cell by cell; its words are left to the author, its
 * end names the members and where their reports are. `sourceOf` gives a path as a reader knows it.
 *
 * A cell stays blank where a member's figure is not known, or nobody can tell its unit: what sum there is would be a
 * wrong figure.
 */
export function consolidate(
  reports: readonly ReportDigest[],
  year: number,
  style: Pick<NewReport, "language" | "layout" | "lineBreak" | "ambiguousWidth">,
  sourceOf: (report: ReportDigest) => string,
): Consolidated {
  const running = createRunningSum();
  for (const report of reports) running.add(report);
  const sums = running.snapshot();
  const figures = new Map<string, string>();
  const open: OpenCell[] = [];
  for (const table of formForYear(year).tables) {
    for (const name of table.rows.flatMap((row) => figureNames(table.id, row))) {
      const cell = sums.get(name);
      if (cell?.known === reports.length) figures.set(name, formatDecimal(cell.sum) + (cell.unit ?? ""));
      else {
        const members = reports.filter(({ figures }) => (figures.get(name)?.value ?? null) === null);
        open.push({ name, members });
      }
    }
  }
  const { language, lineBreak } = style;
  const item = language === "markdown" ? "- " : "";
  const sources = [
    `本报告表二、表三、表四的数字由下列${reports.length}份${year}年度报告相应各格相加而成：`,
    ...reports.map((report) => `${item}${nameOf(report)}：${sourceOf(report)}`),
  ];
  const body = newReport({ ...style, agency: PROMPT, year, figures });
  const list = language === "markdown" ? [sources[0], "", ...sources.slice(1)] : sources;
  return { text: body + lineBreak + list.join(lineBreak) + lineBreak, year, open };
}

import type { ParsedDocument } from "../../report/parsed.ts";
import type { Report } from "../../report/report.ts";
import type { ReportJson } from "./json.ts";

/** What stands at the head of each file's JSON. */
export interface ReportsJson {
  readonly report: ReportJson | null;
  readonly reports?: readonly ReportJson[];
}

/** The reports among those of a document; a text that is none gives an empty list. */
export function reportsIn({ reports }: ParsedDocument): readonly Report[] {
  return reports.filter(({ isReport }) => isReport);
}

export function describeReports(reports: readonly Report[]): ReportsJson {
  const all = reports.map(describeReport);
  return { report: all[0] ?? null, ...(all.length > 1 ? { reports: all } : {}) };
}

/** `reportIndex` for what belongs to one of several reports; nothing where there is one. */
export function indexIn(reports: readonly Report[], report: Report | undefined): { reportIndex?: number } {
  return reports.length > 1 && report !== undefined ? { reportIndex: reports.indexOf(report) } : {};
}

function describeReport({ title, agency, year, form }: Report): ReportJson {
  return { title: title?.text ?? null, agency: agency ?? null, year: year ?? null, format: form.id };
}

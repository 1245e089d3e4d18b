import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
import type { Span } from "./statutory-data.ts";

/** The report that an offset belongs to: of a volume the last that begins before it, of any text at least the first. */
export function reportAt({ document, reports }: ParsedDocument, offset: number): Report | undefined {
  return reports.findLast(
    ({ blocks: [first] }, index) =>
      index === 0 || (first !== undefined && document.offsetOf(first) <= offset),
  );
}

/** All that is taken for a report's by `reportAt`: up to the next one; the whole text where none is given. */
export function spanOfReport({ document, reports }: ParsedDocument, report: Report | undefined): Span {
  const at = report === undefined ? -1 : reports.indexOf(report);
  const startOf = (one: Report | undefined): number | undefined =>
    one?.blocks[0] && document.offsetOf(one.blocks[0]);
  const start = at > 0 ? startOf(report) : 0;
  const end = at < 0 ? undefined : startOf(reports[at + 1]);
  return { start: start ?? 0, end: end ?? document.text.length };
}

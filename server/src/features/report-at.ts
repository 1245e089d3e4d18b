import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";

/** The report that an offset belongs to: of a volume the last that begins before it, of any text at least the first. */
export function reportAt({ document, reports }: ParsedDocument, offset: number): Report | undefined {
  return reports.findLast(
    ({ blocks: [first] }, index) =>
      index === 0 || (first !== undefined && document.offsetOf(first) <= offset),
  );
}

import { type Block, spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report, Section } from "../report/report.ts";
import { gridOf } from "../tables/grid-of.ts";
import { linesOf } from "../tables/read-lines.ts";
import { spanOfReport, spanOfSection } from "./outline.ts";
import { type Span, spanOfTable } from "./statutory-data.ts";
import { targetAt } from "./target.ts";

/**
 * What holds an offset, from the innermost outwards, each larger than the one before: figure → cell → row → table →
 * section → the sections around it → report → document; in prose line → paragraph → section …
 */
export function selectionRanges(parsed: ParsedDocument, offset: number): readonly Span[] {
  const report = parsed.reports.find((one) => holds(spanOfReport(one), offset));
  const spans = [
    ...(report === undefined
      ? []
      : [...spansInBlock(parsed, report, offset), ...spansAround(parsed, report, offset)]),
    { start: 0, end: parsed.document.text.length },
  ]
    .filter((span) => span.start < span.end && holds(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const growing: Span[] = [];
  for (const span of spans) {
    const inner = growing.at(-1);
    // What only overlaps the one before (a table that runs over its section's end) can hold it no better.
    if (inner === undefined || (contains(span, inner) && span.end - span.start > inner.end - inner.start))
      growing.push(span);
  }
  return growing;
}

/** Figure, cell, row or line, and block. */
function spansInBlock(parsed: ParsedDocument, { document, blocks }: Report, offset: number): Span[] {
  const block = blocks.find((one) => holds(spanOfBlock(document, one), offset));
  if (block === undefined) return [];
  const target = targetAt(parsed, offset);
  const rows = gridOf(block).rows.filter(({ place }) => holds(spanOf(document, place), offset));
  const places = [
    ...(target?.kind === "figure" ? [target.figure.place] : []),
    ...rows.flatMap(({ cells, place }) => [...cells.map((cell) => cell.place), place]),
    // What has no rows (a heading, a comment) has lines.
    ...(rows.length > 0 ? [] : linesOf(block.text).map((line) => ({ block, ...line }))),
  ];
  return [...places.map((place) => spanOf(document, place)), spanOfBlock(document, block)];
}

/** Tables, sections and, in a volume, the report. */
function spansAround({ reports }: ParsedDocument, report: Report, offset: number): Span[] {
  const spans = report.tables.map((table) => spanOfTable(report.document, table));
  const visit = (list: readonly Section[]): void => {
    for (const section of list) {
      const span = spanOfSection(report, section);
      if (!holds(span, offset)) continue;
      spans.push(span, spanOf(report.document, section.place));
      visit(section.children);
    }
  };
  visit(report.sections);
  // One report alone differs from the document by some white space only.
  return reports.length > 1 ? [...spans, spanOfReport(report)] : spans;
}

function spanOfBlock(document: ParsedDocument["document"], block: Block): Span {
  return spanOf(document, { block, start: 0, end: block.text.length });
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

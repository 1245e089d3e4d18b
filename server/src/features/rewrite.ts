import { type Block, isAsWritten, type SourceDocument, spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
import type { Grid } from "../tables/grid.ts";
import { gridOf } from "../tables/grid-of.ts";
import { isTabTable } from "../tables/write/format-tab.ts";
import { dataOfGrid } from "../tables/write/table-data.ts";
import { type WritableLayout, type WriteOptions, writeTable } from "../tables/write/write-table.ts";
import { lineBreakOf } from "../text/line-break.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { FormattingOptions } from "./formatting.ts";
import { dataOfStatutory, type Span, spanOfTable } from "./statutory-data.ts";

/**
 * Turns tables into another layout. A statutory table whose figures are all there takes its official shape; any
 * other is carried over cell by cell, or left alone where that would lose or invent something. With a range the
 * tables that it touches. Edits are in order and do not overlap.
 */
export function rewriteTables(
  { document, reports }: ParsedDocument,
  to: WritableLayout,
  { ambiguousWidth }: FormattingOptions,
  which?: Span,
): TextEdit[] {
  // Whoever reads a page of HTML runs the lines of any other table together.
  if (document.language === "html" && to !== "html") return [];
  const options = { lineBreak: lineBreakOf(document.text), ambiguousWidth };
  const isWanted = ({ start, end }: Span): boolean =>
    which === undefined || (start <= which.end && end >= which.start);
  const edits = reports
    .filter(({ isReport }) => isReport)
    .flatMap((report) => [
      ...statutoryEdits(report, to, options, isWanted),
      ...otherEdits(report, to, options, isWanted),
    ])
    .sort((a, b) => a.start - b.start);
  let last = -1;
  return edits.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

function* statutoryEdits(
  report: Report,
  to: WritableLayout,
  options: WriteOptions,
  isWanted: (span: Span) => boolean,
): Generator<TextEdit> {
  const { document } = report;
  for (const table of report.tables) {
    const span = spanOfTable(document, table);
    if (!isWanted(span)) continue;
    if (table.grids.every(({ layout }) => layout === to) && (table.grids.length === 1 || to === "flat"))
      continue;
    if (table.grids.some((grid) => isQuoted(document, grid))) continue;
    const data = dataOfStatutory(report, table, span);
    const text = data && writeTable(data, to, options);
    if (text !== undefined) yield standAlone(document, span, text, options.lineBreak);
    // With a figure missing it matters whether a row's last empty cell is one: layouts differ in that.
    else if (table.missing.length === 0)
      for (const grid of table.grids) yield* cellByCell(document, grid, to, options);
  }
}

function* otherEdits(
  { document, otherGrids }: Report,
  to: WritableLayout,
  options: WriteOptions,
  isWanted: (span: Span) => boolean,
): Generator<TextEdit> {
  for (const { grid, block } of otherGrids) {
    if (isWanted(spanOf(document, { block, start: 0, end: block.text.length })))
      yield* cellByCell(document, grid, to, options);
  }
}

/** A whole block's table as it stands. One cell a line or columns of spaces say too little about their rows. */
function* cellByCell(
  document: SourceDocument,
  grid: Grid,
  to: WritableLayout,
  options: WriteOptions,
): Generator<TextEdit> {
  const block = grid.rows[0]?.place.block;
  if (block === undefined || grid.layout === to || to === "flat" || !isTable(block, grid)) return;
  if (isQuoted(document, grid)) return;
  const start = document.offsetOf(block);
  // A tab before the block is an empty cell that the grid does not know of: its first row would shift.
  if (document.text.charAt(start - 1) === "\t") return;
  const text = writeTable(dataOfGrid(grid), to, options);
  if (text !== undefined) {
    yield standAlone(document, { start, end: start + block.text.length }, text, options.lineBreak);
  }
}

/** What is quoted stays so: a table written anew would stand outside of the quotation. */
function isQuoted(document: SourceDocument, { rows }: Grid): boolean {
  return rows.some(({ place }) => !isAsWritten(document, place.block));
}

function isTable(block: Block, grid: Grid): boolean {
  return gridOf(block) === grid && (block.kind === "html" || block.kind === "pipe" || isTabTable(grid));
}

/** The new table in place of the old, with blank lines around it, which markdown needs to tell it from prose. */
function standAlone({ text }: SourceDocument, span: Span, table: string, lineBreak: string): TextEdit {
  let { start, end } = span;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && /[ \t]/.test(text.charAt(end))) end++;
  return {
    start,
    end,
    newText: breaksBefore(text, start, lineBreak) + table + breaksAfter(text, end, lineBreak),
  };
}

function breaksBefore(text: string, start: number, lineBreak: string): string {
  const lines = text
    .slice(Math.max(0, start - LOOK), start)
    .replace(/^\ufeff/, "")
    .split(LINE_BREAK);
  return breaksAcross(lines.at(-1), lines.at(-2), lineBreak);
}

function breaksAfter(text: string, end: number, lineBreak: string): string {
  const lines = text.slice(end, end + LOOK).split(LINE_BREAK);
  return breaksAcross(lines[0], lines[1], lineBreak);
}

/** Line breaks to a blank line: `beside` stands on the table's own line, `beyond` on the next one out. */
function breaksAcross(beside: string | undefined, beyond: string | undefined, lineBreak: string): string {
  if (beside !== undefined && beside.trim() !== "") return lineBreak + lineBreak;
  return beyond === undefined || beyond.trim() === "" ? "" : lineBreak;
}

const LINE_BREAK = /\r\n|\r|\n/;
/** Characters looked at for a blank line; a longer run of blanks gets one more line break, which does no harm. */
const LOOK = 80;

import { type Block, isAsWritten, type SourceDocument } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { gridOf } from "../tables/grid-of.ts";
import type { BlockEdit } from "../tables/write/block-edit.ts";
import { formatHtml } from "../tables/write/format-html.ts";
import { formatPipe } from "../tables/write/format-pipe.ts";
import { formatTab } from "../tables/write/format-tab.ts";
import { lineBreakOf } from "../text/line-break.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { AmbiguousWidth } from "../text/width.ts";

export interface FormattingOptions {
  readonly ambiguousWidth: AmbiguousWidth;
}

/**
 * Sets the tables of a report: pipe tables aligned, tab tables rectangular, HTML tables indented. What a cell
 * says never changes, and the text outside of tables stays. With a range the tables that it touches, whole.
 * Edits are in order and do not overlap; none for a text that is no report.
 */
export function formatDocument(
  { document, reports }: ParsedDocument,
  options: FormattingOptions,
  range?: { readonly start: number; readonly end: number },
): TextEdit[] {
  const lineBreak = lineBreakOf(document.text);
  const edits: TextEdit[] = [];
  for (const { blocks, isReport } of reports) {
    if (!isReport) continue;
    for (const block of blocks) {
      const offset = document.offsetOf(block);
      // Rows that are quoted would lose their marks.
      if (!isAsWritten(document, block)) continue;
      if (range !== undefined && (offset > range.end || offset + block.text.length < range.start)) continue;
      for (const { start, end, newText } of formatBlock(document, block, offset, lineBreak, options)) {
        edits.push({ start: offset + start, end: offset + end, newText });
      }
    }
  }
  return edits;
}

function formatBlock(
  document: SourceDocument,
  block: Block,
  offset: number,
  lineBreak: string,
  { ambiguousWidth }: FormattingOptions,
): BlockEdit[] {
  const grid = gridOf(block);
  if (block.kind === "pipe") return grid.layout === "pipe" ? formatPipe(block, grid, ambiguousWidth) : [];
  if (block.kind === "html") return formatHtml(block, lineBreak, indentationBefore(document.text, offset));
  return block.kind === "lines" ? formatTab(grid) : [];
}

/** White space between the start of a line and an offset; "" where something else stands there. */
function indentationBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return start === 0 || /[\r\n\ufeff]/.test(text.charAt(start - 1)) ? text.slice(start, offset) : "";
}

import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { type OutlineNode, outlineTree } from "./outline.ts";
import type { Span } from "./statutory-data.ts";

/** Offsets: the line of `start` stays in sight. */
export interface Folding extends Span {
  /** region: a table, so that an editor's "fold all regions" leaves the prose. */
  readonly kind?: "region" | "comment";
}

/**
 * What can be folded: reports, sections, tables and comments of more than one line. In markdown too, although
 * editors fold there by #: they drop what folds from the same line twice, and by # alone neither numbered lines
 * nor tables with tabs fold, and 三、 swallows 四、 where ranks jump. A text that is no report is left to them.
 */
export function foldingRanges(parsed: ParsedDocument): readonly Folding[] {
  const { document, lines, reports } = parsed;
  if (document.language !== "plaintext" && !reports.some(({ isReport }) => isReport)) return [];
  const comments = document.blocks
    .filter(({ kind }) => kind === "comment")
    .map(
      (block): Folding => ({
        ...spanOf(document, { block, start: 0, end: block.text.length }),
        kind: "comment",
      }),
    );
  return [...outlineTree(parsed).flatMap(foldingsOf), ...comments]
    .filter(({ start, end }) => lines.positionAt(start).line < lines.positionAt(end).line)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function foldingsOf({ kind, range, selectionRange, children }: OutlineNode): Folding[] {
  const own: Folding = {
    // The lines above a report's title (a cover, a document number) are no part of what folds below it.
    start: Math.min(selectionRange.start, children[0]?.range.start ?? range.end),
    end: range.end,
    ...(kind === "table" && { kind: "region" as const }),
  };
  return [own, ...children.flatMap(foldingsOf)];
}

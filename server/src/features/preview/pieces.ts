import { type Place, spanOf } from "../../document/block.ts";
import { proseLinesOf } from "../../report/prose-lines.ts";
import type { Report, Section, StatutoryTable } from "../../report/report.ts";
import { headingsOf } from "../../rules/support.ts";
import { cleanInline } from "../../tables/clean-inline.ts";
import type { Grid } from "../../tables/grid.ts";

/** What a report shows, in the order of its text; `offset` is where it stands there. */
export type Piece =
  | { readonly kind: "title"; readonly offset: number; readonly text: string }
  | { readonly kind: "heading"; readonly offset: number; readonly text: string; readonly rank: number }
  | {
      readonly kind: "paragraph";
      readonly offset: number;
      readonly text: string;
      /** As it stands in the text, marks of markdown included. */
      readonly source: string;
    }
  | { readonly kind: "statutory"; readonly offset: number; readonly table: StatutoryTable }
  | { readonly kind: "table"; readonly offset: number; readonly grid: Grid };

/** An unnumbered heading stands below the sections. */
const UNNUMBERED = 2;

export function piecesOf(report: Report): Piece[] {
  const { document, title, tables, otherGrids } = report;
  const startOf = (place: Place): number => spanOf(document, place).start;
  const headings = new Map(headingsOf(report).map((section) => [startOf(section.line), section]));
  const titleSpan = title && spanOf(document, title.place);
  const pieces: Piece[] = [
    ...(title && titleSpan ? [{ kind: "title", offset: titleSpan.start, text: title.text } as const] : []),
    ...tables.map((table) => ({ kind: "statutory", offset: startOf(table.first), table }) as const),
    ...otherGrids
      .filter(({ grid }) => grid.layout !== "flat" && grid.layout !== "space")
      .map(({ grid, block }) => ({ kind: "table", offset: document.offsetOf(block), grid }) as const),
  ];
  for (const { text, place } of proseLinesOf(report)) {
    const { start: offset, end } = spanOf(document, place);
    if (titleSpan && offset < titleSpan.end && end > titleSpan.start) continue;
    const section = headings.get(offset);
    if (section !== undefined) pieces.push(...headingPieces(section, text, offset));
    else pieces.push({ kind: "paragraph", offset, text: withoutMarks(text), source: text });
  }
  return pieces
    .filter((piece) => !("text" in piece) || piece.text !== "")
    .sort((a, b) => a.offset - b.offset);
}

/** A heading, and the sentences that run on behind it on its line. */
function headingPieces({ title, rank, place, line }: Section, text: string, offset: number): Piece[] {
  const end = place.end - line.start;
  const behind = end + (/^[\s。：:*_#]*/.exec(text.slice(end))?.[0].length ?? 0);
  const source = text.slice(behind);
  return [
    { kind: "heading", offset, text: cleanInline(title), rank: rank === 0 ? UNNUMBERED : rank },
    { kind: "paragraph", offset: offset + behind, text: withoutMarks(source), source },
  ];
}

/** A line without the marks that markdown puts before it and into it. */
function withoutMarks(text: string): string {
  return cleanInline(text.trim().replace(/^(?:#{1,6}|[-*+>])\s+/, ""));
}

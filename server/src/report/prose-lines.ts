import { type Place, spanOf } from "../document/block.ts";
import { linesOf } from "../tables/read-lines.ts";
import { foldSameLength } from "../text/normalize.ts";
import { remember } from "./remember.ts";
import type { Report } from "./report.ts";

/** One line of prose, or a heading, perhaps over two lines, but nothing of a table. */
export interface ProseLine {
  readonly text: string;
  /** The text folded to half width, character by character. */
  readonly folded: string;
  readonly place: Place;
  readonly isHeading: boolean;
}

/** The lines of a report that belong to no table, in order. */
export const proseLinesOf: (report: Report) => readonly ProseLine[] = remember((report) => {
  const { document, blocks, tables, otherGrids, sections } = report;
  const spans = tables.map(({ first, last }) => ({
    start: spanOf(document, first).start,
    end: spanOf(document, last).end,
  }));
  const others = new Set(
    otherGrids
      .filter(({ grid: { layout } }) => layout !== "flat" && layout !== "space")
      .map(({ block }) => block),
  );
  const headings = new Map(
    sections.map(({ line }) => [spanOf(document, line).start, line.end - line.start] as const),
  );
  const lines: ProseLine[] = [];
  for (const block of blocks) {
    if ((block.kind !== "lines" && block.kind !== "heading") || others.has(block)) continue;
    const base = document.offsetOf(block);
    let done = 0;
    for (const line of linesOf(block.text)) {
      const { start } = line;
      const offset = base + start;
      if (start < done || spans.some((span) => offset >= span.start && offset < span.end)) continue;
      // A heading broken over two lines is one.
      const length = headings.get(offset);
      const end = length === undefined ? line.end : start + length;
      done = end;
      const text = block.text.slice(start, end);
      lines.push({
        text,
        folded: foldSameLength(text),
        place: { block, start, end },
        isHeading: block.kind === "heading" || length !== undefined,
      });
    }
  }
  return lines;
});

/** A stretch of a line, by its offsets there. */
export function placeIn({ place }: ProseLine, start: number, end: number): Place {
  return { block: place.block, start: place.start + start, end: place.start + end };
}

import type { Block } from "../../document/block.ts";
import type { AmbiguousWidth } from "../../text/width.ts";
import type { Grid, Row } from "../grid.ts";
import type { BlockEdit } from "./block-edit.ts";
import { type Alignment, delimiterLine, pipeColumns, pipeLine } from "./pipe.ts";

/** Also a byte order mark, which a text may still carry. */
const INDENTATION = /^\s*/;

/** Aligns a pipe table by display width. Cells are moved as they are written, entities and emphasis included. */
export function formatPipe(block: Block, grid: Grid, ambiguousWidth: AmbiguousWidth): BlockEdit[] {
  // A line without a bar below a table is a row to GFM and prose to its author.
  const rows = grid.rows.filter(({ place }) => block.text.slice(place.start, place.end).includes("|"));
  const delimiter = delimiterOf(block, grid.rows);
  if (rows.length + (delimiter === undefined ? 0 : 1) < 2) return [];
  const written = rows.map(({ cells }) =>
    cells.map(({ place }) => block.text.slice(place.start, place.end).trim()),
  );
  const alignments = delimiter === undefined ? [] : alignmentsOf(delimiter.text);
  const columns = pipeColumns(written, alignments, ambiguousWidth);
  const lines = rows.map(({ place: { start, end } }, index) => ({
    start,
    end,
    line: pipeLine(written[index] ?? [], columns, ambiguousWidth),
  }));
  if (delimiter !== undefined) {
    const { start, text } = delimiter;
    lines.push({ start, end: start + text.length, line: delimiterLine(alignments, columns) });
  }
  return lines
    .map(({ start, end, line }): BlockEdit => {
      const indentation = INDENTATION.exec(block.text.slice(start, end))?.[0].length ?? 0;
      return { start: start + indentation, end, newText: line };
    })
    .filter(({ start, end, newText }) => block.text.slice(start, end) !== newText)
    .sort((a, b) => a.start - b.start);
}

/** The delimiter row, which is no row of the grid: the line between the first row and the next. */
function delimiterOf(
  block: Block,
  [first, second]: readonly Row[],
): { start: number; text: string } | undefined {
  if (first === undefined) return undefined;
  const from = first.place.end;
  const between = block.text.slice(from, second?.place.start);
  const match = /[^\s][^\r\n]*/.exec(between);
  if (match === null) return undefined;
  const line = match[0];
  const lineStart =
    Math.max(between.lastIndexOf("\n", match.index), between.lastIndexOf("\r", match.index)) + 1;
  return { start: from + lineStart, text: between.slice(lineStart, match.index + line.length) };
}

function alignmentsOf(delimiter: string): Alignment[] {
  return delimiter
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => {
      const mark = cell.trim();
      if (mark.endsWith(":")) return mark.startsWith(":") ? "center" : "right";
      return mark.startsWith(":") ? "left" : "plain";
    });
}

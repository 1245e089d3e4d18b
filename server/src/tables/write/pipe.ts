import { type AmbiguousWidth, displayWidth, padEnd, padStart } from "../../text/width.ts";
import { isBlankText, isFigureText, matrixOf, type TableData } from "./table-data.ts";

/** What the delimiter row says of a column: --- plain, :-- left, --: right, :-: center. */
export type Alignment = "plain" | "left" | "right" | "center";

/** GFM wants one dash; three is what people write, and what older readers want. */
const SHORTEST = 3;

/** What a column holds. mixed: figures with text among them, such as heads that are repeated below. */
type Holding = "text" | "figures" | "mixed";

/** How a column is set: its width in columns of the screen, its marker, and what it holds. */
export interface PipeColumn {
  readonly width: number;
  readonly alignment: Alignment;
  readonly holding: Holding;
}

/** A table as pipe rows with a delimiter row below the first. No line break at the end. */
export function writePipe(data: TableData, lineBreak: string, ambiguousWidth: AmbiguousWidth): string {
  const rows = matrixOf(data).map((row) => row.map(escapeCell));
  const holdings = holdingsOf(rows);
  const alignments = Array.from(
    { length: data.columns },
    (_, column): Alignment => (holdings[column] === "figures" ? "right" : "plain"),
  );
  const columns = pipeColumns(rows, alignments, ambiguousWidth);
  const [head = "", ...body] = rows.map((cells) => pipeLine(cells, columns, ambiguousWidth));
  return [head, delimiterLine(alignments, columns), ...body].join(lineBreak);
}

export function pipeColumns(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  ambiguousWidth: AmbiguousWidth,
): PipeColumn[] {
  const holdings = holdingsOf(rows);
  const widths: number[] = alignments.map(() => SHORTEST);
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      widths[column] = Math.max(widths[column] ?? SHORTEST, displayWidth(cell, ambiguousWidth));
    }
  }
  return widths.map((width, column) => ({
    width,
    alignment: alignments[column] ?? "plain",
    holding: holdings[column] ?? "text",
  }));
}

/** Ready cells (escaped, trimmed) as one line. A short row stays short. */
export function pipeLine(
  cells: readonly string[],
  columns: readonly PipeColumn[],
  ambiguousWidth: AmbiguousWidth,
): string {
  const padded = cells.map((cell, index) => {
    const { width, alignment, holding } = columns[index] ?? NO_COLUMN;
    if (alignment === "center") {
      const free = Math.max(0, width - displayWidth(cell, ambiguousWidth));
      return " ".repeat(free >> 1) + cell + " ".repeat(free - (free >> 1));
    }
    const right = alignment === "right" || (alignment === "plain" && standsRight(cell, holding));
    return right ? padStart(cell, width, ambiguousWidth) : padEnd(cell, width, ambiguousWidth);
  });
  return `| ${padded.join(" | ")} |`;
}

export function delimiterLine(alignments: readonly Alignment[], columns: readonly PipeColumn[]): string {
  const cells = alignments.map((alignment, column) => {
    const left = alignment === "left" || alignment === "center" ? ":" : "";
    const right = alignment === "right" || alignment === "center" ? ":" : "";
    const width = columns[column]?.width ?? SHORTEST;
    return `${left}${"-".repeat(width - left.length - right.length)}${right}`;
  });
  return `| ${cells.join(" | ")} |`;
}

const NO_COLUMN: PipeColumn = { width: 0, alignment: "plain", holding: "text" };

function standsRight(cell: string, holding: Holding): boolean {
  return holding === "figures" || (holding === "mixed" && (isFigureText(cell) || isBlankText(cell)));
}

/** Rows above a column's first figure name it; below, any text but a mark for nothing makes it mixed. */
function holdingsOf(rows: readonly (readonly string[])[]): Holding[] {
  const holdings: Holding[] = [];
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      const before = holdings[column] ?? "text";
      if (before === "text" && isFigureText(cell)) holdings[column] = "figures";
      else if (before === "figures" && !isFigureText(cell) && !isBlankText(cell)) holdings[column] = "mixed";
      else holdings[column] = before;
    }
  }
  return holdings;
}

function escapeCell(text: string): string {
  return text
    .replace(/[\\|`]|\*\*|__/g, (marks) => marks.replace(/./g, "\\$&"))
    .replace(/<(?=[a-z/!])/gi, "&lt;")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join("<br>")
    .trim();
}

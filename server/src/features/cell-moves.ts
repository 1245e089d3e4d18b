import { type Place, spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Figure } from "../report/report.ts";
import type { Span } from "./statutory-data.ts";
import { targetAt } from "./target.ts";

export type CellMove = "next" | "previous" | "below";

/**
 * Where a key leads from the figure at an offset: to the next or the one before in reading order, or to the one below
 * in its column; behind the last to the line below the table, and before the first nowhere. Undefined only where no
 * figure of a statutory table stands at the offset.
 */
export function cellFrom(parsed: ParsedDocument, offset: number, move: CellMove): Span | undefined {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "figure") return undefined;
  const { report, figure } = target;
  const table = report.tables.find(({ id }) => id === figure.table);
  if (table === undefined) return undefined;
  const figures = table.rows.flatMap((row) => row.figures);
  const to = neighbour(figures, figure, move) ?? (move === "previous" ? figure : undefined);
  return to === undefined ? lineBelow(parsed, table.last) : spanOf(parsed.document, to.place);
}

function lineBelow({ document, lines }: ParsedDocument, last: Place): Span {
  const { line } = lines.positionAt(spanOf(document, last).end);
  const { start } = lines.lineSpan(line + 1);
  return { start, end: start };
}

function neighbour(figures: readonly Figure[], from: Figure, move: CellMove): Figure | undefined {
  const at = figures.indexOf(from);
  switch (move) {
    case "next":
      return figures[at + 1];
    case "previous":
      return figures[at - 1];
    case "below":
      return figures.slice(at + 1).find(({ row, column }) => row !== from.row && column === from.column);
  }
}

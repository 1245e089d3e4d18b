import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Figure } from "../report/report.ts";
import type { Span } from "./statutory-data.ts";
import { targetAt } from "./target.ts";

export type CellMove = "next" | "previous" | "below";

/**
 * The figure to go to from the one at an offset: the next or the one before in reading order, or the one below in its
 * column. Undefined where there is none, or no figure of a statutory table stands at the offset.
 */
export function cellFrom(parsed: ParsedDocument, offset: number, move: CellMove): Span | undefined {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "figure") return undefined;
  const { report, figure } = target;
  const table = report.tables.find(({ id }) => id === figure.table);
  const figures = table?.rows.flatMap((row) => row.figures) ?? [];
  const to = neighbour(figures, figure, move);
  return to && spanOf(parsed.document, to.place);
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

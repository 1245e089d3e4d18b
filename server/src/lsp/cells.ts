import type { Connection, Range, TextDocumentPositionParams } from "vscode-languageserver";
import { type CellMove, cellFrom } from "../features/cell-moves.ts";
import { rangeOfSpan } from "../features/ranges.ts";
import { targetAt } from "../features/target.ts";
import type { Documents } from "./documents.ts";

/** Whether a figure of a statutory table stands at a position, for keys that work there only. */
export const atFigureRequest = "gouji/atFigure";
/** Where a key leads from the figure at a position; null where no figure stands. */
export const cellFromRequest = "gouji/cellFrom";

export function answerCells(connection: Connection, documents: Documents): void {
  connection.onRequest(
    atFigureRequest,
    ({ textDocument: { uri }, position }: TextDocumentPositionParams): boolean => {
      const parsed = documents.get(uri)?.parsed;
      return parsed !== undefined && targetAt(parsed, parsed.lines.offsetAt(position))?.kind === "figure";
    },
  );
  connection.onRequest(
    cellFromRequest,
    ({
      textDocument: { uri },
      position,
      move,
    }: TextDocumentPositionParams & { move: CellMove }): Range | null => {
      const parsed = documents.get(uri)?.parsed;
      const span = parsed && cellFrom(parsed, parsed.lines.offsetAt(position), move);
      return parsed === undefined || span === undefined ? null : rangeOfSpan(parsed.lines, span);
    },
  );
}

import { Parser } from "htmlparser2";
import type { Block } from "../../document/block.ts";
import type { BlockEdit } from "./block-edit.ts";

/** What stands between two gaps of white space: a tag of the table's frame, or a cell whole. */
interface Piece {
  readonly kind: "open" | "close" | "cell" | "single";
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

const FRAME = new Set(["table", "thead", "tbody", "tfoot", "tr", "colgroup"]);
const CELLS = new Set(["td", "th", "caption"]);
const INDENT = "  ";

/**
 * Indents an HTML table: a row a line, or a cell a line where its first row is written so. Tags, attributes
 * and cells stay as they are. A table whose tags do not all stand in the source is left alone.
 */
export function formatHtml(block: Block, lineBreak: string, indentation: string): BlockEdit[] {
  const pieces = piecesOf(block.text);
  if (pieces === undefined) return [];
  const inLine = !firstRowIsSpread(block.text, pieces);
  const edits: BlockEdit[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before === undefined) continue;
    const joined =
      (before.kind === "open" && piece.kind === "close") ||
      (inLine &&
        (isInRow(before, "open") || before.kind === "cell") &&
        (isInRow(piece, "close") || isCell(piece)));
    const newText = joined ? "" : lineBreak + indentation + INDENT.repeat(piece.depth);
    if (block.text.slice(before.end, piece.start) !== newText) {
      edits.push({ start: before.end, end: piece.start, newText });
    }
  }
  return edits;
}

function isInRow({ kind, name }: Piece, side: "open" | "close"): boolean {
  return kind === side && name === "tr";
}

function isCell({ kind, name }: Piece): boolean {
  return kind === "cell" && name !== "caption";
}

function firstRowIsSpread(text: string, pieces: readonly Piece[]): boolean {
  const row = pieces.findIndex(
    (piece, index) => isInRow(piece, "open") && pieces[index + 1]?.kind === "cell",
  );
  const cell = pieces[row + 1];
  return row >= 0 && cell !== undefined && /[\r\n]/.test(text.slice(pieces[row]?.end, cell.start));
}

/** undefined where a tag is left out, or where something stands between the cells. */
function piecesOf(text: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  let depth = 0;
  let cell: { name: string; start: number } | undefined;
  let sound = true;
  const push = (kind: Piece["kind"], name: string, start = parser.startIndex): void => {
    pieces.push({ kind, name, start, end: parser.endIndex + 1, depth });
  };
  const parser: Parser = new Parser({
    onopentag(name, _, implied) {
      if (implied) sound = false;
      else if (FRAME.has(name) && cell === undefined) {
        push("open", name);
        depth++;
      } else if (CELLS.has(name) && cell === undefined) cell = { name, start: parser.startIndex };
      else if (name === "col" && cell === undefined) push("single", name);
      else if (cell === undefined) sound = false;
    },
    onclosetag(name, implied) {
      if (FRAME.has(name)) {
        depth--;
        if (implied || cell !== undefined) sound = false;
        else push("close", name);
      } else if (CELLS.has(name)) {
        if (implied || cell?.name !== name) sound = false;
        else push("cell", name, cell.start);
        cell = undefined;
      }
    },
    ontext(data) {
      if (cell === undefined && data.trim() !== "") sound = false;
    },
    oncomment() {
      if (cell === undefined) push("single", "!--");
    },
  });
  parser.end(text);
  return sound && depth === 0 && cell === undefined ? pieces : undefined;
}

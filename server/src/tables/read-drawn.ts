import type { Block } from "../document/block.ts";
import { isBorder } from "../document/drawn-tables.ts";
import type { Row } from "./grid.ts";

/** Beside a cell that is merged downwards a border is part of a line only. */
const PART_OF_BORDER = /\+-{2}/;

const NUMBER = /^[\p{Nd},，.．]+$/u;

/**
 * The rows of a drawn table from its lines, each split at its bars: a row goes from border to border, and its
 * cells stand where they begin.
 */
export function drawnRows(block: Block, lines: readonly Row[]): Row[] {
  const rows: Row[] = [];
  let open: Row[] = [];
  let from = lines[0]?.place.start ?? 0;
  const close = (end: number): void => {
    const [first] = open;
    if (first !== undefined && isOneRow(open)) {
      rows.push({ cells: joined(open), place: { block, start: from, end } });
      from = end + 1;
    } else rows.push(...open);
    open = [];
  };
  for (const line of lines) {
    const { start, end } = line.place;
    const text = block.text.slice(start, end);
    if (PART_OF_BORDER.test(text) || isBorder(text)) close(end);
    else {
      if (open.length === 0 && rows.length > 0) from = start;
      open.push(line);
    }
  }
  close(lines.at(-1)?.place.end ?? 0);
  return rows;
}

/** Lines of one row have as many cells each, and no number stands above another: then a border was lost. */
function isOneRow([first, ...others]: readonly Row[]): boolean {
  const above = (first?.cells ?? []).map(({ text }) => NUMBER.test(text));
  return others.every(({ cells }) => {
    if (cells.length !== above.length) return false;
    return cells.every(({ text }, column) => {
      if (!NUMBER.test(text)) return true;
      const isFirst = above[column] !== true;
      above[column] = true;
      return isFirst;
    });
  });
}

/** The cells of one row from the lines that they are broken over. */
function joined(lines: readonly Row[]): Row["cells"] {
  return (lines[0]?.cells ?? []).map((cell, column) => {
    const pieces = lines.flatMap((line) => line.cells[column] ?? []).filter(({ text }) => text !== "");
    return { ...(pieces[0] ?? cell), text: pieces.map(({ text }) => text).join("") };
  });
}

import type { Grid } from "../grid.ts";
import type { BlockEdit } from "./block-edit.ts";
import { isTooRagged } from "./table-data.ts";

/** True for rows of cells, false for paragraphs that are led in by a tab. */
export function isTabTable({ layout, rows }: Grid): boolean {
  if (layout !== "tab") return false;
  const wide = rows.filter(({ cells }) => cells.filter(({ text }) => text !== "").length > 1);
  return wide.length > 1;
}

/**
 * Makes a tab table rectangular by tabs at the end of its short rows. No cell moves: where a row lacks a
 * cell in its middle nobody knows which, and a figure in another column would be another figure.
 */
export function formatTab(grid: Grid): BlockEdit[] {
  if (!isTabTable(grid)) return [];
  const width = grid.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (
    isTooRagged(
      grid.rows.map(({ cells }) => cells),
      width,
    )
  )
    return [];
  return grid.rows
    .filter((row) => row.cells.length < width)
    .map(({ cells, place: { end } }) => ({ start: end, end, newText: "\t".repeat(width - cells.length) }));
}

import type { Grid } from "../grid.ts";
import type { BlockEdit } from "./block-edit.ts";

/** Filling up ragged rows may not make a text many times longer than it was. */
const MOST_PLACES_PER_CELL = 40;

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
  const cells = grid.rows.reduce((sum, row) => sum + row.cells.length, 0);
  if (width * grid.rows.length > cells * MOST_PLACES_PER_CELL) return [];
  return grid.rows
    .filter((row) => row.cells.length < width)
    .map(({ cells, place: { end } }) => ({ start: end, end, newText: "\t".repeat(width - cells.length) }));
}

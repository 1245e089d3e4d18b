import type { Grid, Row } from "../tables/grid.ts";
import { createKept } from "../text/kept.ts";
import { labelKey } from "../text/normalize.ts";
import { isNumber } from "./figure-cell.ts";

/** A name of so many characters is known by its beginning: 本年收费金额（单位：万元）. */
const LONG_NAME = 4;

/**
 * The grid columns of a table's columns as the head cells above a row name them; undefined unless all are named,
 * in order. Between tabs, where rows are of many lengths, only those above that are as long as the row count.
 */
export function headColumns(grid: Grid, row: Row, names: readonly string[]): readonly number[] | undefined {
  const isAligned = hasColumns(grid) || isRectangular(grid);
  if (!isAligned && grid.layout !== "tab") return undefined;
  const above = grid.rows
    .slice(0, grid.rows.indexOf(row))
    .filter(({ cells }) => isAligned || cells.length === row.cells.length)
    .reverse();
  const columns: number[] = [];
  for (const name of names) {
    const column = columnOf(above, labelKey(name), columns.at(-1) ?? -1);
    if (column === undefined) return undefined;
    columns.push(column);
  }
  return columns;
}

/** Column of the nearest head cell of a name, right of another column. */
function columnOf(above: readonly Row[], name: string, after: number): number | undefined {
  for (const { cells } of above) {
    const cell = cells.find(({ text, column }) => {
      if (column <= after || text.length < name.length) return false;
      const key = labelKey(text);
      return key === name || (name.length >= LONG_NAME && key.startsWith(name));
    });
    if (cell !== undefined) return cell.column;
  }
  return undefined;
}

/**
 * Columns that a merged cell was repeated into, as programs do that know no merged cells: the head nearest above
 * a row says there what it says in the column before.
 */
export function repeatedColumns(grid: Grid, row: Row): ReadonlySet<number> {
  const head = grid.rows.slice(0, grid.rows.indexOf(row)).findLast(({ cells }) => !cells.some(isNumber));
  const repeated = new Set<number>();
  let before: string | undefined;
  for (const { text, column } of head?.cells ?? []) {
    if (text !== "" && text === before) repeated.add(column);
    before = text;
  }
  return repeated;
}

/** Whether the source itself says which cell is in which column; so do columns of spaces where they are drawn. */
export function hasColumns(grid: Grid): boolean {
  const { layout } = grid;
  return layout === "html" || layout === "pipe" || (layout === "space" && isRectangular(grid));
}

const known = createKept<Grid, boolean>();

/** Whether all rows between tabs or drawn bars have as many cells. */
export function isRectangular(grid: Grid): boolean {
  const before = known.get(grid);
  if (before !== undefined) return before;
  const { layout, rows } = grid;
  const result =
    (layout === "tab" || layout === "space") &&
    rows.every(({ cells }) => cells.length === rows[0]?.cells.length);
  known.set(grid, result);
  return result;
}

import type { Cell, Row } from "./grid.ts";

/** Every row as the cells that cover its columns, merged ones more than once; undefined where no cell is. */
export function occupancy(rows: readonly Row[]): {
  readonly width: number;
  readonly lines: readonly (readonly (Cell | undefined)[])[];
} {
  let width = 0;
  for (const { cells } of rows) for (const one of cells) width = Math.max(width, one.column + one.columnSpan);
  const lines = rows.map(() => new Array<Cell | undefined>(width).fill(undefined));
  for (const [index, { cells }] of rows.entries()) {
    for (const cell of cells) {
      for (let r = index; r < Math.min(index + cell.rowSpan, rows.length); r++) {
        for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
          const line = lines[r];
          if (line !== undefined) line[c] = cell;
        }
      }
    }
  }
  return { width, lines };
}

import type { Place } from "../../document/block.ts";
import { foldSameLength } from "../../text/normalize.ts";
import type { Grid } from "../grid.ts";

/** A table apart from any source: what a writer needs. Rows hold only the cells that start in them. */
export interface TableData {
  readonly rows: readonly (readonly DataCell[])[];
  /** Columns with merged cells counted at full width. */
  readonly columns: number;
}

export interface DataCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** True in the rows that name the columns. */
  readonly head: boolean;
  /** Where its text stands, for a cell that comes from a source. */
  readonly place?: Place;
}

const FIGURE = /^[+-]?\d[\d,]*(?:\.\d+)?\s*(?:(?:%|万元|亿元|元|件|条|项|个)\s*)?(?:\([^()]*\))?$/;
const NOTHING = /^(?:|[/\\—–―-]{1,3}|无)$/;

/** True for what stands right-aligned: 12, 1,234.5, 22（其中修订16件）, 251000元. */
export function isFigureText(text: string): boolean {
  return FIGURE.test(foldSameLength(text).trim());
}

/** True for an empty cell and for the marks written in its place. */
export function isBlankText(text: string): boolean {
  return NOTHING.test(foldSameLength(text).trim());
}

/** A source table as it stands, cell by cell. Rows above the first figure are its head. */
export function dataOfGrid({ rows }: Grid): TableData {
  let head = true;
  let columns = 0;
  const data = rows.map(({ cells }) => {
    head &&= !cells.some(({ text }) => isFigureText(text));
    return cells.map(({ text, column, columnSpan, rowSpan, place }): DataCell => {
      columns = Math.max(columns, column + columnSpan);
      return { text, column, columnSpan, rowSpan, head, place };
    });
  });
  return { rows: data, columns };
}

/** Every row at full width: a merged cell's text in its first place, "" where it reaches. */
export function matrixOf({ rows, columns }: TableData): string[][] {
  return rows.map((cells) => {
    const row = Array.from({ length: columns }, () => "");
    for (const { text, column } of cells) row[column] = text;
    return row;
  });
}

/** Filling up ragged rows may not make a text many times longer than it was. */
const MOST_PLACES_PER_CELL = 40;

export function isTooRagged(rows: readonly { readonly length: number }[], columns: number): boolean {
  const cells = rows.reduce((sum, { length }) => sum + length, 0);
  return rows.length * columns > cells * MOST_PLACES_PER_CELL;
}

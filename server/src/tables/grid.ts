import type { Place } from "../document/block.ts";

/** How a table is written in the source. flat: one cell a line. space: columns padded with spaces. */
export type Layout = "pipe" | "html" | "tab" | "flat" | "space";

/** One cell as it stands in the source. */
export interface Cell {
  /** What the cell says: trimmed, entities and emphasis undone, inner line breaks as one space. */
  readonly text: string;
  /** Where `text` stands; for an empty cell a stretch of length 0 where text would be written. */
  readonly place: Place;
  /** 0-based column on the grid, with merged cells counted at full width. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /**
   * Set for an empty cell with a line of its own: a figure left blank, or what fills a row up behind its figures;
   * "around" where it may also be what a row begins with.
   */
  readonly alone?: "behind" | "around";
}

export interface Row {
  readonly cells: readonly Cell[];
  /** The whole source row, without its line break. */
  readonly place: Place;
}

/** One block's table. Rows hold only the cells that start in them. */
export interface Grid {
  readonly layout: Layout;
  readonly rows: readonly Row[];
}

import type { Block, Place, SourceDocument } from "../document/block.ts";
import type { Form, TableId } from "../forms/form.ts";
import type { Grid, Layout } from "../tables/grid.ts";
import type { Decimal } from "../text/decimal.ts";

/** One figure of a statutory table: a cell's value, three-valued. */
export interface Figure {
  /** "表三/三(一)/自然人" */
  readonly name: string;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  /** The cell's text: "0", "", "/", "22（其中修订16件）". */
  readonly text: string;
  /** Where the number itself stands (in "22（其中修订16件）" the 22); for a blank where it would stand. */
  readonly place: Place;
  readonly kind: "number" | "blank" | "invalid";
  /** The number; null for blank and invalid. */
  readonly value: Decimal | null;
}

/** A row of figures as found, complete or not. */
export interface FigureRow {
  readonly key: string;
  readonly label: string;
  /** Where the label stands; undefined for the rows of 表四. */
  readonly labelPlace?: Place;
  /** In the order of the source. In a complete row one for each column of the form. */
  readonly figures: readonly Figure[];
  /** Figures found in the source; differs from figures.length where there are too many. */
  readonly found: readonly FoundCell[];
  /** Figures the form wants here. */
  readonly expected: number;
  /** Set where two neighbouring cells hold the digits of one number (2 and 1 for 21, as scans give). */
  readonly split?: SplitNumber;
  /** In a row with a figure too many the one, not 0, without which the table adds up. */
  readonly extra?: FoundCell;
}

export interface SplitNumber {
  /** Name of the figure the two make. */
  readonly name: string;
  readonly parts: readonly [FoundCell, FoundCell];
}

/** A numeric cell of a row before it has a column. */
export interface FoundCell {
  readonly text: string;
  readonly place: Place;
  readonly kind: "number" | "blank" | "invalid";
  readonly value: Decimal | null;
}

export interface StatutoryTable {
  readonly id: TableId;
  readonly layout: Layout;
  readonly rows: readonly FigureRow[];
  /** First and last place that belong to the table, in document order (head included). */
  readonly first: Place;
  readonly last: Place;
  /** The grids its figures came from, in order. */
  readonly grids: readonly Grid[];
  /** Names of figures that the form wants and the table lacks. */
  readonly missing: readonly string[];
  /**
   * Names of figures whose row is sure and whose column is not, since their row has a figure too few or too
   * many: good for what is said of the row, not for what is said of a column.
   */
  readonly uncertain: ReadonlySet<string>;
  /** Names of figures whose row has a figure too few or too many and might be read otherwise: good for no sum. */
  readonly guessed?: ReadonlySet<string>;
  /** Set where its head names other columns than the form, or in another order. */
  readonly printed?: PrintedColumns;
}

/** The columns of a table as its own head names them, where that is not what the form prescribes. */
export interface PrintedColumns {
  /** From left to right; a column that the form does not know by the text above it. */
  readonly names: readonly string[];
  /** The first head cell that the form has not in its place. */
  readonly place: Place;
  /** False where head, form and figures do not go together: nobody knows then which figure is which. */
  readonly isClear: boolean;
}

/** A heading with what stands below it. */
export interface Section {
  /** Its words as written, without #, emphasis, tags and anchors: "一、总体情况". */
  readonly title: string;
  /** "一", "（一）", "1.", "第一部分", or "" for a heading without number. */
  readonly number: string;
  /** By the numbering of official documents (GB/T 9704): 1 一、 2 （一） 3 1. 4 （1）; 0 the report's title. */
  readonly rank: number;
  /** Number of # in the source, 0 without. */
  readonly hashes: number;
  /** The title in the source, from its first word to its last. */
  readonly place: Place;
  /** The heading's whole line. */
  readonly line: Place;
  /** For a statutory section its number in the form ("一" … "六"), found by title, not by number. */
  readonly key?: string;
  readonly children: readonly Section[];
  /** Last place that belongs to the section. */
  readonly last: Place;
}

export interface Report {
  readonly document: SourceDocument;
  /** Blocks of this report, in order; a file may hold several reports. */
  readonly blocks: readonly Block[];
  readonly form: Form;
  /** True where signs of a statutory report are there; else the report is only an outline and plain tables. */
  readonly isReport: boolean;
  /** True where a whole report is meant (a title, or half of the sections): tables pasted alone lack nothing. */
  readonly isWhole: boolean;
  readonly title?: { readonly text: string; readonly place: Place };
  readonly agency?: string;
  readonly year?: number;
  /** Where the year was read (title, period or prose). */
  readonly yearPlace?: Place;
  readonly sections: readonly Section[];
  readonly tables: readonly StatutoryTable[];
  /** Tables that are no statutory form. */
  readonly otherGrids: readonly OtherGrid[];
  /** Every figure with a column, by name. */
  readonly figures: ReadonlyMap<string, Figure>;
}

export interface OtherGrid {
  readonly grid: Grid;
  readonly block: Block;
}

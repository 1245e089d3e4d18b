import type { Place } from "../document/block.ts";
import type { Cell, Grid, Row } from "../tables/grid.ts";
import { isFigure, isNumber } from "./figure-cell.ts";
import type { KnownTable } from "./known-tables.ts";
import type { LabelMatch } from "./row-labels.ts";
import { firstFigure, type SourceRow, sourceRow } from "./source-row.ts";

/** A row of the form with the source rows that hold its figures. */
export interface ReadRow {
  /** Row key, "" for a row of figures whose label says nothing we know. */
  key: string;
  readonly label: string;
  readonly labelPlace?: Place;
  readonly sources: SourceRow[];
}

type Piece = Pick<Cell, "text" | "place">;

export interface TableReader {
  /** Takes in a source row; false where it has nothing to do with this table. */
  take(grid: Grid, row: Row): boolean;
  /** Rows in the order of the source. */
  readonly rows: readonly ReadRow[];
}

/** The label of a merged cell and that of the cell right of it, where columns are one space apart. */
const TWO_LABELS = /^((?:[（(]\s?[一二三四五六七]\s?[）)]|三、)\s?\S+)\s+(\S.*)$/;

const SHORTEST_PIECE = 2;
/** The number of a label that goes on in the next line, which is no figure: 1. */
const NUMBER_ALONE = /^(?:[（(]\d[）)]|\d\s?[.．、])$/;

/**
 * Reads a table whose rows have labels (表二, 表三), in any layout. A label waits for figures; figures go to
 * the label that waits, in its own source row or in rows below it. That serves tables with a row a line as
 * well as one cell a line, labels wrapped over lines, and a table scattered under headings.
 */
export function labelledTableReader(table: KnownTable): TableReader {
  const rows: ReadRow[] = [];
  let group = "";
  let waiting: ReadRow | undefined;
  /** The last label in the lines since the last figure: it may go on in the next. */
  let open: Piece | undefined;

  /** Of the row that waits: how many figures it has, and whether they stand side by side. */
  let count = 0;
  let isWide = false;

  const give = (row: ReadRow, source: SourceRow): void => {
    row.sources.push(source);
    open = undefined;
    count += source.written.length;
    isWide ||= source.row.cells.length > 1;
  };
  const begin = (row: ReadRow, source: SourceRow | undefined): void => {
    // What was read of its label in the line before was only the beginning.
    if (row.labelPlace !== undefined && row.labelPlace === rows.at(-1)?.labelPlace) rows.pop();
    waiting = row;
    rows.push(row);
    count = 0;
    isWide = false;
    if (source !== undefined) give(row, source);
  };
  /** 总计 and 其他 name a column where they stand in a row of such names, and a row elsewhere. */
  const isHeadRow = ({ cells }: Row): boolean =>
    cells.length > 1 &&
    !cells.some(isNumber) &&
    cells.filter(({ text }) => text !== "" && table.isHead(text)).length > 1;

  /** What a cell's text labels: （三）不予公开 1.属于国家秘密 is a group and a row in it. */
  const matchIn = (text: string): (LabelMatch & { readonly label?: string }) | undefined => {
    const [, first = "", second = ""] = TWO_LABELS.exec(text) ?? [];
    const outer = first === "" ? undefined : table.match(first, group)?.group;
    const inner = outer === undefined ? undefined : table.match(second, outer);
    if (inner === undefined) return table.match(text, group);
    group = outer ?? group;
    return { ...inner, label: second };
  };

  /** 其他处 is a piece of 其他处理; 其他 is a row. */
  const isPiece = (text: string): boolean =>
    waiting !== undefined && count === 0 && text.length > SHORTEST_PIECE && table.isPieceOfGroup(text);

  /** A text with the label that it goes on, or else alone. */
  const wholeOf = ({ text, place }: Cell): Piece =>
    open !== undefined && table.isBeginning(open.text + text)
      ? { text: open.text + text, place: open.place }
      : { text, place };

  /** Reads the labels of a source row; gives the index of the last, -1 for none, and what else is known of it. */
  const readLabels = (row: Row): { labelIndex: number; matched?: ReadRow; known: boolean } => {
    let labelIndex = -1;
    let matched: ReadRow | undefined;
    let known = false;
    let last: Piece | undefined;
    const heads = isHeadRow(row);
    for (const [index, cell] of row.cells.entries()) {
      if (cell.text === "" || isFigure(cell)) continue;
      if (row.cells.length === 1 && NUMBER_ALONE.test(cell.text)) labelIndex = index;
      const whole = wholeOf(cell);
      const goesOn = whole.place !== cell.place;
      // Beside a label broken over lines, whose figures are still to come, stands a piece of the merged cell.
      if (!goesOn && isPiece(cell.text)) {
        known = true;
        continue;
      }
      last = whole;
      const match = matchIn(whole.text);
      if (match === undefined || (heads && table.isHead(cell.text))) {
        known ||=
          goesOn || table.isHead(cell.text) || (row.cells.length === 1 && table.isBeginning(cell.text));
        continue;
      }
      known = true;
      labelIndex = index;
      if (match.group !== undefined) group = match.group;
      matched =
        match.row === undefined
          ? undefined
          : { key: match.row, label: match.label ?? whole.text, labelPlace: whole.place, sources: [] };
    }
    open = last ?? open;
    return { labelIndex, known, ...(matched && { matched }) };
  };

  return {
    rows,
    take(grid, row) {
      const { labelIndex, matched, known } = readLabels(row);
      if (matched !== undefined) {
        begin(matched, labelIndex + 1 < row.cells.length ? sourceRow(grid, row, labelIndex) : undefined);
        return true;
      }
      const figure = firstFigure(row, labelIndex);
      if (figure === row.cells.length) return known;
      const source = sourceRow(grid, row, figure - 1);
      const text = row.cells.slice(labelIndex + 1, figure).find((cell) => cell.text !== "");
      // A bar alone that no label stands before is a figure of no row.
      if (waiting === undefined && row.cells[0]?.alone) return true;
      // A number alone on a line below a row of figures is the page's.
      if (row.cells.length === 1 && isWide && count > 0) return true;
      const full = waiting === undefined || count >= table.mostFigures(waiting.key);
      // A row of its own with a label nobody knows, or with all the figures a row can hold.
      const own = row.cells.length > 1 && full && count > 0;
      if (waiting === undefined || own || (text !== undefined && count > 0)) {
        const unknown = {
          key: "",
          label: text?.text ?? "",
          ...(text && { labelPlace: text.place }),
          sources: [],
        };
        begin(unknown, source);
      } else give(waiting, source);
      return true;
    },
  };
}

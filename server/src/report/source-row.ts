import type { Cell, Grid, Row } from "../tables/grid.ts";
import { invalidFigure, isFigure, readFigureCell } from "./figure-cell.ts";
import { hasColumns, headColumns, isRectangular, repeatedColumns } from "./head-columns.ts";
import type { FoundCell } from "./report.ts";

/** One source row that gives figures to a row of the form. */
export interface SourceRow {
  readonly grid: Grid;
  readonly row: Row;
  /** Index in row.cells of the last label cell, -1 for a row of figures alone. */
  readonly labelIndex: number;
  /** The cells right of the label that can be figures, and those left empty. */
  readonly cells: readonly Placed[];
  /** Those of them that are written. */
  readonly written: readonly Placed[];
}

/** A cell of a source row as a figure, with its column on the grid. */
interface Placed {
  readonly found: FoundCell;
  readonly column: number;
  readonly empty: boolean;
}

/**
 * Index of the first cell that holds a figure after a label, or that could only be a figure gone wrong
 * ("l5"); row.cells.length where there is none.
 */
export function firstFigure(row: Row, after: number): number {
  for (let i = after + 1; i < row.cells.length; i++) {
    const cell = row.cells[i];
    if (cell !== undefined && (cell.text !== "" || cell.alone !== undefined) && isFigureLike(cell)) return i;
  }
  return row.cells.length;
}

/** What a label broken over lines leaves behind, and the borders of drawn tables. */
const PIECE = /^[()（）〔〕【】《》“”‘’"'、，,。．.；;：:|│┃┆+=]+$/;

/** True for a number, a mark for nothing, or a short text without a Chinese word in it. */
export function isFigureLike(cell: Cell): boolean {
  if (isFigure(cell)) return true;
  return cell.text.length <= 8 && !/\p{sc=Han}/u.test(cell.text) && !PIECE.test(cell.text);
}

export function sourceRow(grid: Grid, row: Row, labelIndex: number): SourceRow {
  const cells = placedCells(row, labelIndex);
  return { grid, row, labelIndex, cells, written: writtenOf(cells) };
}

function placedCells(row: Row, labelIndex: number): Placed[] {
  const placed: Placed[] = [];
  let seen = false;
  for (const cell of row.cells.slice(labelIndex + 1)) {
    const found = readFigureCell(cell);
    // Before the first figure a text is part of the label; after it, a figure's cell that holds no number.
    if (found === undefined && !seen && !isFigureLike(cell)) continue;
    const empty = cell.text === "" && cell.alone === undefined;
    seen ||= !empty;
    placed.push({ found: found ?? invalidFigure(cell), column: cell.column, empty });
  }
  return placed;
}

const writtenOf = (cells: readonly Placed[]): Placed[] => cells.filter(({ empty }) => !empty);

/** How many figure cells the rows hold that are not empty. */
export function writtenCount(sources: readonly SourceRow[]): number {
  return sources.reduce((count, { written }) => count + written.length, 0);
}

/** Columns of the figures in a row that has all of them, undefined for any other row. */
function completeColumns({ written }: SourceRow, expected: number): readonly number[] | undefined {
  return written.length === expected ? written.map(({ column }) => column) : undefined;
}

/**
 * The figures of one row of the form. Where fewer cells are written than the form wants, an empty cell is a
 * blank figure only if complete rows of the same shape in the same grid have a figure in its column:
 * empty cells left and right of the figures are mostly what merged cells left behind.
 *
 * `all`: the source rows of one row of the form. `names`: the columns that the form wants. `siblings`: the other source rows of the table.
 */
export function figuresOf(
  all: readonly SourceRow[],
  names: readonly string[],
  siblings: readonly SourceRow[],
): FoundCell[] {
  const expected = names.length;
  const { sources } = withoutFill(all, expected);
  const found: FoundCell[] = [];
  for (const { written } of sources) for (const cell of written) found.push(cell.found);
  const [only] = sources;
  if (found.length === expected || sources.length !== 1 || only === undefined) return found;
  if (found.length > expected) return withoutRepeats(only);
  const columns = figureColumns(only, names, siblings);
  if (columns === undefined) return found.length === expected - 1 ? [...wordBefore(only), ...found] : found;
  return columns.flatMap((column) =>
    only.cells.filter((cell) => cell.column === column).map((cell) => cell.found),
  );
}

/**
 * Without the bars alone behind a row's figures, or before them, which fill the row up or begin it. Where figures are
 * left blank they may be these, and then a bar may as well stand for a figure that is lost: nothing is sure.
 */
function withoutFill(
  sources: readonly SourceRow[],
  expected: number,
): { readonly sources: readonly SourceRow[]; readonly sure: boolean } {
  if (!sources.some(isAlone)) return { sources, sure: true };
  if (sources.every(isAlone)) return { sources: sources.slice(0, expected), sure: true };
  const isAround = sources.some(({ row }) => row.cells[0]?.alone === "around");
  const end = sources.findLastIndex((source) => !isAlone(source)) + 1;
  const start = isAround ? sources.findIndex((source) => !isAlone(source)) : 0;
  if (end - start >= expected) return { sources: sources.slice(start, end), sure: true };
  const from = Math.max(0, Math.min(start, sources.length - expected));
  return { sources: sources.slice(from, Math.max(end, from + expected)), sure: false };
}

/** Whether bars alone leave no doubt which figures a row has. */
export function isSureOf(sources: readonly SourceRow[], expected: number): boolean {
  return withoutFill(sources, expected).sure;
}

/** Whether it is an empty cell with a line of its own. */
export function isAlone({ row }: SourceRow): boolean {
  return row.cells[0]?.alone !== undefined;
}

/** A row's figures, each merged cell once. */
function withoutRepeats({ grid, row, written }: SourceRow): FoundCell[] {
  const repeated = repeatedColumns(grid, row);
  return written
    .filter(
      ({ found, column }, index) => !repeated.has(column) || found.text !== written[index - 1]?.found.text,
    )
    .map(({ found }) => found);
}

const LONGEST_WORD = 4;

/** A word in the cell of the first figure (若干): it must be short, since a label may stand there too. */
function wordBefore({ row, labelIndex }: SourceRow): FoundCell[] {
  const word = row.cells[firstFigure(row, labelIndex) - 1];
  if (word === undefined || row.cells.indexOf(word) <= labelIndex) return [];
  return word.text !== "" && word.text.length <= LONGEST_WORD ? [invalidFigure(word)] : [];
}

/** So many rows that lack a figure, and no complete row of their shape: a column was lost in copying. */
const MANY = 3;

/** Where a column was lost, an empty cell beside the figures that are left is no blank. */
function isColumnLost({ grid }: SourceRow, expected: number, siblings: readonly SourceRow[]): boolean {
  if (grid.layout !== "tab") return false;
  const complete = new Set<number>();
  const short: number[] = [];
  for (const sibling of siblings) {
    if (sibling.grid !== grid) continue;
    const count = sibling.written.length;
    if (count === expected) complete.add(sibling.labelIndex);
    else if (count === expected - 1) short.push(sibling.labelIndex);
  }
  return complete.size > 0 && short.filter((labelIndex) => !complete.has(labelIndex)).length >= MANY;
}

/** Where the last figure written is the sum of the others, the total has slipped into the column before its own. */
function isTotalShifted(source: SourceRow, siblings: readonly SourceRow[]): boolean {
  const count = source.written.length;
  return siblings.some(({ written }) => {
    const figures = written.map(({ found }) => found.value ?? 0n);
    if (figures.length !== count || count < 2) return false;
    const total = figures.at(-1) ?? 0n;
    return total > 0n && figures.slice(0, -1).reduce((sum, value) => sum + value, 0n) === total;
  });
}

function figureColumns(
  source: SourceRow,
  names: readonly string[],
  siblings: readonly SourceRow[],
): readonly number[] | undefined {
  const { cells, written } = source;
  const expected = names.length;
  const has = (columns: readonly number[]): boolean =>
    columns.every((column) => cells.some((cell) => cell.column === column)) &&
    written.every(({ column }) => columns.includes(column));
  const reliable = hasColumns(source.grid);
  const headed = headColumns(source.grid, source.row, names);
  const total = written.at(-1);
  // At either end of a ragged row an empty cell may be what a merged one left behind.
  const own = written.map(({ column }) => column);
  const isTrusted = (columns: readonly number[]): boolean =>
    has(columns) &&
    (reliable ||
      isRectangular(source.grid) ||
      own.length === 0 ||
      (own[0] === columns[0] && own.at(-1) === columns.at(-1)));
  const isInPlace = total?.column === headed?.at(-1);
  const isHeaded =
    headed !== undefined && isTrusted(headed) && (isInPlace || !isTotalShifted(source, siblings));
  if (isHeaded && (reliable || isInPlace || expected === 1)) return headed;
  if (written.length === expected - 1 && isColumnLost(source, expected, siblings)) return undefined;
  let agreed: readonly number[] | undefined;
  for (const sibling of siblings) {
    if (sibling.grid !== source.grid) continue;
    if (!reliable && sibling.labelIndex !== source.labelIndex) continue;
    const columns = completeColumns(sibling, expected);
    if (columns === undefined) continue;
    if (agreed !== undefined && agreed.join() !== columns.join()) return undefined;
    agreed = columns;
  }
  if (agreed !== undefined) return isTrusted(agreed) ? agreed : undefined;
  if (isHeaded) return headed;
  // A row without a label that is just as wide as the form's holds its figures and nothing else.
  if (source.labelIndex < 0 && cells.length === expected) return cells.map(({ column }) => column);
  // Alone of its shape: certain only where the figures and the gaps between them make up the whole row.
  const first = written[0]?.column;
  const last = written.at(-1)?.column;
  if (first === undefined || last === undefined) {
    const right = cells.slice(0, expected).map(({ column }) => column);
    return right.length === expected && (expected < 4 || cells.length === expected) ? right : undefined;
  }
  // Bars behind a label and as many cells as the form wants, the total's written: no place is left for anything else.
  const isWhole = source.grid.layout === "pipe" && cells.length === expected && cells.at(-1)?.empty === false;
  if (isWhole && written.length < expected - 1) return cells.map(({ column }) => column);
  if (last - first + 1 !== expected) return undefined;
  const between = Array.from({ length: expected }, (_, index) => first + index);
  return has(between) ? between : undefined;
}

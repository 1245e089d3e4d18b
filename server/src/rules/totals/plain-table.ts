import * as l10n from "@vscode/l10n";
import type { Place } from "../../document/block.ts";
import { promisesSum } from "../../relations/label-words.ts";
import { isNumber, readFigureCell } from "../../report/figure-cell.ts";
import type { Cell, Grid } from "../../tables/grid.ts";
import { occupancy } from "../../tables/occupancy.ts";
import type { Decimal } from "../../text/decimal.ts";
import { foldSameLength, labelKey } from "../../text/normalize.ts";

/** A number or blank in the body of a table that is no statutory form. */
export interface PlainValue {
  readonly place: Place;
  /** null for a blank. */
  readonly value: Decimal | null;
  /** What stands behind the number in its cell: 件, 万元. */
  readonly unit: string;
  /** Decimal places as written. */
  readonly places: number;
}

export interface PlainRow {
  readonly labels: readonly string[];
  /** Whether its first label is moved in, as that of a part of the row before. */
  readonly indented: boolean;
  /** By column; undefined where the cell is a label. */
  readonly values: readonly (PlainValue | undefined)[];
}

/** A table whose rows all reach over its whole width: head rows without numbers, then a body. */
export interface PlainTable {
  /** By column, the texts of its head cells from top to bottom. */
  readonly heads: readonly (readonly string[])[];
  /** By column, the lowest of them, with the column's number where others are called the same. */
  readonly names: readonly string[];
  /** By column, those of the same heads, itself among them; none where its heads are its own. */
  readonly namesakes: readonly (readonly number[])[];
  /** By column, first and last column of the merged head cell over it, where there is one. */
  readonly groups: readonly (readonly [number, number] | undefined)[];
  readonly rows: readonly PlainRow[];
  /** Columns that hold nothing but numbers and blanks, with a head over them. */
  readonly columns: readonly number[];
}

const DIGITS_FIRST = /^[+-]?[\d,.]+/;
const FRACTION = /\.(\d+)/;
const PERCENTAGE = /^[+-]?[\d.,]+\s*[%％‰]$/;
/** Blanks of a kind that nobody puts between a bar and a cell's text. */
const INDENT = /(?:\u3000|\u2003|\u2002|\u00a0|&(?:em|en|nb)sp;) ?$/;
const INDENT_LENGTH = 8;
/** More columns of one name are no lists side by side. */
const MOST_SIDE_BY_SIDE = 6;

/** Reads a grid so; undefined where it has no such shape, of which nothing can be said for sure. */
export function readPlainTable({ layout, rows }: Grid): PlainTable | undefined {
  if (layout === "flat") return undefined;
  const lines = fullLines(rows);
  if (lines === undefined) return undefined;
  const hasNumber = (line: readonly Cell[]): boolean => line.some(isNumber);
  const start = lines.findIndex(hasNumber);
  const end = lines.findLastIndex(hasNumber) + 1;
  if (start < 1 || end - start < 2) return undefined;
  const body = lines.slice(start, end).map((line) => line.map(plainValue));
  const width = lines[0]?.length ?? 0;
  const at = Array.from({ length: width }, (_, column) => column);
  const head = lines.slice(0, start);
  const heads = at.map((column) => [...new Set(head.map((line) => line[column]?.text ?? ""))]);
  const isNumeric = (column: number): boolean =>
    body.every((line) => line[column] !== undefined) && labelKey(heads[column]?.join("") ?? "") !== "";
  const columns = at.filter(
    (column) => isNumeric(column) && body.some((line) => line[column]?.value != null),
  );
  const isRate = (column: number): boolean =>
    !promisesSum((heads[column] ?? []).join("")) ||
    lines.slice(start, end).some((line) => PERCENTAGE.test(line[column]?.text ?? ""));
  const labelled = at.filter((column) => !columns.includes(column) && !isRate(column));
  const [first = 0] = labelled;
  return {
    heads,
    names: namesOf(heads),
    namesakes: namesakesOf(heads, columns),
    groups: at.map((column) => groupOver(head, column)),
    rows: body.map((values, index) => ({
      values,
      labels: labelled.map((column) => lines[start + index]?.[column]?.text ?? ""),
      indented: isIndented(lines[start + index]?.[first]),
    })),
    columns,
  };
}

/** A lowest head that is empty says nothing. */
export function headOf(texts: readonly string[] | undefined): string {
  return texts?.findLast((text) => text !== "") ?? "";
}

function namesOf(heads: PlainTable["heads"]): string[] {
  const times = new Map<string, number>();
  for (const name of heads.map(headOf)) times.set(name, (times.get(name) ?? 0) + 1);
  return heads
    .map(headOf)
    .map((name, column) => (times.get(name) === 1 ? name : l10n.t("{0} (column {1})", name, column + 1)));
}

function namesakesOf(heads: PlainTable["heads"], columns: readonly number[]): readonly (readonly number[])[] {
  const keys = heads.map((texts) => texts.join("\n"));
  const same = new Map<string, number[]>();
  for (const column of columns) {
    const key = keys[column] ?? "";
    same.set(key, [...(same.get(key) ?? []).slice(0, MOST_SIDE_BY_SIDE), column]);
  }
  return keys.map((key) => {
    const found = same.get(key) ?? [];
    return found.length > 1 && found.length <= MOST_SIDE_BY_SIDE ? found : [];
  });
}

/** Every row as the cells that cover its columns; undefined where a row does not reach over the whole width. */
function fullLines(rows: Grid["rows"]): readonly (readonly Cell[])[] | undefined {
  const { width, lines } = occupancy(rows);
  const isFull = (line: readonly (Cell | undefined)[]): line is readonly Cell[] =>
    line.every((cell) => cell !== undefined);
  return width >= 2 && lines.every(isFull) ? lines : undefined;
}

function isIndented(cell: Cell | undefined): boolean {
  if (cell === undefined) return false;
  const { block, start } = cell.place;
  return INDENT.test(block.text.slice(Math.max(0, start - INDENT_LENGTH), start));
}

function plainValue(cell: Cell): PlainValue | undefined {
  const found = readFigureCell(cell);
  if (found === undefined || cell.columnSpan > 1 || cell.rowSpan > 1) return undefined;
  const folded = foldSameLength(cell.text).trim();
  const number = DIGITS_FIRST.exec(folded)?.[0] ?? "";
  return {
    place: found.place,
    value: found.value,
    unit: found.kind === "blank" ? "" : labelKey(folded.slice(number.length)),
    places: FRACTION.exec(number)?.[1]?.length ?? 0,
  };
}

/** The extent of the lowest merged cell over a column; a title over the whole table is none. */
function groupOver(
  head: readonly (readonly Cell[])[],
  column: number,
): readonly [number, number] | undefined {
  const cell = head
    .map((line) => line[column])
    .findLast(
      (one, row) => one !== undefined && one.columnSpan > 1 && one.columnSpan < (head[row]?.length ?? 0),
    );
  return cell === undefined ? undefined : [cell.column, cell.column + cell.columnSpan - 1];
}

import type { Place } from "../document/block.ts";
import type { Grid } from "../tables/grid.ts";
import { labelKey } from "../text/normalize.ts";
import { isNumber } from "./figure-cell.ts";
import { hasColumns, isRectangular } from "./head-columns.ts";
import type { PrintedColumns } from "./report.ts";
import type { SourceRow } from "./source-row.ts";

interface Head {
  readonly text: string;
  readonly place: Place;
  readonly isKnown: boolean;
}

/** What else the last column is called. */
const TOTALS: ReadonlySet<string> = new Set(["合计", "共计"]);

/**
 * How the head of a table whose rows all have the same columns names them. Undefined where it says what the form
 * says, or is too broken to say anything: words that merged cells left anywhere contradict no figures that add up.
 */
export function printedColumns(
  sources: readonly SourceRow[],
  form: readonly string[],
): PrintedColumns | undefined {
  const full = sources.find(({ grid, written }) => written.length >= form.length && isHeaded(grid));
  if (full === undefined) return undefined;
  const { grid, written } = full;
  const heads = written.map(({ column }) => headOver(grid, column, form));
  const known = heads.filter((head) => head?.isKnown === true).map((head) => head?.text);
  const odd = heads.find((head, index) => head !== undefined && head.text !== form[index]);
  if (odd === undefined || known.length < form.length - 1 || new Set(known).size < known.length)
    return undefined;
  const names = heads.map((head) => head?.text ?? "");
  const rows = sources.filter(
    (row) => row.grid === grid && row.written.length === names.length && row.written.some(isMore),
  );
  const isWhole = known.length === form.length;
  if (isWhole && 2 * countOff(rows, names, form) <= rows.length)
    return { names, place: odd.place, isClear: true };
  // With a column more than the form has, no other order can be tried.
  const isOff = names.length === form.length && 2 * countOff(rows, form, form) > rows.length;
  return isOff ? { names, place: odd.place, isClear: false } : undefined;
}

/** A row of nothing but 0 fits every order. */
function isMore({ found: { value } }: SourceRow["written"][number]): boolean {
  return value !== null && value !== 0n;
}

/** Whether the source says which cell is in which column, and has a row above the figures. */
function isHeaded(grid: Grid): boolean {
  return grid.rows[0]?.cells.some(isNumber) === false && (hasColumns(grid) || isRectangular(grid));
}

/** The lowest head cell over a column, one that the form knows before all others. */
function headOver({ rows }: Grid, column: number, form: readonly string[]): Head | undefined {
  let lowest: Head | undefined;
  for (const { cells } of rows) {
    if (cells.some(isNumber)) break;
    for (const { text, place, column: start, columnSpan } of cells) {
      if (text === "" || column < start || column >= start + columnSpan) continue;
      const name = nameIn(form, text);
      if (name !== undefined) lowest = { text: name, place, isKnown: true };
      else if (lowest?.isKnown !== true) lowest = { text, place, isKnown: false };
    }
  }
  return lowest;
}

function nameIn(form: readonly string[], text: string): string | undefined {
  const key = labelKey(text);
  return TOTALS.has(key) ? form.at(-1) : form.find((name) => labelKey(name) === key);
}

/** How many rows do not add up to the form's last column if their figures are called so. */
function countOff(rows: readonly SourceRow[], names: readonly string[], form: readonly string[]): number {
  const parts = form.slice(0, -1).map((name) => names.indexOf(name));
  const total = names.indexOf(form.at(-1) ?? "");
  return rows.filter(({ written }) => {
    const valueAt = (index: number): bigint => written[index]?.found.value ?? 0n;
    return parts.reduce((sum, index) => sum + valueAt(index), 0n) !== valueAt(total);
  }).length;
}

import type { Place } from "../document/block.ts";
import { figureName, figureNames, type RowForm, type TableForm, type TableId } from "../forms/form.ts";
import type { Grid, Layout, Row } from "../tables/grid.ts";
import { fitOf } from "./column-fit.ts";
import { type PlacedRow, placeColumns } from "./columns.ts";
import type { Figure, FigureRow, FoundCell, StatutoryTable } from "./report.ts";

/** The source rows of one table, heads included, in order. */
export interface Extent {
  readonly taken: readonly { readonly grid: Grid; readonly row: Row }[];
}

/** A row of the form with the cells found for it. */
export interface FoundRow {
  readonly form: RowForm;
  readonly label: string;
  readonly labelPlace?: Place;
  readonly found: readonly FoundCell[];
  /** False where other figures of the source may be the row's. */
  readonly sure?: boolean;
}

/** A statutory table from the cells found for its rows: each figure in the column that is its own. */
export function assemble(
  table: TableForm,
  foundRows: readonly FoundRow[],
  { taken }: Extent,
): StatutoryTable {
  const placed = placeAll(table, foundRows);
  const uncertain = new Set<string>();
  const guessed = new Set<string>();
  const rows = foundRows.map(({ form, label, labelPlace, found, sure = true }): FigureRow => {
    const row = placed.get(form.key);
    const isGuess = !sure || (row !== undefined && isGuessed(row, found.length));
    const figures: Figure[] = [];
    const names = figureNames(table.id, form);
    for (const [index, column] of form.columns.entries()) {
      const cell = row?.cells[index];
      if (cell === undefined) continue;
      const name = names[index] ?? "";
      if (!sure || row?.certain[index] !== true) uncertain.add(name);
      if (isGuess) guessed.add(name);
      const { text, place, kind, value } = cell;
      figures.push({ name, table: table.id, row: form.key, column, text, place, kind, value });
    }
    return {
      key: form.key,
      label,
      ...(labelPlace && { labelPlace }),
      figures,
      found,
      expected: form.columns.length,
      ...tooManyIn(table.id, form, row, found),
    };
  });
  const first = taken[0];
  const last = taken.at(-1);
  if (first === undefined || last === undefined) throw new Error("a table without rows");
  return {
    id: table.id,
    layout: layoutOf(taken),
    rows,
    first: first.row.place,
    last: last.row.place,
    grids: [...new Set(taken.map(({ grid }) => grid))],
    missing: table.rows.flatMap((row) => {
      const cells = placed.get(row.key)?.cells;
      return figureNames(table.id, row).filter((_, index) => cells?.[index] === undefined);
    }),
    uncertain,
    guessed,
  };
}

/**
 * Whether a row might be read otherwise. One that lacks a figure is still good for saying that what is there
 * exceeds the total, if only its last figure is the total for sure.
 */
function isGuessed({ certain }: PlacedRow, found: number): boolean {
  return found > certain.length ? certain.includes(false) : found < certain.length && certain.at(-1) !== true;
}

function tooManyIn(
  table: TableId,
  form: RowForm,
  row: PlacedRow | undefined,
  found: readonly FoundCell[],
): Pick<FigureRow, "split" | "extra"> {
  const extra = row?.dropped === undefined ? undefined : found[row.dropped];
  if (extra?.value) return { extra };
  if (row?.joined === undefined) return {};
  const first = found[row.joined];
  const second = found[row.joined + 1];
  if (first === undefined || second === undefined) return {};
  return {
    split: { name: figureName(table, form.key, form.columns[row.joined] ?? ""), parts: [first, second] },
  };
}

/** Rows of one width are placed together, since their columns speak for each other. */
function placeAll(table: TableForm, rows: readonly FoundRow[]): ReadonlyMap<string, PlacedRow> {
  const placed = new Map<string, PlacedRow>();
  const widths = new Set(rows.map(({ form }) => form.columns.length));
  for (const width of widths) {
    const same = new Map(
      rows.filter(({ form }) => form.columns.length === width).map(({ form, found }) => [form.key, found]),
    );
    for (const [key, row] of placeColumns(same, width, fitOf(table))) placed.set(key, row);
  }
  return placed;
}

/** The layout of most rows: a flat text may hold a pipe table too. */
function layoutOf(taken: Extent["taken"]): Layout {
  const counts = new Map<Layout, number>();
  for (const { grid } of taken) counts.set(grid.layout, (counts.get(grid.layout) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

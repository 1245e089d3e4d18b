import type { Place } from "../document/block.ts";
import {
  type Form,
  figureName,
  figureNames,
  type RowForm,
  type TableForm,
  type TableId,
} from "../forms/form.ts";
import { forms } from "../forms/index.ts";
import type { Grid, Layout, Row } from "../tables/grid.ts";
import { fitOf } from "./column-fit.ts";
import { type PlacedRow, placeColumns } from "./columns.ts";
import { readLabel } from "./label.ts";
import { printedColumns } from "./printed-columns.ts";
import type { Figure, FigureRow, FoundCell, PrintedColumns, StatutoryTable } from "./report.ts";
import { dealGroups } from "./review-groups.ts";
import type { ReviewPart } from "./review-reader.ts";
import { figuresOf, isSureOf, type SourceRow, writtenCount } from "./source-row.ts";
import type { ReadRow } from "./table-reader.ts";

/** The source rows of one table, heads included, in order. */
export interface Extent {
  readonly taken: readonly { readonly grid: Grid; readonly row: Row }[];
}

/** A row of the form with the cells found for it. */
interface FoundRow {
  readonly form: RowForm;
  readonly label: string;
  readonly labelPlace?: Place;
  readonly found: readonly FoundCell[];
  /** False where other figures of the source may be the row's. */
  readonly sure?: boolean;
}

/** 表二 or 表三 from the rows read. */
export function labelledTable(table: TableForm, rows: readonly ReadRow[], extent: Extent): StatutoryTable {
  const siblings = rows.flatMap(({ sources }) => sources);
  const printed = hasOneHead(table) ? printedColumns(siblings, table.rows[0]?.columns ?? []) : undefined;
  const keyed = nameUnknownRows(
    table,
    rows.map((row) => ({ ...row, key: keyIn(table, row.key) })),
  );
  const found = table.rows.flatMap((form): FoundRow[] => {
    const same = keyed.filter(({ key }) => key === form.key);
    const filled = same.filter(({ sources }) => writtenCount(sources) > 0);
    // 合计 may be a word of the page; （七）总计 is the row.
    const row =
      filled.find(({ label }) => readLabel(label).number !== "") ??
      filled[0] ??
      same.find(({ sources }) => sources.length > 0) ??
      same[0];
    if (row === undefined) return [];
    return [
      {
        form,
        label: row.label,
        ...(row.labelPlace && { labelPlace: row.labelPlace }),
        ...foundIn(row.sources, form.columns, siblings, printed),
      },
    ];
  });
  return { ...assemble(table, found, extent), ...(printed && { printed }) };
}

/** Whether all rows have the columns that the head names. */
function hasOneHead({ rows: [first, ...others] }: TableForm): boolean {
  return others.every(({ columns }) => columns === first?.columns);
}

/** The figures of a row in the order of the form, where need be by the names that the table's own head gives them. */
function foundIn(
  sources: readonly SourceRow[],
  columns: readonly string[],
  siblings: readonly SourceRow[],
  printed: PrintedColumns | undefined,
): Pick<FoundRow, "found" | "sure"> {
  const names = printed?.names ?? columns;
  const found = figuresOf(sources, names, siblings);
  const sure = isSureOf(sources, names.length);
  if (printed === undefined) return { found, sure };
  if (!printed.isClear || found.length !== names.length) return { found, sure: false };
  return { found: columns.flatMap((name) => found[names.indexOf(name)] ?? []), sure };
}

/** 表四 from its parts: one with all fifteen figures, or one for each group. */
export function reviewTable(table: TableForm, parts: readonly ReviewPart[], extent: Extent): StatutoryTable {
  const width = table.rows[0]?.columns.length ?? 0;
  const grouped = parts.length > 1 && new Set(parts.map(({ group }) => group)).size === parts.length;
  const columns = table.rows.flatMap((row) => row.columns);
  const sources = parts.flatMap((part) => part.sources);
  const all = figuresOf(sources, columns, []);
  const isSure = isSureOf(sources, columns.length);
  const alone = parts.length === 1 && all.length === width ? parts[0]?.group : undefined;
  const whole = !grouped && alone === undefined;
  const dealt = whole ? dealGroups(all, width, table.rows.length) : [];
  if (!whole) return assemble(table, groupsOf(table, parts, alone), extent);
  const found = table.rows.flatMap((form, index): FoundRow[] => {
    const { cells, sure } = dealt[index] ?? {};
    return cells === undefined
      ? []
      : [{ form, label: form.label, found: cells, sure: sure === true && isSure }];
  });
  return assemble(table, found, extent);
}

/**
 * The groups of 表四 in parts of their own. A part with more figures than a group has holds the groups before its
 * last head, too: 行政诉讼 with 未经复议直接起诉 and 复议后起诉 beside a table of 行政复议.
 */
function groupsOf(
  { rows }: TableForm,
  parts: readonly ReviewPart[],
  alone: string | undefined,
): readonly FoundRow[] {
  const found: FoundRow[] = [];
  let waiting: RowForm[] = [];
  for (const form of rows) {
    const part = parts.find(({ group }) => group === form.key);
    waiting.push(form);
    if (part === undefined || (alone !== undefined && alone !== form.key)) continue;
    const width = form.columns.length;
    const all = figuresOf(
      part.sources,
      waiting.flatMap(({ columns }) => columns),
      [],
    );
    const isShared = alone === undefined && waiting.length > 1 && all.length > width + 1;
    if (isShared) {
      for (const [index, { cells, sure }] of dealGroups(all, width, waiting.length).entries()) {
        const own = waiting[index];
        if (own !== undefined) found.push({ form: own, label: own.label, found: cells, sure });
      }
    } else found.push({ form, label: form.label, found: figuresOf(part.sources, form.columns, []) });
    waiting = [];
  }
  return found;
}

/**
 * Rows of figures whose label says nothing take the rows of the form that are missing between their
 * neighbours, where there are just as many.
 */
function nameUnknownRows(table: TableForm, rows: readonly ReadRow[]): readonly ReadRow[] {
  const keys = table.rows.map(({ key }) => key);
  const known = rows.filter(({ key }) => key === "" || keys.includes(key));
  const named: ReadRow[] = [];
  let unknown: ReadRow[] = [];
  let before = -1;
  for (const row of known) {
    if (row.key === "") {
      unknown.push(row);
      continue;
    }
    const at = keys.indexOf(row.key);
    if (unknown.length > 0 && at - before - 1 === unknown.length) {
      named.push(...unknown.map((one, index) => ({ ...one, key: keys[before + 1 + index] ?? "" })));
    }
    unknown = [];
    named.push(row);
    before = at;
  }
  if (unknown.length > 0 && keys.length - before - 1 === unknown.length) {
    named.push(...unknown.map((one, index) => ({ ...one, key: keys[before + 1 + index] ?? "" })));
  }
  return named;
}

/** A row that another form calls otherwise (行政规范性文件, 规范性文件) by this form's key. */
function keyIn(table: TableForm, key: string): string {
  return table.rows.find((row) => row.key === key || row.aliases.includes(key))?.key ?? key;
}

function assemble(table: TableForm, foundRows: readonly FoundRow[], { taken }: Extent): StatutoryTable {
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

/** For each form and table the keys of the rows that no other form has. */
const ownKeys: ReadonlyMap<Form, ReadonlyMap<TableId, readonly string[]>> = new Map(
  forms.map((form) => {
    const others = forms.filter((other) => other !== form).flatMap(({ tables }) => tables);
    const hasRow = (id: TableId, key: string): boolean =>
      others.some((table) => table.id === id && table.rows.some((row) => row.key === key));
    const keysOf = ({ id, rows }: TableForm): string[] =>
      rows.map(({ key }) => key).filter((key) => !hasRow(id, key));
    return [form, new Map(form.tables.map((table) => [table.id, keysOf(table)]))];
  }),
);

/** Which form's version of a table the rows show, undefined where they fit several. */
export function formShown(id: TableId, rows: readonly ReadRow[]): Form | undefined {
  const written = new Set(rows.filter(({ sources }) => sources.length > 0).map(({ key }) => key));
  const shown = forms.map((form) => {
    const keys = ownKeys.get(form)?.get(id) ?? [];
    return { form, count: keys.filter((key) => written.has(key)).length };
  });
  const best = shown.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 && shown.every(({ form, count }) => form === best.form || count < best.count)
    ? best.form
    : undefined;
}

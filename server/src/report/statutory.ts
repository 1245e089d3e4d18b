import type { Form, TableForm, TableId } from "../forms/form.ts";
import { forms } from "../forms/index.ts";
import { assemble, type Extent, type FoundRow } from "./assemble.ts";
import { readLabel } from "./label.ts";
import { printedColumns } from "./printed-columns.ts";
import type { PrintedColumns, StatutoryTable } from "./report.ts";
import { figuresOf, isSureOf, type SourceRow, writtenCount } from "./source-row.ts";
import type { ReadRow } from "./table-reader.ts";

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

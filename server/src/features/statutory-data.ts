import { type Place, type SourceDocument, spanOf } from "../document/block.ts";
import { figureName, type TableForm } from "../forms/form.ts";
import type { FigureRow, Report, StatutoryTable } from "../report/report.ts";
import type { Cell } from "../tables/grid.ts";
import { gridOf } from "../tables/grid-of.ts";
import { FRAME_WORDS, statutoryTable } from "../tables/write/statutory.ts";
import type { TableData } from "../tables/write/table-data.ts";
import { labelKey } from "../text/normalize.ts";

/** A stretch of the text, UTF-16, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** From a table's first row to its last; an HTML or pipe table whole. */
export function spanOfTable(document: SourceDocument, { first, last }: StatutoryTable): Span {
  const edge = (place: Place): Span =>
    place.block.kind === "html" || place.block.kind === "pipe"
      ? spanOf(document, { block: place.block, start: 0, end: place.block.text.length })
      : spanOf(document, place);
  return { start: edge(first).start, end: edge(last).end };
}

/**
 * A statutory table in its official shape, with the figures and the wording of the source. Undefined unless
 * every figure is there, surely placed, and nothing else stands in the table's stretch that would be lost.
 */
export function dataOfStatutory(report: Report, table: StatutoryTable, span: Span): TableData | undefined {
  const form = report.form.tables.find(({ id }) => id === table.id);
  if (form === undefined || !isComplete(table, form)) return undefined;
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  const figures = new Map(
    table.rows.flatMap((row) => row.figures.map((figure) => [figure.name, figure.text])),
  );
  const cells = cellsIn(report, span);
  if (cells === undefined || !cells.every(allowance(report.document, table, form))) return undefined;
  const wording = wordingOf(cells, form);
  return statutoryTable(form, {
    figure: ({ key }, column) => figures.get(figureName(table.id, key, column)) ?? "",
    wording: (text, row) => (text === row?.label ? rowWording(text, rows.get(row.key)) : wording(text)),
  });
}

function isComplete({ rows, missing, uncertain }: StatutoryTable, form: TableForm): boolean {
  return (
    missing.length === 0 &&
    uncertain.size === 0 &&
    rows.length === form.rows.length &&
    rows.every(({ found, figures, expected }) => found.length === expected && figures.length === expected)
  );
}

/** Every cell that says something; undefined where the stretch holds what is neither table nor heading. */
function cellsIn(report: Report, { start, end }: Span): Cell[] | undefined {
  const cells: Cell[] = [];
  for (const block of report.blocks) {
    const offset = report.document.offsetOf(block);
    if (offset + block.text.length <= start || offset >= end) continue;
    if (block.kind === "code" || block.kind === "comment") return undefined;
    if (block.kind === "heading") {
      const place = { block, start: 0, end: block.text.length };
      cells.push({ text: block.text, place, column: 0, columnSpan: 1, rowSpan: 1 });
      continue;
    }
    for (const row of gridOf(block).rows) {
      if (offset + row.place.end <= start || offset + row.place.start >= end) continue;
      cells.push(...row.cells.filter(({ text }) => text !== ""));
    }
  }
  return cells;
}

/** Tells the cells that the official table will hold: its figures, its labels, and pieces of the form's words. */
function allowance(
  document: SourceDocument,
  { rows }: StatutoryTable,
  form: TableForm,
): (cell: Cell) => boolean {
  const startOf = (place: Place): number => spanOf(document, place).start;
  const known = new Set(rows.flatMap(({ figures }) => figures.map(({ place }) => startOf(place))));
  for (const { labelPlace } of rows) if (labelPlace !== undefined) known.add(startOf(labelPlace));
  const text = wordsOf(form).join("\n");
  const heads = form.rows.flatMap(({ columns }) => columns.map(labelKey)).filter((key) => key.length >= LONG);
  const isOfForm = (said: string): boolean => {
    const key = labelKey(said);
    return (
      key !== "" && !/^\d+$/.test(key) && (text.includes(key) || heads.some((head) => key.startsWith(head)))
    );
  };
  // One space apart, several heads are read as one cell.
  return ({ text: said, place }) =>
    known.has(startOf(place)) || isOfForm(said) || said.split(/\s+/).every(isOfForm);
}

/** A head this long is told by its beginning: 本年收费金额（单位：万元，保留4位小数）. */
const LONG = 4;

/** All that a table of the form says, as labels are compared. */
function wordsOf({ rows }: TableForm): readonly string[] {
  const own = rows.flatMap(({ label, aliases, groups, columns }) => [
    label,
    ...aliases,
    ...groups,
    ...columns,
  ]);
  return [...FRAME_WORDS, ...own].map(labelKey);
}

/** The source's own words for those of the form: its brackets, its spaces, what it adds to a head. */
function wordingOf(cells: readonly Cell[], form: TableForm): (text: string) => string {
  const words = wordsOf(form);
  const begins = (text: string): boolean => words.some((word) => labelKey(text).startsWith(word));
  const exact = new Map<string, string>();
  for (const { text } of cells) {
    const heads = text.split(/\s+/).filter(begins);
    if (heads.length <= 1 && !exact.has(labelKey(text))) exact.set(labelKey(text), text);
  }
  return (text) => {
    const key = labelKey(text);
    const same = exact.get(key);
    if (same !== undefined) return same.replace(/^#+\s*/, "");
    if (key.length < LONG) return text;
    return [...exact].find(([other]) => other.startsWith(key))?.[1] ?? text;
  };
}

/** A row's label as the source has it, unless that is only the first line of a wrapped one. */
function rowWording(label: string, row: FigureRow | undefined): string {
  const written = row?.label ?? "";
  const key = labelKey(written);
  const formKey = labelKey(label);
  return key !== formKey && (key === "" || formKey.startsWith(key)) ? label : written;
}

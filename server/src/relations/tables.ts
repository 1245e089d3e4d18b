import type { Block } from "../document/block.ts";
import type { Form, RowForm } from "../forms/form.ts";
import { readLine } from "../report/line.ts";
import { remember } from "../report/remember.ts";
import type { Report, Section, StatutoryTable } from "../report/report.ts";
import { cleanInline } from "../tables/clean-inline.ts";
import type { Grid } from "../tables/grid.ts";
import { gridOf } from "../tables/grid-of.ts";
import { UNIT_LINE } from "./label-words.ts";
import type { NamedFigure, NamedTable } from "./named-table.ts";
import { namedLines } from "./names.ts";
import { readNamedTable } from "./plain-tables.ts";

/** A line longer than this is a sentence and no caption. */
const CAPTION = 60;

/** Every table of a report, or of any text, whose rows and columns have names. */
export const namedTablesOf = remember((report): readonly NamedTable[] => [
  ...report.tables.map((table) => statutoryTable(report, table)),
  ...plainTables(report),
]);

/** The same, and beside a table its other reading, for relations that it is called to. */
export function readingsOf(report: Report): readonly NamedTable[] {
  return namedTablesOf(report).flatMap((table) =>
    table.printed === undefined ? [table] : [table, table.printed],
  );
}

/** The statutory tables of a form, as they are called and named, without figures. */
export function tablesOfForm(form: Form): readonly NamedTable[] {
  return form.tables.map(({ id }) =>
    statutoryTable({ form, figures: new Map() }, { id, uncertain: new Set() }),
  );
}

/** A statutory table: rows by label, number (三(一)) and alias, in the order of the form. */
function statutoryTable(
  { form, figures }: Pick<Report, "form" | "figures">,
  { id, uncertain, guessed }: Pick<StatutoryTable, "id" | "uncertain" | "guessed">,
): NamedTable {
  const { rows = [], columnGroups = {} } = form.tables.find((table) => table.id === id) ?? {};
  const columns = [...new Set(rows.flatMap((row) => row.columns))];
  const title = form.sections.find(({ table }) => table === id)?.title;
  const figureAt = (key: string, label: string): NamedFigure => {
    const name = `${id}/${key}/${label}`;
    return {
      name,
      unit: "",
      seen: (along) =>
        guessed?.has(name) || (along === "column" && uncertain.has(name)) ? undefined : figures.get(name),
    };
  };
  const titles = [id, ...(title === undefined ? [] : [title])];
  return {
    titles,
    rows: namedLines(
      rows.map(({ key, label, groups, aliases }) => ({ label, groups, aliases: [key, ...aliases] })),
    ),
    columns: namedLines(
      columns.map((label) => {
        const group = columnGroups[label];
        return { label, groups: group === undefined ? [] : [group], aliases: [] };
      }),
    ),
    addsRow: () => true,
    addsColumn: () => true,
    figure(row, column) {
      const { key = "", columns: own = [] } = rows[row] ?? {};
      const label = columns[column] ?? "";
      return own.includes(label) ? figureAt(key, label) : undefined;
    },
    ...(id === "表四" && { printed: inOneRow(titles, rows, figureAt) }),
  };
}

/** 表四 as the form prints it: one row, its columns below 行政复议, 未经复议直接起诉 and 复议后起诉. */
function inOneRow(
  titles: readonly string[],
  rows: readonly RowForm[],
  figureAt: (key: string, label: string) => NamedFigure,
): NamedTable {
  const columns = rows.flatMap(({ key, label, groups, columns }) =>
    columns.map((column) => ({ key, column, groups: [...groups, label] })),
  );
  return {
    titles,
    rows: namedLines([{ label: "", groups: [], aliases: [] }]),
    columns: namedLines(columns.map(({ column, groups }) => ({ label: column, groups, aliases: [] }))),
    addsRow: () => true,
    addsColumn: () => true,
    figure(_, index) {
      const column = columns[index];
      return column && figureAt(column.key, column.column);
    },
    keys: rows,
  };
}

/** Tables that are no statutory form, called by their title cell, the line above them, or their heading. */
function* plainTables({ blocks, tables, sections }: Report): Generator<NamedTable> {
  const statutory = new Set<Grid>(tables.flatMap(({ grids }) => grids));
  const headings = new Map<Block, string>(flat(sections).map(({ line, title }) => [line.block, title]));
  let heading = "";
  let above: readonly string[] = [];
  for (const block of blocks) {
    if (block.kind === "comment") continue;
    const grid = gridOf(block);
    const title =
      headings.get(block) ?? (block.kind === "heading" ? readLine(block, 0, block.text.length).text : "");
    const isTable = block.kind !== "heading" && grid.layout !== "flat" && !statutory.has(grid);
    if (title !== "") heading = title;
    if (isTable) {
      const table = readNamedTable(grid, [...captionWithin(block, grid), ...above, heading]);
      if (table !== undefined) yield table;
    }
    const captions = captionsIn(block.text);
    // A line of units alone leaves what stands above it the caption.
    const isUnit = captions.length === 1 && UNIT_LINE.test(captions[0] ?? "");
    above = isTable || block.kind === "heading" ? [] : isUnit ? [...captions, ...above] : captions;
  }
}

/** The <caption> of an HTML table. */
function captionWithin({ text }: Block, { layout }: Grid): readonly string[] {
  const from = layout === "html" ? text.search(/<caption[\s>]/i) : -1;
  const to = from < 0 ? -1 : text.indexOf("</", text.indexOf(">", from));
  return to < 0 ? [] : [cleanInline(text.slice(from, to)).trim()];
}

/** The last line of a text, if it may be a caption; with a line of units after it the one before, too. */
function captionsIn(text: string): readonly string[] {
  const lines = text
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .slice(-2)
    .map((line) => cleanInline(line.trim()));
  const last = lines.at(-1) ?? "";
  const found = UNIT_LINE.test(last) ? lines.reverse() : [last];
  return found
    .map((line) => line.replace(/^[*_]{1,3}/, "").replace(/[*_]{1,3}$/, ""))
    .filter((line) => line !== "" && line.length <= CAPTION);
}

function flat(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...flat(section.children)]);
}

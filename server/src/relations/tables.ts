import type { Block } from "../document/block.ts";
import { readLine } from "../report/heading.ts";
import { remember } from "../report/remember.ts";
import type { Report, Section, StatutoryTable } from "../report/report.ts";
import type { Grid } from "../tables/grid.ts";
import { gridOf } from "../tables/grid-of.ts";
import type { NamedTable } from "./named-table.ts";
import { namedLines } from "./names.ts";
import { readNamedTable } from "./plain-tables.ts";

/** A line longer than this is a sentence and no caption. */
const CAPTION = 60;

/** Every table of a report, or of any text, whose rows and columns have names. */
export const namedTablesOf = remember((report): readonly NamedTable[] => [
  ...report.tables.map((table) => statutoryTable(report, table)),
  ...plainTables(report),
]);

/** A statutory table: rows by label, number (三(一)) and alias, in the order of the form. */
function statutoryTable({ form, figures }: Report, { id, uncertain, guessed }: StatutoryTable): NamedTable {
  const rows = form.tables.find((table) => table.id === id)?.rows ?? [];
  const columns = [...new Set(rows.flatMap((row) => row.columns))];
  const title = form.sections.find(({ table }) => table === id)?.title;
  return {
    titles: [id, ...(title === undefined ? [] : [title])],
    rows: namedLines(
      rows.map(({ key, label, groups, aliases }) => ({ label, groups, aliases: [key, ...aliases] })),
    ),
    columns: namedLines(columns.map((label) => ({ label, groups: [], aliases: [] }))),
    addsRow: () => true,
    addsColumn: () => true,
    figure(row, column) {
      const { key = "", columns: own = [] } = rows[row] ?? {};
      const label = columns[column] ?? "";
      if (!own.includes(label)) return undefined;
      const name = `${id}/${key}/${label}`;
      return {
        name,
        unit: "",
        seen: (along) =>
          guessed?.has(name) || (along === "column" && uncertain.has(name)) ? undefined : figures.get(name),
      };
    },
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
      const table = readNamedTable(grid, [...above, heading]);
      if (table !== undefined) yield table;
    }
    above = isTable || block.kind === "heading" ? [] : captionsIn(block.text);
  }
}

/** The last line of a text, if it may be a caption; with a line of units after it the one before, too. */
function captionsIn(text: string): readonly string[] {
  const lines = text
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .slice(-2)
    .map((line) => line.trim());
  const last = lines.at(-1) ?? "";
  const found = /^[（(]?(?:计量)?单位/.test(last) ? lines.reverse() : [last];
  return found
    .map((line) => line.replace(/^[*_]{1,3}/, "").replace(/[*_]{1,3}$/, ""))
    .filter((line) => line !== "" && line.length <= CAPTION);
}

function flat(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...flat(section.children)]);
}

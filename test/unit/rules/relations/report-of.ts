import type { Block, Place } from "../../../../server/src/document/block.ts";
import { form2021 } from "../../../../server/src/forms/2021.ts";
import { figureName, type TableId } from "../../../../server/src/forms/form.ts";
import { readFigureCell } from "../../../../server/src/report/figure-cell.ts";
import type { Figure, OtherGrid, Report, StatutoryTable } from "../../../../server/src/report/report.ts";
import type { Fix, Rule } from "../../../../server/src/rules/rule.ts";
import type { Cell, Grid } from "../../../../server/src/tables/grid.ts";

/** A text of rows, one a line, cells parted by tabs, as one block and its grid. */
export function gridOf(text: string): { block: Block; grid: Grid } {
  const block: Block = { kind: "lines", text, level: 0 };
  let offset = 0;
  const rows = text.split("\n").map((line) => {
    const start = offset;
    offset += line.length + 1;
    let at = start;
    const cells = line.split("\t").map((cell, column): Cell => {
      const text = cell.trim();
      const first = at + cell.indexOf(text);
      const place: Place = { block, start: first, end: first + text.length };
      at += cell.length + 1;
      return { text, place, column, columnSpan: 1, rowSpan: 1 };
    });
    return { cells, place: { block, start, end: start + line.length } };
  });
  return { block, grid: { layout: "tab", rows } };
}

/** A report of format 2021 with one table. Cells in the order of the form; "?" is one that the report lacks. */
export function reportOf(id: TableId, text: string): Report {
  const { block, grid } = gridOf(text);
  const table = form2021.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(id);
  const figures = new Map<string, Figure>();
  for (const [r, row] of table.rows.entries()) {
    for (const [c, column] of row.columns.entries()) {
      const cell = grid.rows[r]?.cells[c];
      if (cell === undefined || cell.text === "?") continue;
      const name = figureName(id, row.key, column);
      const found = readFigureCell(cell) ?? {
        text: cell.text,
        place: cell.place,
        kind: "invalid",
        value: null,
      };
      figures.set(name, { ...found, name, table: id, row: row.key, column });
    }
  }
  const ends = { block, start: 0, end: text.length };
  const statutory: StatutoryTable = {
    id,
    layout: "tab",
    rows: [],
    first: ends,
    last: ends,
    grids: [grid],
    missing: [],
    uncertain: new Set(),
  };
  return { ...emptyReport(block), tables: [statutory], figures };
}

/** A report with tables that are no statutory form. */
export function reportWithGrids(...texts: readonly string[]): Report {
  const grids = texts.map((text): OtherGrid => gridOf(text));
  const [first] = grids;
  if (first === undefined) throw new Error("no table");
  return { ...emptyReport(first.block), otherGrids: grids };
}

function emptyReport(block: Block): Report {
  return {
    document: { text: block.text, language: "plaintext", blocks: [block], offsetOf: () => 0 },
    blocks: [block],
    form: form2021,
    isReport: true,
    isWhole: true,
    sections: [],
    tables: [],
    otherGrids: [],
    figures: new Map(),
  };
}

export function check(rule: Rule, report: Report) {
  return [...rule.check({ report, fileName: "" })];
}

/** The text with a fix made. */
export function fixed(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.place.start - a.place.start)
    .reduce((now, { place, newText }) => now.slice(0, place.start) + newText + now.slice(place.end), text);
}

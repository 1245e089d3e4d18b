import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { cellLabel, partsOf, rowLabel } from "../rules/relations/labels.ts";
import type { Span } from "./statutory-data.ts";

/** What a figure counts, shown behind it where its table has every cell on a line of its own. */
export interface ColumnName {
  /** Where the figure ends. */
  readonly offset: number;
  /** "自然人"; of 表四, whose figures stand in one row, "行政复议 结果维持". */
  readonly label: string;
  /** The whole cell: "表三 （一）予以公开/自然人". */
  readonly cell: string;
}

/**
 * The columns of the figures in a stretch of the text, in order, of tables that are written one cell a line: nothing
 * else there tells the seven figures of a row apart. Nothing is said where the column is not sure.
 */
export function columnNamesIn({ document, reports }: ParsedDocument, within: Span): ColumnName[] {
  return reports
    .filter(({ isReport }) => isReport)
    .flatMap(({ form, tables }) =>
      tables
        .filter(({ layout }) => layout === "flat")
        .flatMap(({ id, rows, uncertain, guessed }) => {
          const table = form.tables.find((one) => one.id === id);
          if (table === undefined) return [];
          return rows
            .flatMap(({ figures }) => figures)
            .filter(({ name }) => !uncertain.has(name) && guessed?.has(name) !== true)
            .map(({ name, place }): ColumnName => {
              const { row, column } = partsOf(name);
              const label = id === "表四" ? `${rowLabel(table, row)} ${column}` : column;
              return { offset: spanOf(document, place).end, label, cell: `${id} ${cellLabel(table, name)}` };
            });
        }),
    )
    .filter(({ offset }) => offset >= within.start && offset <= within.end)
    .sort((a, b) => a.offset - b.offset);
}

import type { AmbiguousWidth } from "../../text/width.ts";
import type { Layout } from "../grid.ts";
import { writeHtml } from "./html.ts";
import { writeFlat, writeTab } from "./lines.ts";
import { writePipe } from "./pipe.ts";
import type { TableData } from "./table-data.ts";

/** Layouts that can be written; columns padded with spaces cannot be read back for sure. */
export type WritableLayout = Exclude<Layout, "space">;

export interface WriteOptions {
  readonly lineBreak: string;
  readonly ambiguousWidth: AmbiguousWidth;
}

/** Filling up ragged rows may not make a text many times longer than it was. */
const MOST_PLACES_PER_CELL = 40;

/** A table's text without a line break at its end; undefined where the layout cannot hold what it says. */
export function writeTable(
  data: TableData,
  layout: WritableLayout,
  options: WriteOptions,
): string | undefined {
  const { lineBreak, ambiguousWidth } = options;
  if (layout === "html") return writeHtml(data, lineBreak);
  if (layout === "flat") return writeFlat(data, lineBreak);
  const cells = data.rows.reduce((sum, row) => sum + row.length, 0);
  if (data.rows.length * data.columns > cells * MOST_PLACES_PER_CELL) return undefined;
  return layout === "pipe" ? writePipe(data, lineBreak, ambiguousWidth) : writeTab(data, lineBreak);
}

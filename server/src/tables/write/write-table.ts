import type { AmbiguousWidth } from "../../text/width.ts";
import type { Layout } from "../grid.ts";
import { writeHtml } from "./html.ts";
import { writeFlat, writeTab } from "./lines.ts";
import { writePipe } from "./pipe.ts";
import { isTooRagged, type TableData } from "./table-data.ts";

/** Layouts that can be written; columns padded with spaces cannot be read back for sure. */
export type WritableLayout = Exclude<Layout, "space">;

export interface WriteOptions {
  readonly lineBreak: string;
  readonly ambiguousWidth: AmbiguousWidth;
}

/** A table's text without a line break at its end; undefined where the layout cannot hold what it says. */
export function writeTable(
  data: TableData,
  layout: WritableLayout,
  options: WriteOptions,
): string | undefined {
  const { lineBreak, ambiguousWidth } = options;
  if (layout === "html") return writeHtml(data, lineBreak);
  if (layout === "flat") return writeFlat(data, lineBreak);
  if (isTooRagged(data.rows, data.columns)) return undefined;
  return layout === "pipe" ? writePipe(data, lineBreak, ambiguousWidth) : writeTab(data, lineBreak);
}

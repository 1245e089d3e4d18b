import type { SourceDocument } from "../document/block.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Report } from "./report.ts";

/** A text fully read: its blocks, its lines, and the reports it holds (one, mostly; a volume several). */
export interface ParsedDocument {
  readonly document: SourceDocument;
  readonly lines: LineIndex;
  /** Never empty: a text that is no report gives one Report with isReport false. */
  readonly reports: readonly Report[];
}

import type { Locale } from "../../l10n.ts";
import type { FileResult } from "../checking/check-file.ts";
import type { SummaryJson } from "../checking/json.ts";
import type { Paint } from "../color.ts";
import type { Failure } from "../files/source-file.ts";

/** Writes what a check found in one of the formats. Each part is text to print at once; "" prints nothing. */
export interface Writer {
  /** A file as it is done. */
  file(result: FileResult): string;
  end(summary: SummaryJson, failures: readonly Failure[]): string;
}

export interface WriterOptions {
  readonly locale: Locale;
  readonly paint: Paint;
  /** Columns to show a source row in. */
  readonly columns: number;
  /** Leaves out the summary of the text format. */
  readonly quiet: boolean;
}

import type { Severity } from "../../rules/rule.ts";
import type { Encoding } from "../../text/encoding.ts";
import type { Position } from "../../text/lines.ts";
import type { Failure } from "../files/source-file.ts";

/** The public JSON of `gouji check`. Keys may be added; none is renamed or dropped. Positions are LSP's. */
export interface CheckJson {
  readonly version: 1;
  readonly files: readonly FileJson[];
  readonly failures: readonly Failure[];
  readonly summary: SummaryJson;
}

export interface FileJson {
  readonly path: string;
  readonly encoding: Encoding;
  readonly isReport: boolean;
  /** The file's first report; null where it holds none. */
  readonly report: ReportJson | null;
  /** Where the file holds several. */
  readonly reports?: readonly ReportJson[];
  readonly diagnostics: readonly DiagnosticJson[];
}

export interface ReportJson {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly format: string;
}

export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: RangeJson;
  readonly cell?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly relations?: readonly string[];
  readonly suspects?: readonly SuspectJson[];
  readonly related: readonly RelatedJson[];
  readonly fixes: readonly FixJson[];
  /** The rule's page. */
  readonly url: string;
  /** Tells the finding again after lines have moved. */
  readonly fingerprint: string;
  /** Index in `reports`, where the file holds several. */
  readonly reportIndex?: number;
}

export interface RangeJson {
  readonly start: Position;
  readonly end: Position;
}

export interface SuspectJson {
  readonly cell: string;
  readonly range: RangeJson;
  readonly suggest: string;
  readonly resolves: number;
}

export interface RelatedJson {
  readonly message: string;
  readonly path: string;
  readonly range: RangeJson;
}

export interface FixJson {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly range: RangeJson; readonly newText: string }[];
}

export interface SummaryJson {
  readonly files: number;
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  /** Relations of the reports' forms whose figures are all there, and how many of them hold. */
  readonly relations: number;
  readonly holding: number;
  readonly milliseconds: number;
}

import type { Language } from "./document/block.ts";
import type { ParsedDocument } from "./report/parsed.ts";
import type { Finding, Rule, Severity } from "./rules/rule.ts";

/** What a reader can set; both shells fill it, the one from the protocol, the other from options. */
export interface Settings {
  /** Severity by rule code; a rule not named keeps its own. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** Columns that a character of ambiguous width (“ ” — ① …) takes. */
  readonly ambiguousWidth: 1 | 2;
}

export const defaultSettings: Settings = { rules: {}, ambiguousWidth: 2 };

/** A finding after settings and suppression comments have had their say. */
export interface Checked {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly code: string;
  readonly severity: Severity;
  /** Which of the document's reports it is about. */
  readonly reportIndex: number;
}

/** The language service: pure functions over a text, no protocol, no node:*. */
export interface LanguageService {
  /** Reads a text; with the document before an edit, what the edit left alone is reused. */
  parse(text: string, language: Language, previous?: ParsedDocument): ParsedDocument;
  check(parsed: ParsedDocument, fileName: string, settings: Settings): readonly Checked[];
}

import type { Language } from "./document/block.ts";
import { parseText } from "./report/parse.ts";
import type { ParsedDocument } from "./report/parsed.ts";
import {
  type Checked,
  createChecker,
  type OnRuleFailure,
  type OthersOf,
  type RuleSettings,
} from "./rules/check.ts";
import type { OwnRelation } from "./rules/rule.ts";

export type { Checked, OthersOf } from "./rules/check.ts";

/** What a reader can set; both shells fill it, the one from the protocol, the other from options. */
export interface Settings {
  readonly rules: RuleSettings;
  /** Columns that a character of ambiguous width (“ ” — ① …) takes. */
  readonly ambiguousWidth: 1 | 2;
  /** Own relations of gouji.yaml; the same array as long as nothing changed. */
  readonly relations?: readonly OwnRelation[];
}

export const defaultSettings: Settings = { rules: {}, ambiguousWidth: 2 };

/** The language service: pure functions over a text, no protocol, no node:*. */
export interface LanguageService {
  /** Reads a text; with the document before an edit, what the edit left alone is reused. */
  parse(text: string, language: Language, previous?: ParsedDocument): ParsedDocument;
  /** With what other files say of each report, by workspace/, it is compared with that too. */
  check(
    parsed: ParsedDocument,
    fileName: string,
    settings: Settings,
    othersOf?: OthersOf,
  ): readonly Checked[];
}

/**
 * Puts the parts together. One service speaks one language, the one set by the time it first checks.
 *
 * @param onRuleFailure told of a rule that broke, so that the others are heard all the same. Without it the
 *   error is thrown: in a test, and in the command line, which then names the file and goes on to the next.
 */
export function createLanguageService(onRuleFailure: OnRuleFailure = rethrow): LanguageService {
  const check = createChecker(onRuleFailure);
  return {
    parse: parseText,
    check: (parsed, fileName, settings, othersOf) =>
      check(parsed, fileName, settings.rules, othersOf, settings.relations),
  };
}

const rethrow: OnRuleFailure = (_rule, error) => {
  throw error;
};

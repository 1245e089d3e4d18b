import { type Block, spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
import { rules } from "./index.ts";
import type { Finding, Rule, Severity } from "./rule.ts";
import { silencesOf } from "./suppress.ts";

/** Severity by rule code; a rule not named keeps its own. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** A finding after settings and suppression comments have had their say. */
export interface Checked {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly code: string;
  readonly severity: Severity;
  /** Which of the document's reports it is about. */
  readonly reportIndex: number;
}

/** Told of a rule that broke: a fault in it must not hide what the others find. */
export type OnRuleFailure = (rule: Rule, error: unknown) => void;

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * Gives what every rule finds in a text, by settings and comments, in the order of the text. It remembers what it
 * found in a report as long as the report's blocks are the same, so its messages stay in the language they had
 * at first: one checker for one language.
 */
export function createChecker(
  onRuleFailure: OnRuleFailure,
): (parsed: ParsedDocument, fileName: string, settings: RuleSettings) => readonly Checked[] {
  const known = new WeakMap<
    readonly Block[],
    { readonly fileName: string; readonly found: readonly Found[] }
  >();
  const findingsOf = (report: Report, fileName: string): readonly Found[] => {
    const before = known.get(report.blocks);
    if (before?.fileName === fileName) return before.found;
    const found = rules.flatMap((rule) => {
      try {
        return [...rule.check({ report, fileName })].map((finding) => ({ rule, finding }));
      } catch (error) {
        onRuleFailure(rule, error);
        return [];
      }
    });
    known.set(report.blocks, { fileName, found });
    return found;
  };
  return (parsed, fileName, settings) => {
    const isSilenced = silencesOf(parsed);
    const { document, reports } = parsed;
    return reports
      .flatMap((report, reportIndex) =>
        findingsOf(report, fileName).flatMap(({ rule, finding }): (Checked & { start: number })[] => {
          const code = finding.code ?? rule.code;
          const severity = settings[code] ?? finding.severity ?? rule.severity;
          const { start } = spanOf(document, finding.place);
          if (severity === "off" || isSilenced(start, code)) return [];
          return [{ finding, rule, code, severity, reportIndex, start }];
        }),
      )
      .sort((a, b) => a.start - b.start)
      .map(({ start: _, ...checked }) => checked);
  };
}

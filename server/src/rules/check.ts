import { type Block, spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
import { createKept } from "../text/kept.ts";
import { rules as allRules } from "./index.ts";
import type { OtherReports } from "./other-reports.ts";
import type { Finding, OwnRelation, Rule, RuleContext, Severity } from "./rule.ts";
import { silenceIn } from "./suppress.ts";

/** Severity by rule code; a rule not named keeps its own. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** A finding after settings and suppression comments have had their say. */
export interface Checked {
  readonly finding: Finding;
  /** The one under whose code the finding is told. */
  readonly rule: Rule;
  readonly code: string;
  readonly severity: Severity;
  /** Which of the document's reports it is about. */
  readonly reportIndex: number;
}

/** Told of a rule that broke: a fault in it must not hide what the others find. It may throw instead. */
export type OnRuleFailure = (rule: Rule, error: unknown) => void;

/** What each report of a document is compared with, by its index; the same objects as long as nothing changed. */
export type OthersOf = (reportIndex: number) => OtherReports;

export type Checker = (
  parsed: ParsedDocument,
  fileName: string,
  settings: RuleSettings,
  othersOf?: OthersOf,
  relations?: readonly OwnRelation[],
) => readonly Checked[];

interface Found {
  readonly finding: Finding;
  readonly rule: Rule;
}

/** What was found in a report, and what that hung on. */
interface Known {
  readonly fileName: string;
  readonly others: OtherReports;
  readonly relations: readonly OwnRelation[];
  readonly found: readonly Found[];
}

const ALONE: OtherReports = {};
const alone: OthersOf = () => ALONE;
const NO_RELATIONS: readonly OwnRelation[] = [];

/**
 * Gives what every rule finds in a text, by settings and comments, in the order of the text.
 *
 * What a rule finds hangs on the report, the file's name, the reports it is compared with and gouji.yaml, so of a
 * volume only the report that an edit touched is checked again: the others keep their arrays of blocks, and findings
 * hold places, no offsets.
 * Messages are remembered with them: one checker for one language.
 *
 * @param rules every rule, if not for a test.
 */
export function createChecker(onRuleFailure: OnRuleFailure, rules: readonly Rule[] = allRules): Checker {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const known = createKept<readonly Block[], Known>();

  /** What a rule found before it broke counts. */
  const ask = (rule: Rule, context: RuleContext, found: Found[]): void => {
    try {
      for (const finding of rule.check(context)) found.push({ finding, rule });
    } catch (error) {
      onRuleFailure(rule, error);
    }
  };

  const findingsOf = (
    report: Report,
    fileName: string,
    others: OtherReports,
    relations: readonly OwnRelation[],
  ): readonly Found[] => {
    const before = known.get(report.blocks);
    const isKnown = before?.fileName === fileName && before.relations === relations;
    if (isKnown && isSame(before.others, others)) return before.found;
    const context = { report, fileName, ...others, relations };
    const found: Found[] = [];
    for (const rule of rules) ask(rule, context, found);
    known.set(report.blocks, { fileName, others, relations, found });
    return found;
  };

  return (parsed, fileName, settings, othersOf = alone, relations = NO_RELATIONS) => {
    const isSilent = silenceIn(parsed);
    const told: { checked: Checked; start: number; end: number }[] = [];
    for (const [reportIndex, report] of parsed.reports.entries()) {
      for (const { finding, rule: own } of findingsOf(report, fileName, othersOf(reportIndex), relations)) {
        const rule = byCode.get(finding.code ?? own.code) ?? own;
        const { code } = rule;
        const severity = severityOf(finding, rule, settings[code]);
        const { start, end } = spanOf(parsed.document, finding.place);
        if (severity === "off" || isSilent(start, code)) continue;
        told.push({ checked: { finding, rule, code, severity, reportIndex }, start, end });
      }
    }
    // Sorting is stable: what stands at one place stays in the order of the rules.
    return told.sort((a, b) => a.start - b.start || a.end - b.end).map(({ checked }) => checked);
  };
}

function isSame(a: OtherReports, b: OtherReports): boolean {
  return a.previous === b.previous && a.members === b.members;
}

const WEAKEST_FIRST: readonly (Severity | "off")[] = ["off", "hint", "information", "warning", "error"];

/**
 * A setting takes the place of the rule's own severity. A finding that is less sure than its rule stays so:
 * whoever makes a rule an error has not vouched for its guesses.
 */
function severityOf(
  { severity: own }: Finding,
  rule: Rule,
  set: Severity | "off" | undefined,
): Severity | "off" {
  if (set === undefined) return own ?? rule.severity;
  return own !== undefined && rank(own) < rank(rule.severity) && rank(own) < rank(set) ? own : set;
}

function rank(severity: Severity | "off"): number {
  return WEAKEST_FIRST.indexOf(severity);
}

import * as l10n from "@vscode/l10n";
import { missingMember } from "../rules/consolidated-missing-member.ts";
import { wrongPath } from "../rules/previous-wrong-path.ts";
import type { Severity } from "../rules/rule.ts";
import type { ConfigFault, ConfigPath } from "./config-faults.ts";

/** Something said of a gouji.yaml, at a value of it. */
export interface ConfigFinding {
  readonly code: string;
  readonly message: string;
  readonly path: ConfigPath;
  /** Said of the last key of the path, not of its value. */
  readonly isKey?: true;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/** How severe it is by the settings of the rules; a finding that is less sure than its rule stays so. */
export function severityOf(
  { code, severity }: ConfigFinding,
  settings: Readonly<Record<string, Severity | "off">>,
): Severity | "off" {
  const set = settings[code];
  return set === "off"
    ? set
    : (severity ?? set ?? RULES.find((rule) => rule.code === code)?.severity ?? "warning");
}

const RULES = [missingMember, wrongPath];

/** What keeps reports from being compared as gouji.yaml says, as its author is told of it. */
export function configFindings(faults: readonly ConfigFault[]): readonly ConfigFinding[] {
  return faults.map((fault) => ({
    code: (fault.at[0] === "previous" ? wrongPath : missingMember).code,
    message: messageOf(fault),
    path: fault.at,
    ...("isKey" in fault && fault.isKey && { isKey: true }),
    // An office that was dissolved or renamed has none either.
    ...(fault.kind === "absent" && { severity: "information" }),
  }));
}

function messageOf(fault: ConfigFault): string {
  switch (fault.kind) {
    case "no-report":
      return /[*?{]/.test(fault.report)
        ? l10n.t("“report” names one file; “{0}” is a pattern", fault.report)
        : l10n.t("There is no report at “{0}”, so no members can be compared with it", fault.report);
    case "no-own":
      return l10n.t("There is no report at “{0}” that could be compared with last year's", fault.report);
    case "previous-itself":
      return l10n.t("“{0}” is the report itself, not last year's", fault.file);
    case "previous-gone":
      return l10n.t("There is no report at “{0}”, so nothing is compared with last year's", fault.file);
    case "previous-unread":
      return l10n.t("“{0}” cannot be read, so nothing is compared with last year's", fault.file);
    case "previous-year":
      return l10n.t(
        "“{0}” is the report for {1}, not for {2}, so nothing is compared with last year's",
        fault.file,
        fault.years.join(", "),
        fault.wanted,
      );
    case "missing":
      return fault.isPattern
        ? l10n.t("No report for {0} fits “{1}”", fault.year, fault.pattern)
        : l10n.t("There is no report for {0} at “{1}”", fault.year, fault.pattern);
    case "absent":
      return l10n.t(
        "{0} has a report for {1} but none for {2}, so the members may not be complete",
        fault.agency,
        fault.other,
        fault.year,
      );
    case "itself":
      return l10n.t("“{0}” is the consolidated report itself, and no member of it", fault.path);
    case "unread":
      return l10n.t("“{0}” cannot be read, so the members are not complete", fault.path);
    case "yearless":
      return l10n.t("“{0}” does not tell the year of its report, so it is not counted", fault.path);
    case "tableless":
      return l10n.t("“{0}” has no {1}, so the members are not complete", fault.path, fault.tables.join(", "));
    case "twice":
      return l10n.t(
        "The reports of {0} for {1} differ: {2}. Keep one, or the members cannot be added up",
        fault.agency,
        fault.year,
        fault.paths.join(", "),
      );
  }
}

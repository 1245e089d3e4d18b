import * as l10n from "@vscode/l10n";
import type { ConsolidationFault } from "./workspace.ts";

/** Something said of a gouji.yaml, at a value of it. */
export interface ConfigFinding {
  readonly code: string;
  readonly message: string;
  /** Keys and indices that lead to the value: consolidated, 0, members, 2. */
  readonly path: readonly (string | number)[];
}

const CODE = "consolidated/missing-member";

/** What keeps consolidated reports from being compared with all their members, as gouji.yaml is told of it. */
export function configFindings(faults: readonly ConsolidationFault[]): readonly ConfigFinding[] {
  return faults.map((fault) => ({ code: CODE, message: messageOf(fault), path: pathOf(fault) }));
}

function pathOf(fault: ConsolidationFault): ConfigFinding["path"] {
  const entry = ["consolidated", fault.index];
  return fault.kind === "no-report" ? [...entry, "report"] : [...entry, "members", Math.max(fault.entry, 0)];
}

function messageOf(fault: ConsolidationFault): string {
  switch (fault.kind) {
    case "no-report":
      return l10n.t("There is no report at “{0}”, so no members can be compared with it", fault.report);
    case "missing":
      return fault.isPattern
        ? l10n.t("No report for {0} fits “{1}”", fault.year, fault.pattern)
        : l10n.t("There is no report for {0} at “{1}”", fault.year, fault.pattern);
    case "itself":
      return l10n.t("“{0}” is the consolidated report itself, and no member of it", fault.path);
    case "unread":
      return l10n.t("“{0}” cannot be read, so the members are not complete", fault.path);
    case "yearless":
      return l10n.t("“{0}” does not tell the year of its report, so it is not counted", fault.path);
    case "twice":
      return l10n.t(
        "The reports of {0} for {1} differ: {2}. Keep one, or the members cannot be added up",
        fault.agency,
        fault.year,
        fault.paths.join(", "),
      );
  }
}

import * as l10n from "@vscode/l10n";
import type { Severity } from "../../rules/rule.ts";

/** A severity in the reader's language. */
export function severityName(severity: Severity): string {
  const names: Record<Severity, string> = {
    error: l10n.t("error"),
    warning: l10n.t("warning"),
    information: l10n.t("information"),
    hint: l10n.t("hint"),
  };
  return names[severity];
}

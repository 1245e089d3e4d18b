import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Checked } from "../rules/check.ts";
import { documentationUrl } from "../rules/documentation.ts";
import type { Severity } from "../rules/rule.ts";
import { rangeOf } from "./ranges.ts";

/** Who says it, shown beside every message. */
export const SOURCE = "gouji";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * A finding as editors show it.
 *
 * @param uri of the document; with it, the places that the finding refers to are told as related information.
 */
export function diagnosticOf(
  parsed: ParsedDocument,
  { finding, code, severity }: Checked,
  uri: string | undefined,
): Diagnostic {
  const { place, message, related } = finding;
  return {
    range: rangeOf(parsed, place),
    severity: SEVERITIES[severity],
    code,
    codeDescription: { href: documentationUrl(code) },
    source: SOURCE,
    message,
    ...(uri !== undefined &&
      related && {
        relatedInformation: related.map(({ place, message }) => ({
          location: { uri, range: rangeOf(parsed, place) },
          message,
        })),
      }),
  };
}

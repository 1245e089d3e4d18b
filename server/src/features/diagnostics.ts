import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { ParsedDocument } from "../report/parsed.ts";
import { documentationUrl } from "../rules/documentation.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import { rangeOf } from "./ranges.ts";

/** Who says it, shown beside every message. */
export const SOURCE = "gouji";

/** A finding with the code and the severity it is told under. */
export interface Told {
  readonly finding: Finding;
  readonly code: string;
  readonly severity: Severity;
}

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
  { finding, code, severity }: Told,
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

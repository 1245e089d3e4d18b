import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Checked } from "../rules/check.ts";
import { documentationUrl } from "../rules/documentation.ts";
import type { Severity } from "../rules/rule.ts";
import { rangeOf } from "./ranges.ts";

/** Who says it, shown beside every message. */
export const SOURCE = "gouji";

/** The protocol's numbers, written out: the library that names them would add 22 KB to the server. */
export const SEVERITIES = { error: 1, warning: 2, information: 3, hint: 4 } as const satisfies Readonly<
  Record<Severity, DiagnosticSeverity>
>;

/**
 * A finding as editors show it.
 *
 * @param uri of the document; with it, the places that the finding refers to are told as related information.
 * @param pages where the editor shows the pages of the rules, if it does so itself.
 */
export function diagnosticOf(
  parsed: ParsedDocument,
  { finding, code, severity }: Checked,
  uri: string | undefined,
  pages: string | undefined,
): Diagnostic {
  const { place, message, related } = finding;
  return {
    range: rangeOf(parsed, place),
    severity: SEVERITIES[severity],
    code,
    codeDescription: { href: documentationUrl(code, pages) },
    source: SOURCE,
    message,
    ...(uri !== undefined &&
      related && {
        relatedInformation: related.map(({ place, message, elsewhere }) => ({
          location: elsewhere ?? { uri, range: rangeOf(parsed, place) },
          message,
        })),
      }),
  };
}

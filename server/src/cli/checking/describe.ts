import type { Place } from "../../document/block.ts";
import { rangeOf } from "../../features/ranges.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import { documentationUrl } from "../../rules/documentation.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Checked } from "../../service.ts";
import { createFingerprints } from "./fingerprint.ts";
import type { DiagnosticJson, RangeJson } from "./json.ts";
import { rowAt } from "./ranges.ts";
import { indexIn, reportsIn } from "./reports.ts";

/** The path of another file, as it is shown. */
export type PathOf = (uri: string) => string;

/** Findings as the public JSON has them, in the order given. */
export function describeFindings(
  parsed: ParsedDocument,
  path: string,
  checked: readonly Checked[],
  pathOf: PathOf = (uri) => uri,
): readonly DiagnosticJson[] {
  const fingerprints = createFingerprints();
  const reports = reportsIn(parsed);
  const source = { text: parsed.document.text, lines: parsed.lines };
  return checked.map(({ finding, code, severity, reportIndex }) => {
    const range = rangeOf(parsed, finding.place);
    return {
      code,
      severity,
      message: finding.message,
      range,
      ...details(parsed, path, finding, pathOf),
      url: documentationUrl(code),
      fingerprint: fingerprints(code, finding, rowAt(source, range.start.line)),
      ...indexIn(reports, parsed.reports[reportIndex]),
    };
  });
}

type Details = Omit<DiagnosticJson, "code" | "severity" | "message" | "range" | "url" | "fingerprint">;

/** What only some findings have; fixes and related places all have, if none, so that a script need not ask. */
function details(parsed: ParsedDocument, path: string, finding: Finding, pathOf: PathOf): Details {
  const at = (place: Place): RangeJson => rangeOf(parsed, place);
  const { cell, expected, actual, relations, suspects, related = [], fixes = [] } = finding;
  return {
    ...(cell === undefined ? {} : { cell }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(relations === undefined ? {} : { relations }),
    ...(suspects && {
      suspects: suspects.map(({ cell, place, suggest, resolves }) => ({
        cell,
        range: at(place),
        suggest,
        resolves,
      })),
    }),
    related: related.map(({ message, place, elsewhere }) =>
      elsewhere === undefined
        ? { message, path, range: at(place) }
        : { message, path: pathOf(elsewhere.uri), range: elsewhere.range },
    ),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ place, newText }) => ({ range: at(place), newText })),
    })),
  };
}

import * as l10n from "@vscode/l10n";
import type { Severity } from "../../rules/rule.ts";
import type { FileResult } from "../checking/check-file.ts";
import type { DiagnosticJson, RelatedJson, SummaryJson } from "../checking/json.ts";
import { rowAt } from "../checking/ranges.ts";
import type { Paint } from "../color.ts";
import { excerptOf } from "../excerpt.ts";
import type { Failure } from "../files/source-file.ts";
import { severityName } from "./severity.ts";
import type { Writer, WriterOptions } from "./writer.ts";

const INDENT = "    ";
const STYLES: Record<Severity, Parameters<Paint>[0]> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "gray",
};

/** For people: the findings of a file below its name, each with its source row, and a summary at the end. */
export function textWriter(options: WriterOptions): Writer {
  return {
    file(result) {
      const { path, diagnostics } = result.file;
      if (diagnostics.length === 0) return "";
      const entries = diagnostics.map((diagnostic) => entry(diagnostic, result, options));
      return `${options.paint("underline", path)}\n${entries.join("")}\n`;
    },
    end: (summary, failures) => (options.quiet ? "" : `${summaryText(summary, failures)}\n`),
  };
}

function entry(
  diagnostic: DiagnosticJson,
  { file, source }: FileResult,
  { paint, columns }: WriterOptions,
): string {
  const { code, severity, message, range, relations = [], related = [] } = diagnostic;
  const { start, end } = range;
  const row = rowAt(source, start.line);
  const last = end.line === start.line ? end.character : row.length;
  const excerpt = excerptOf(row, start.character, last, columns - INDENT.length);
  const lines = [
    `  ${start.line + 1}:${start.character + 1}  ${paint(STYLES[severity], severityName(severity))}  ${message}  ${paint("gray", code)}`,
    ...(excerpt.row === "" ? [] : [INDENT + excerpt.row, INDENT + paint(STYLES[severity], excerpt.carets)]),
    ...relations.map((relation) => INDENT + paint("gray", relation)),
    ...related.filter(({ path }) => path !== file.path).map((one) => INDENT + paint("gray", elsewhere(one))),
  ];
  return `${lines.join("\n")}\n`;
}

/** What stands in another file: "members/a.txt:40:31  甲街道: 4". */
function elsewhere({ path, range: { start }, message }: RelatedJson): string {
  return `${path}:${start.line + 1}:${start.character + 1}  ${message}`;
}

function summaryText(summary: SummaryJson, failures: readonly Failure[]): string {
  const { files, reports, errors, warnings, informations, hints, relations, holding } = summary;
  return [
    l10n.t("Files: {0}, reports: {1}.", files, reports),
    l10n.t(
      "Errors: {0}, warnings: {1}, information: {2}, hints: {3}.",
      errors,
      warnings,
      informations,
      hints,
    ),
    ...(relations > 0 ? [l10n.t("Of {0} relations {1} hold.", relations, holding)] : []),
    ...(failures.length > 0 ? [l10n.t("Not checked: {0}.", failures.length)] : []),
  ]
    .join(" ")
    .replaceAll("。 ", "。");
}

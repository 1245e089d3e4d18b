import type { FileResult } from "../../../server/src/cli/checking/check-file.ts";
import type { DiagnosticJson, FileJson } from "../../../server/src/cli/checking/json.ts";
import { indexLines } from "../../../server/src/text/lines.ts";

/** A checked file whose findings stand, one each, at the ⟦marks⟧ of the text. */
export function fileResult(
  marked: string,
  findings: readonly Partial<DiagnosticJson>[] = [],
  about: Partial<FileJson> = {},
): FileResult {
  const spans: { start: number; end: number }[] = [];
  let text = "";
  for (const [index, part] of marked.split(/[⟦⟧]/).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  const lines = indexLines(text);
  const diagnostics = spans.map(({ start, end }, index) => ({
    code: "topic/what",
    severity: "error" as const,
    message: "Something is wrong.",
    range: { start: lines.positionAt(start), end: lines.positionAt(end) },
    related: [],
    fixes: [],
    url: "https://example.org/what",
    fingerprint: `${index}`,
    ...findings[index],
  }));
  return {
    file: { path: "a.txt", encoding: "utf-8", isReport: true, report: null, diagnostics, ...about },
    source: { text, lines },
    relations: { relations: 0, holding: 0 },
    reports: 1,
  };
}

export const summary = {
  files: 1,
  reports: 1,
  errors: 1,
  warnings: 0,
  informations: 0,
  hints: 0,
  relations: 42,
  holding: 40,
  milliseconds: 3,
};

import { type Language, type Place, spanOf } from "../../../server/src/document/block.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Finding, Fix, Rule, Severity } from "../../../server/src/rules/rule.ts";
import { applyEdits } from "../apply-edits.ts";

export interface Found extends Finding {
  readonly rule: string;
  readonly level: Severity;
  readonly span: { readonly start: number; readonly end: number };
  /** The text with a fix made. */
  readonly after: (fix: Fix) => string;
}

/** What rules find in a text, in the order of the rules. */
export function findings(
  text: string,
  rules: readonly Rule[],
  language: Language = "plaintext",
  fileName = "",
): Found[] {
  const { document, reports } = parseText(text, language);
  const span = (place: Place): { start: number; end: number } => spanOf(document, place);
  const after = ({ edits }: Fix): string =>
    applyEdits(
      text,
      edits
        .map(({ place, newText }) => ({ ...span(place), newText }))
        .sort((a, b) => a.start - b.start || a.end - b.end),
    );
  return reports.flatMap((report) =>
    rules.flatMap((rule) =>
      [...rule.check({ report, fileName })].map((finding) => ({
        ...finding,
        rule: rule.code,
        level: finding.severity ?? rule.severity,
        span: span(finding.place),
        after,
      })),
    ),
  );
}

/** A text whose findings stand between ⟦ and ⟧, and the text without these marks. */
export function unmark(marked: string): { text: string; spans: { start: number; end: number }[] } {
  let text = "";
  const spans: { start: number; end: number }[] = [];
  for (const piece of marked.split(/(?=[⟦⟧])/)) {
    if (piece.startsWith("⟦")) spans.push({ start: text.length, end: text.length });
    if (piece.startsWith("⟧")) {
      const open = spans.at(-1);
      if (open !== undefined) open.end = text.length;
    }
    text += piece.replace(/^[⟦⟧]/, "");
  }
  return { text, spans };
}

/** The text with marks around what the findings stand at, for comparison with what was marked. */
export function mark(text: string, found: readonly Found[]): string {
  const edits = found
    .flatMap(({ span }) => [
      { start: span.start, end: span.start, newText: "⟦" },
      { start: span.end, end: span.end, newText: "⟧" },
    ])
    .sort((a, b) => a.start - b.start);
  return applyEdits(text, edits);
}

/** Checks a marked text; what comes back equals it where all findings stand at the marks and nowhere else. */
export function remark(
  marked: string,
  rule: Rule,
  language?: Language,
  fileName?: string,
): { marked: string; found: Found[] } {
  const { text } = unmark(marked);
  const found = findings(text, [rule], language, fileName);
  return { marked: mark(text, found), found };
}

/** One text replaced, which must be there. */
export function swap(text: string, from: string | RegExp, to: string): string {
  const swapped = text.replace(from, () => to);
  if (swapped === text) throw new Error(`not there: ${from}`);
  return swapped;
}

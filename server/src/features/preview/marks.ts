import { spanOf } from "../../document/block.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { Checked } from "../../rules/check.ts";
import { blank } from "../../rules/table-blank.ts";
import type { Span } from "../statutory-data.ts";
import { escapeHtml } from "./escape.ts";

/** A stretch of the text that something is wrong with, and what. */
export interface Mark extends Span {
  readonly message: string;
}

/** What is marked in a preview, in order: errors and warnings, where one place is what they are about. */
export function marksOf({ document }: ParsedDocument, checked: readonly Checked[]): Mark[] {
  return (
    checked
      .filter(({ severity }) => severity === "error" || severity === "warning")
      // All blanks of a table are one finding, which stands at the first; each is shown as blank.
      .filter(({ code, finding }) => code !== blank.code || finding.cell !== undefined)
      .map(({ finding: { place, message } }) => ({ ...spanOf(document, place), message }))
      .sort((a, b) => a.start - b.start)
  );
}

/** Where an element comes from, and what is wrong with it; `quiet` where nothing is. */
export function sourceAttributes(offset: number, marks: readonly Mark[], quiet = ""): string {
  const messages = marks.filter(({ start }) => start === offset).map(({ message }) => message);
  return ` data-offset="${offset}"${messages.length === 0 ? quiet : failing(messages)}`;
}

/** A class for a colour, and the reason for whoever points at it. */
export function attributes(name: string, title: string): string {
  return ` class="${name}" title="${escapeHtml(title)}"`;
}

function failing(messages: readonly string[]): string {
  return attributes("failing", messages.join("\n"));
}

import * as l10n from "@vscode/l10n";
import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { ownYearsOf } from "./own-years.ts";
import { reportAt } from "./report-at.ts";
import type { Span } from "./statutory-data.ts";

/** What a report is called by in many places: the agency's name or the year it is about. */
export interface Name {
  readonly kind: "agency" | "year";
  /** The occurrence that was pointed at. */
  readonly span: Span;
  /** Every occurrence in the report, in order. */
  readonly all: readonly Span[];
}

/** The name at an offset; undefined where none stands. */
export function nameAt(parsed: ParsedDocument, offset: number): Name | undefined {
  const report = reportAt(parsed, offset);
  if (report?.isReport !== true) return undefined;
  const years = ownYearsOf(report).map((place) => spanOf(report.document, place));
  const names: readonly Name[] = [...allOf("agency", agenciesIn(report)), ...allOf("year", years)].filter(
    ({ span: { start, end } }) => start <= offset && offset <= end,
  );
  // The year stands right behind the name: of two that meet at the offset the one that begins there.
  return names.find(({ span }) => offset < span.end) ?? names[0];
}

/** Where the name stands in the very same letters, so that what is typed at one place can be typed at all. */
export function linkedSpans({ document }: ParsedDocument, { span, all }: Name): readonly Span[] {
  const textAt = ({ start, end }: Span): string => document.text.slice(start, end);
  return all.filter((one) => textAt(one) === textAt(span));
}

/** What may be typed while the places are edited together; anything else ends that. */
export const namePatterns: Readonly<Record<Name["kind"], string>> = {
  agency: "[^\\s\\d，。、；：,.;:()（）《》“”#|]*",
  year: "\\d*",
};

/**
 * Gives a name another wording wherever the report uses it. Throws RangeError, with words for the author, where the
 * new one cannot be: a year has four digits, a name is not empty and stands on one line.
 */
export function renameEdits({ kind, all }: Name, newName: string): TextEdit[] {
  const text = newName.trim();
  if (kind === "year" && !/^20\d{2}$/.test(text))
    throw new RangeError(l10n.t("A year has four digits, such as 2024."));
  if (text === "" || /[\r\n\t|]/.test(text)) throw new RangeError(l10n.t("Please enter a name."));
  return all.map((span) => ({ ...span, newText: text }));
}

function allOf(kind: Name["kind"], all: readonly Span[]): Name[] {
  return all.map((span) => ({ kind, span, all }));
}

function agenciesIn({ agency, blocks, document }: Report): Span[] {
  if (agency === undefined || agency.length < 2) return [];
  return blocks.flatMap((block) => {
    const offset = document.offsetOf(block);
    const spans: Span[] = [];
    for (let at = block.text.indexOf(agency); at >= 0; at = block.text.indexOf(agency, at + agency.length)) {
      spans.push({ start: offset + at, end: offset + at + agency.length });
    }
    return spans;
  });
}

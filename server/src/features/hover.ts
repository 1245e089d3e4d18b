import * as l10n from "@vscode/l10n";
import { claimsAbout, compare } from "../claims/compare.ts";
import { type Place, spanOf } from "../document/block.ts";
import type { NamedRelation } from "../relations/named-relation.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Figure, Report } from "../report/report.ts";
import { figurePlace, type OtherReports } from "../rules/other-reports.ts";
import { readingLabel } from "../rules/prose/reading-label.ts";
import { rowLabel } from "../rules/relations/labels.ts";
import type { PlacedOperand } from "../rules/relations/reconciled.ts";
import { formatDecimal } from "../text/decimal.ts";
import { growthOf } from "../text/growth.ts";
import { moneyUnitIn } from "../text/money.ts";
import { type Counterpart, carriedTo, lastYears } from "./counterparts.ts";
import { type InspectedOperand, type InspectedRelation, inspect } from "./inspect.ts";
import { noteAt } from "./note-at.ts";
import { quoteAround } from "./quote.ts";
import { reportAt } from "./report-at.ts";
import { rowNote } from "./row-notes.ts";
import type { Span } from "./statutory-data.ts";
import { type Target, targetAt } from "./target.ts";

export interface Hover {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/** A longer sum is shown without its zeros. */
const ALL_OPERANDS = 8;

/**
 * What a number is and whether it fits: its cell in the form, and its relations with the numbers filled in. On a
 * label, a head or a heading, what the form asks for there.
 *
 * @param others what each report of the document is compared with.
 * @param own the relations of gouji.yaml.
 */
export function hoverAt(
  parsed: ParsedDocument,
  offset: number,
  others: readonly OtherReports[] = [],
  own: readonly NamedRelation[] = [],
): Hover | undefined {
  const target = targetAt(parsed, offset, own);
  if (target === undefined) return noteHover(parsed, offset);
  const place: Place = "figure" in target ? target.figure.place : target.place;
  const lines = linesFor(target, others[parsed.reports.indexOf(target.report)] ?? {}, own);
  return lines.length === 0 ? undefined : { span: spanOf(parsed.document, place), text: lines.join("\n\n") };
}

function noteHover(parsed: ParsedDocument, offset: number): Hover | undefined {
  const report = reportAt(parsed, offset);
  const note = report?.isReport ? noteAt(report, offset) : undefined;
  return note && { span: note.span, text: titled(note.title, note.text) };
}

function titled(title: string, text: string): string {
  return `**${title}**\n\n${text}`;
}

function linesFor(target: Target, others: OtherReports, own: readonly NamedRelation[]): string[] {
  const { report } = target;
  switch (target.kind) {
    case "figure":
      return [
        ...figureLines(report, target.figure, own),
        ...claimsAbout(report, target.figure).map(({ place }) =>
          l10n.t("In the text: “{0}”", quoteAround(place)),
        ),
        ...otherLines(target.figure, others),
      ];
    case "own":
      return figureLines(report, target.figure, own);
    case "label":
      return labelLines(target);
    case "claim":
      return claimLines(target);
  }
}

/** The cells that a number in prose speaks of, by the reading that fits or is nearest. */
function claimLines({ report, claim }: Target & { kind: "claim" }): string[] {
  const comparison = compare(report, claim);
  if (comparison === undefined) return [];
  const { read, agrees } = comparison;
  const cells = `${agrees ? "✓" : "✗"} ${readingLabel(report, read)}`;
  return [l10n.t("{0}: {1}", cells, `**${formatDecimal(read.sum)}**`)];
}

function figureLines(report: Report, figure: PlacedOperand, own: readonly NamedRelation[]): string[] {
  const inspection = inspect(report, figure, own);
  if (inspection === undefined) return [];
  const { cell, value, unsure } = inspection;
  // What cannot be checked for that reason is said once.
  const relations = inspection.relations.filter(
    ({ status }) => !unsure || status === "holds" || status === "fails",
  );
  return [
    l10n.t("{0}: {1}", `**${cell}**`, value),
    ...(unsure ? [l10n.t("Its row has a figure too few or too many, so its column is not certain.")] : []),
    ...(relations.length > 0 ? [relations.map(relationLine).join("  \n")] : []),
  ];
}

/** What other reports say of a figure. */
function otherLines(figure: Figure, others: OtherReports): string[] {
  const [before, carried] = [lastYears(figure, others), carriedTo(figure, others)];
  const sum = others.members?.sumOf(figure.name);
  return [
    ...(carried === undefined ? [] : [l10n.t("Carried over in last year's report: {0}", linkTo(carried))]),
    ...(before === undefined ? [] : [l10n.t("Last year: {0}", withChange(linkTo(before), before, figure))]),
    ...(sum === undefined
      ? []
      : [l10n.t("{0} members' reports add up to {1}", sum.known, formatDecimal(sum.sum) + (sum.unit ?? ""))]),
  ];
}

/**
 * A value of last year with what changed since, "7 (+3, +42.9%)"; alone where one of the two is no number, or money in a
 * unit of its own.
 */
function withChange(shown: string, { figure: { value, unit } }: Counterpart, now: Figure): string {
  if (value === null || now.value === null) return shown;
  if (unit !== undefined || moneyUnitIn(now.text) !== undefined) return shown;
  const { difference, percent } = growthOf(value, now.value) ?? { difference: l10n.t("unchanged") };
  return percent === undefined
    ? l10n.t("{0} ({1})", shown, difference)
    : l10n.t("{0} ({1}, {2}%)", shown, difference, percent);
}

/** A value that leads to where it stands, as VS Code reads a place in a link. */
function linkTo({ report, figure }: Counterpart): string {
  const value = figure.value === null ? l10n.t("blank") : formatDecimal(figure.value) + (figure.unit ?? "");
  const { uri, range } = figurePlace(report, figure);
  const address = uri.replaceAll("(", "%28").replaceAll(")", "%29");
  return `[${value}](${address}#L${range.start.line + 1},${range.start.character + 1})`;
}

function relationLine({ title, status, comparison, left, right }: InspectedRelation): string {
  const both = `${sumInWords(left)} ${comparison} ${sumInWords(right)}`;
  switch (status) {
    case "holds":
      return l10n.t("{0}: {1}", `✓ ${title}`, both);
    case "fails":
      return l10n.t("{0}: {1}", `✗ ${title}`, both);
    default:
      return l10n.t("– {0}: cannot be checked, since a figure is missing", title);
  }
}

/** "1 + 0 − **8**": the figure itself bold; of a long sum only what is not 0. */
function sumInWords(operands: readonly InspectedOperand[]): string {
  const shown = operands.filter(({ isZero, isSelf }) => operands.length <= ALL_OPERANDS || isSelf || !isZero);
  const terms = shown.map(({ value, isSelf, isSubtracted }, index) => {
    const sign = isSubtracted ? "− " : index > 0 ? "+ " : "";
    return sign + (isSelf ? `**${value}**` : value);
  });
  return terms.length === 0 ? "0" : terms.join(" ");
}

function labelLines({ report, table, row }: Target & { kind: "label" }): string[] {
  const form = report.form.tables.find(({ id }) => id === table.id);
  const note = rowNote(row.key);
  if (form === undefined || note === undefined) return [];
  return [titled(`${table.id} ${rowLabel(form, row.key)}`, note)];
}

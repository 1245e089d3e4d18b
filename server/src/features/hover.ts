import * as l10n from "@vscode/l10n";
import { type Place, spanOf } from "../document/block.ts";
import type { TableForm } from "../forms/form.ts";
import type { Outcome } from "../reconcile/evaluate.ts";
import { relationsOf, type TableRelations } from "../reconcile/in-report.ts";
import { namesOf } from "../reconcile/model.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Figure } from "../report/report.ts";
import { cellLabel, rowLabel } from "../rules/relations/labels.ts";
import { shownValue } from "../rules/relations/messages.ts";
import { formatDecimal } from "../text/decimal.ts";
import { rowNote } from "./row-notes.ts";
import type { Span } from "./statutory-data.ts";
import { type Target, targetAt } from "./target.ts";

/** A longer sum is shown without its zeros. */
const ALL_OPERANDS = 8;

export interface Hover {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/**
 * What a number is and whether it fits: its cell in the form, and its relations with the numbers filled in. On a
 * row's label, what the form asks for there.
 */
export function hoverAt(parsed: ParsedDocument, offset: number): Hover | undefined {
  const target = targetAt(parsed, offset);
  if (target === undefined) return undefined;
  const lines = target.kind === "figure" ? figureLines(target) : labelLines(target);
  const place: Place = target.kind === "figure" ? target.figure.place : target.place;
  return lines.length === 0 ? undefined : { span: spanOf(parsed.document, place), text: lines.join("\n\n") };
}

function figureLines({ report, figure }: Target & { kind: "figure" }): string[] {
  const form = report.form.tables.find(({ id }) => id === figure.table);
  if (form === undefined) return [];
  const head = `**${figure.table} ${cellLabel(form, figure.name)}**: ${shownValue(figure)}`;
  const own = relationsOf(report).find((one) => one.form.id === figure.table);
  const relations = own?.outcomes.flatMap((outcome) => relationLine(own, outcome, figure) ?? []) ?? [];
  const unsure = report.tables.some(({ uncertain }) => uncertain.has(figure.name));
  return [
    head,
    ...(unsure ? [l10n.t("Its row has a figure too few or too many, so its column is not certain.")] : []),
    ...(relations.length > 0 ? [relations.join("  \n")] : []),
  ];
}

function relationLine(
  { form, lookup }: TableRelations,
  outcome: Outcome,
  figure: Figure,
): string | undefined {
  const { relation, status } = outcome;
  if (!namesOf(relation).includes(figure.name)) return undefined;
  const side = (names: readonly string[]): string =>
    sumInWords(names, figure, (name) => lookup(name, relation));
  const [left, right] = [side(relation.left), side(relation.right)];
  const told = relationTitle(form, outcome);
  switch (status) {
    case "holds":
      return `✓ ${told}: ${left} = ${right}`;
    case "fails":
      return `✗ ${told}: ${left} ≠ ${right}`;
    default:
      return l10n.t("– {0}: cannot be checked, since a figure is missing", told);
  }
}

/** "1 + 0 + **8** = 9": the figure itself bold; of many numbers only those that are not 0. */
function sumInWords(
  names: readonly string[],
  figure: Figure,
  operand: (name: string) => Parameters<typeof shownValue>[0],
): string {
  const shown = names.filter(
    (name) => names.length <= ALL_OPERANDS || name === figure.name || (operand(name)?.value ?? 0n) !== 0n,
  );
  const terms = shown.map((name) => {
    const text = shownValue(operand(name));
    return name === figure.name ? `**${text}**` : text;
  });
  if (shown.length === names.length) return terms.join(" + ");
  const sum = names.reduce((total, name) => total + (operand(name)?.value ?? 0n), 0n);
  return terms.length === 0
    ? "0"
    : terms.length === 1
      ? terms.join()
      : `(${terms.join(" + ")} = ${formatDecimal(sum)})`;
}

function relationTitle(form: TableForm, { relation }: Outcome): string {
  const subject = relation.subject.slice(form.id.length + 1);
  switch (relation.rule) {
    case "table3/row-total":
      return l10n.t("The six kinds of applicant make the total");
    case "table3/column-total":
      return l10n.t("The outcomes make （七）总计");
    case "table3/balance":
      return l10n.t("一 + 二 = （七）总计 + 四");
    case "table4/group-total":
      return l10n.t("The four results of {0} make the total", rowLabel(form, subject));
  }
}

function labelLines({ report, table, row }: Target & { kind: "label" }): string[] {
  const form = report.form.tables.find(({ id }) => id === table.id);
  const note = rowNote(row.key);
  if (form === undefined || note === undefined) return [];
  return [`**${table.id} ${rowLabel(form, row.key)}**`, note];
}

import * as l10n from "@vscode/l10n";
import { spanOf } from "../document/block.ts";
import type { TableForm } from "../forms/form.ts";
import type { Outcome, Status } from "../reconcile/evaluate.ts";
import { relationsOf, type TableRelations } from "../reconcile/in-report.ts";
import { namesOf } from "../reconcile/relation.ts";
import type { Figure, Report } from "../report/report.ts";
import { cellLabel, operandLabel, rowLabel } from "../rules/relations/labels.ts";
import { shownValue } from "../rules/relations/messages.ts";
import type { Span } from "./statutory-data.ts";

/** A figure with every relation it takes part in, the numbers filled in. */
export interface Inspection {
  /** "表三 （一）予以公开/自然人" */
  readonly cell: string;
  readonly value: string;
  /** Set where its row has a figure too few or too many, so that its column is a guess. */
  readonly unsure: boolean;
  readonly relations: readonly InspectedRelation[];
}

export interface InspectedRelation {
  readonly title: string;
  readonly status: Status;
  /** Their sum is to be that of `right`. */
  readonly left: readonly InspectedOperand[];
  readonly right: readonly InspectedOperand[];
}

export interface InspectedOperand {
  readonly label: string;
  readonly value: string;
  readonly isZero: boolean;
  /** The figure that was asked for. */
  readonly isSelf: boolean;
  /** Where it stands in the text; undefined for one that the report lacks. */
  readonly span?: Span;
}

export function inspect(report: Report, figure: Figure): Inspection | undefined {
  const form = report.form.tables.find(({ id }) => id === figure.table);
  if (form === undefined) return undefined;
  const own = relationsOf(report).find((one) => one.form === form);
  return {
    cell: `${figure.table} ${cellLabel(form, figure.name)}`,
    value: shownValue(figure),
    unsure: report.tables.some(({ uncertain }) => uncertain.has(figure.name)),
    relations:
      own?.outcomes
        .filter(({ relation }) => namesOf(relation).includes(figure.name))
        .map((outcome) => inspectRelation(report, own, outcome, figure)) ?? [],
  };
}

function inspectRelation(
  { document, figures }: Report,
  { form, lookup }: TableRelations,
  { relation, status }: Outcome,
  figure: Figure,
): InspectedRelation {
  const operand = (name: string): InspectedOperand => {
    const found = lookup(name, relation);
    const place = found && figures.get(name)?.place;
    return {
      label: operandLabel(form, relation, name),
      value: shownValue(found),
      isZero: (found?.value ?? 0n) === 0n,
      isSelf: name === figure.name,
      ...(place && { span: spanOf(document, place) }),
    };
  };
  return {
    title: titleOf(form, relation),
    status,
    left: relation.left.map(operand),
    right: relation.right.map(operand),
  };
}

function titleOf(form: TableForm, { rule, subject, text }: Outcome["relation"]): string {
  switch (rule) {
    case "table3/row-total":
      return l10n.t("The six kinds of applicant make the total");
    case "table3/column-total":
      return l10n.t("The outcomes make （七）总计");
    case "table3/balance":
      return l10n.t("一 + 二 = （七）总计 + 四");
    case "table4/group-total":
      return l10n.t(
        "The four results of {0} make the total",
        rowLabel(form, subject.slice(form.id.length + 1)),
      );
    default:
      return text ?? subject;
  }
}

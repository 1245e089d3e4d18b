import * as l10n from "@vscode/l10n";
import { spanOf } from "../document/block.ts";
import type { Outcome, Status } from "../reconcile/evaluate.ts";
import { isRow, namesOf, type Relation } from "../reconcile/relation.ts";
import type { NamedRelation } from "../relations/named-relation.ts";
import type { Report } from "../report/report.ts";
import { cellLabel, type LabelledTable, operandLabel, partsOf, rowLabel } from "../rules/relations/labels.ts";
import { shownValue } from "../rules/relations/messages.ts";
import type { PlacedOperand } from "../rules/relations/reconciled.ts";
import { unsureIn } from "../rules/sure-figures.ts";
import { type Decimal, formatDecimal } from "../text/decimal.ts";
import { type CheckedTable, checkedTablesOf, isAt } from "./checked-tables.ts";
import { relationTitle } from "./relation-title.ts";
import type { Span } from "./statutory-data.ts";

/** A figure with every relation it takes part in, the numbers filled in. */
export interface Inspection {
  /** "表三 （一）予以公开/自然人"; without the column where that is not certain. */
  readonly cell: string;
  readonly value: string;
  /** Set where its row has a figure too few or too many, so that its column is a guess. */
  readonly unsure: boolean;
  readonly relations: readonly InspectedRelation[];
}

export interface InspectedRelation {
  readonly title: string;
  readonly status: Status;
  /** What the relation makes of its two sides, with ≠ where they should be the same and are not. */
  readonly comparison: "=" | "≠" | "≤" | "≥" | "<" | ">";
  readonly left: readonly InspectedOperand[];
  readonly right: readonly InspectedOperand[];
}

export interface InspectedOperand {
  /** Empty for a number that stands in the relation itself. */
  readonly label: string;
  readonly value: string;
  /** Set where it is taken away from its side. */
  readonly isSubtracted: boolean;
  readonly isZero: boolean;
  /** The figure that was asked for. */
  readonly isSelf: boolean;
  /** Where it stands in the text; undefined for one that the report lacks. */
  readonly span?: Span;
}

const COMPARISONS = { "=": "=", "<=": "≤", ">=": "≥", "<": "<", ">": ">" } as const;

/**
 * A figure of a statutory table, or of one that gouji.yaml has relations for.
 *
 * @param own the relations of gouji.yaml.
 */
export function inspect(
  report: Report,
  figure: PlacedOperand,
  own: readonly NamedRelation[] = [],
): Inspection | undefined {
  const unsure = unsureIn(report).has(figure.name);
  const found = checkedTablesOf(report, own)
    .filter(({ figures }) => isAt(figures.get(figure.name), figure))
    .flatMap((table) =>
      table.outcomes
        .filter(({ relation }) => namesOf(relation).includes(figure.name))
        .filter(({ relation }) => !unsure || isKnownRow(relation))
        .map((outcome) => ({ table, outcome })),
    );
  const form: LabelledTable | undefined =
    report.form.tables.find(({ id }) => figure.name.startsWith(`${id}/`)) ?? found[0]?.table.form;
  if (form === undefined) return undefined;
  return {
    cell: unsure ? rowOf(form, figure) : `${form.id} ${cellLabel(form, figure.name)}`,
    value: shownValue(figure),
    unsure,
    relations: found.map(({ table, outcome }) => inspectRelation(report, table, outcome, figure)),
  };
}

/** The rows of 表四 stand in one line: where a figure is too few or too many there, no row is sure. */
const IN_ONE_LINE = "表四";

/** Whether a relation is along a row of which the figures are known, whatever their columns. */
function isKnownRow(relation: Relation): boolean {
  return isRow(relation) && !relation.subject.startsWith(IN_ONE_LINE);
}

/** What can be said of a figure whose column is not certain. */
function rowOf(form: LabelledTable, { name }: PlacedOperand): string {
  return form.id === IN_ONE_LINE ? form.id : `${form.id} ${rowLabel(form, partsOf(name).row)}`;
}

function inspectRelation(
  report: Report,
  { form, lookup, figures }: CheckedTable,
  { relation, status }: Outcome,
  self: PlacedOperand,
): InspectedRelation {
  const unsure = unsureIn(report);
  const operand = (name: string, isSubtracted: boolean): InspectedOperand[] => {
    const found = lookup(name, relation);
    const place = found && figures.get(name)?.place;
    if (found === undefined) return [];
    return [
      {
        label: unsure.has(name) ? l10n.t("column not certain") : operandLabel(form, relation, name),
        value: shownValue(found),
        isSubtracted,
        isZero: (found.value ?? 0n) === 0n,
        isSelf: name === self.name,
        ...(place && { span: spanOf(report.document, place) }),
      },
    ];
  };
  const side = (key: "left" | "right"): InspectedOperand[] => {
    const minus = relation.minus?.[key] ?? [];
    const lacking = [...relation[key], ...minus].filter((name) => lookup(name, relation) === undefined);
    return [
      ...relation[key].flatMap((name) => operand(name, false)),
      ...minus.flatMap((name) => operand(name, true)),
      ...constant(relation.constant?.[key] ?? 0n),
      ...(lacking.length === 0 ? [] : [inWords(lackingInWords(report, lacking))]),
    ];
  };
  const comparison = COMPARISONS[relation.comparison ?? "="];
  return {
    title: relationTitle(form, relation),
    status,
    comparison: comparison === "=" && status === "fails" ? "≠" : comparison,
    left: side("left"),
    right: side("right"),
  };
}

/** A number that stands in the relation itself. */
function constant(value: Decimal): InspectedOperand[] {
  if (value === 0n) return [];
  const isSubtracted = value < 0n;
  return [{ ...inWords(formatDecimal(isSubtracted ? -value : value)), isSubtracted }];
}

/** What stands in a sum and nowhere in the text. */
function inWords(value: string): InspectedOperand {
  return { label: "", value, isSubtracted: false, isZero: false, isSelf: false };
}

/** Figures that are there and may be others', or that are not there: as one, since a sum of them says nothing. */
function lackingInWords(report: Report, names: readonly string[]): string {
  const rows = new Set([...unsureIn(report)].map((name) => name.slice(0, name.lastIndexOf("/"))));
  const isUnsure = names.some((name) => rows.has(name.slice(0, name.lastIndexOf("/"))));
  return isUnsure ? l10n.t("not certain") : l10n.t("missing");
}

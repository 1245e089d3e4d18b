import * as l10n from "@vscode/l10n";
import type { RelationRule } from "../../forms/form.ts";
import { afterChanges } from "../../reconcile/after-changes.ts";
import type { Cause, Failure } from "../../reconcile/cause.ts";
import { relationsOf } from "../../reconcile/in-report.ts";
import { placeOf } from "../../reconcile/locate.ts";
import { namesOf, totalOf } from "../../reconcile/relation.ts";
import type { Report } from "../../report/report.ts";
import { formatDecimal } from "../../text/decimal.ts";
import type { Finding, Related } from "../rule.ts";
import { confirmations } from "./confirmed.ts";
import { fixesOf } from "./fixes.ts";
import { notation, operandLabel } from "./labels.ts";
import { failureMessage, hint, shownValue } from "./messages.ts";
import type { Figures, PlacedOperand, Reconciled } from "./reconciled.ts";

/** A cause that settles several relations is reported under the first of these that fails. */
const MOST_SPECIFIC_FIRST: readonly string[] = [
  "table3/row-total",
  "table3/column-total",
  "table3/balance",
  "table4/group-total",
];

/** Longer relations (the 22 outcomes of a column) list only the operands that are not 0. */
const ALL_OPERANDS = 7;
/** A shifted row breaks up to eight relations; the operands of more than three help nobody. */
const WITH_OPERANDS = 3;

/** One finding for each cause that is reported under the rule. */
export function* relationFindings(report: Report, rule: RelationRule): Generator<Finding> {
  for (const relations of relationsOf(report)) {
    for (const cause of relations.causes) {
      const failures = [...cause.failures].sort((a, b) => rankOf(a) - rankOf(b));
      if (failures[0]?.relation.rule !== rule) continue;
      const finding = findingOf(report, relations, { ...cause, failures });
      if (finding === undefined) continue;
      yield { ...finding, related: [...(finding.related ?? []), ...confirmations(report, cause)] };
    }
  }
}

function rankOf({ relation }: Failure): number {
  return MOST_SPECIFIC_FIRST.indexOf(relation.rule);
}

/** The finding of one cause; undefined where the report has none of its figures. */
export function findingOf(report: Figures, relations: Reconciled, cause: Cause): Finding | undefined {
  const { form, outcomes, lookup } = relations;
  const [failure] = cause.failures;
  if (failure === undefined) return undefined;
  const at = standsAt(report, cause, failure);
  if (at === undefined) return undefined;
  const effect = afterChanges(outcomes, lookup, cause.changes);
  const settled = outcomes
    .filter(({ status, relation }) => status === "fails" && !effect.stillFails(relation))
    .map(({ relation }) => relation);
  const message = failureMessage(form, failure);
  const more = hint(form, cause, settled, (name) => report.figures.get(name));
  const fixes = fixesOf(report, relations, cause);
  return {
    place: at.place,
    message: more === undefined ? message : l10n.t("{0}; {1}", message, more),
    cell: at.name,
    ...expectation(cause, failure, at),
    relations: cause.failures.map(({ relation }) => notation(relation)),
    suspects: cause.suspects.flatMap(({ name, suggest, resolves }) => {
      const figure = report.figures.get(name);
      if (figure === undefined) return [];
      return [{ cell: name, place: figure.place, suggest: formatDecimal(suggest), resolves }];
    }),
    related: [...relatedOf(report, relations, cause.failures)],
    ...(fixes.length > 0 && { fixes }),
  };
}

/** The figure that the cause stands at; where the report lacks it, the first that the relation has. */
function standsAt({ figures }: Figures, cause: Cause, { relation }: Failure): PlacedOperand | undefined {
  const names = [placeOf(cause), ...relation.right, ...namesOf(relation)];
  return names.map((name) => figures.get(name)).find((figure) => figure !== undefined);
}

/** What the figure should say: the suggestion, or for a total the sum. */
function expectation(
  { kind, suspects }: Cause,
  { relation, left, right, partial }: Failure,
  { name, value }: PlacedOperand,
): Pick<Finding, "expected" | "actual"> {
  const isTotal = totalOf(relation) === name && partial === undefined;
  const off = relation.left.includes(name) ? right - left : left - right;
  const wanted = kind !== "total" ? suspects[0]?.suggest : isTotal ? (value ?? 0n) + off : undefined;
  if (wanted === undefined) return {};
  return { expected: formatDecimal(wanted), ...(value !== null && { actual: formatDecimal(value) }) };
}

/** The other relations that fail for the same reason, and the operands of the first few, each figure once. */
function* relatedOf(
  { figures }: Figures,
  { form, lookup }: Reconciled,
  failures: readonly Failure[],
): Generator<Related> {
  const listed = new Set<string>();
  for (const [index, failure] of failures.entries()) {
    const { relation } = failure;
    const total = figures.get(totalOf(relation) ?? relation.right[0] ?? "");
    if (index > 0 && total !== undefined)
      yield { place: total.place, message: failureMessage(form, failure) };
    if (index >= WITH_OPERANDS) continue;
    const names = namesOf(relation);
    for (const name of names) {
      const figure = figures.get(name);
      if (figure === undefined || lookup(name, relation) === undefined || listed.has(name)) continue;
      const isLong = names.length > ALL_OPERANDS && !relation.right.includes(name);
      if (isLong && (figure.value ?? 0n) === 0n) continue;
      listed.add(name);
      const label = operandLabel(form, relation, name);
      yield { place: figure.place, message: l10n.t("“{0}”: {1}", label, shownValue(figure)) };
    }
  }
}

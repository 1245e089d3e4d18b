import * as l10n from "@vscode/l10n";
import type { Cause, Change, Failure, Operand } from "../../reconcile/cause.ts";
import { isRow, type Relation } from "../../reconcile/relation.ts";
import { formatDecimal } from "../../text/decimal.ts";
import { type LabelledTable, operandLabel, partsOf, rowLabel, subjectLabel } from "./labels.ts";

/** The figure's number as the author sees it; a blank is called one. */
export function shownValue(operand: Operand | undefined): string {
  return operand?.value == null ? l10n.t("blank") : formatDecimal(operand.value);
}

/** What does not add up, with both sums. Stands alone. */
export function failureMessage(table: LabelledTable, { relation, left, right, partial }: Failure): string {
  const difference = left > right ? left - right : right - left;
  const label = subjectLabel(table, relation);
  const [a, b, off] = [left, right, difference].map(formatDecimal) as [string, string, string];
  if (partial !== undefined) {
    const [known, whole] = partial === "left" ? [a, b] : [b, a];
    return isRow(relation)
      ? l10n.t(
          "{0}, row “{1}”: the figures that are there already add up to {2}, more than the total {3}",
          table.id,
          label,
          known,
          whole,
        )
      : l10n.t(
          "{0}, column “{1}”: the figures that are there already add up to {2}, more than the other side, {3}",
          table.id,
          label,
          known,
          whole,
        );
  }
  switch (relation.rule) {
    case "table3/row-total":
      return l10n.t(
        "表三, row “{0}”: the six kinds of applicant add up to {1}, the total says {2}, off by {3}",
        label,
        a,
        b,
        off,
      );
    case "table3/column-total":
      return l10n.t(
        "表三, column “{0}”: the outcomes add up to {1}, （七）总计 says {2}, off by {3}",
        label,
        a,
        b,
        off,
      );
    case "table3/balance":
      return l10n.t(
        "表三, column “{0}”: items 一 and 二 make {1}, items 三 and 四 make {2}, off by {3}",
        label,
        a,
        b,
        off,
      );
    case "table4/group-total":
      return l10n.t(
        "表四, “{0}”: the four results add up to {1}, the total says {2}, off by {3}",
        label,
        a,
        b,
        off,
      );
    default:
      return ownMessage(table, relation, label, a, b, off);
  }
}

/** A relation that its author wrote, with both sides as they are. */
function ownMessage(
  { id }: LabelledTable,
  relation: Relation,
  label: string,
  left: string,
  right: string,
  off: string,
): string {
  const text = relation.text ?? "";
  return isRow(relation)
    ? l10n.t(
        "{0}, row “{1}”: “{2}” does not hold: {3} on the left, {4} on the right, off by {5}",
        id,
        label,
        text,
        left,
        right,
        off,
      )
    : l10n.t(
        "{0}, column “{1}”: “{2}” does not hold: {3} on the left, {4} on the right, off by {5}",
        id,
        label,
        text,
        left,
        right,
        off,
      );
}

/** Which figure is most likely wrong and what it should be; undefined where that is not known. */
export function hint(
  table: LabelledTable,
  { kind, failures, changes }: Cause,
  settled: readonly Relation[],
  operandOf: (name: string) => Operand | undefined,
): string | undefined {
  const [first, second] = changes;
  const relation = failures[0]?.relation;
  if (first === undefined || relation === undefined) return undefined;
  const label = ({ name }: Change): string => operandLabel(table, relation, name);
  const row = rowLabel(table, partsOf(first.name).row);
  switch (kind) {
    case "figure":
      return settlesHint(
        label(first),
        formatDecimal(first.value),
        shownValue(operandOf(first.name)),
        settled,
      );
    case "swap":
      if (second === undefined) return undefined;
      return swapHint(table, first, second, operandOf);
    case "split":
      return l10n.t(
        "in row “{0}” one number, {1}, has probably been split over two cells",
        row,
        formatDecimal(first.value),
      );
    case "shift":
      return l10n.t("the figures of row “{0}” probably stand one cell off", row);
    case "total":
      return undefined;
  }
}

function swapHint(
  table: LabelledTable,
  first: Change,
  second: Change,
  operandOf: (name: string) => Operand | undefined,
): string {
  const [a, b] = [partsOf(first.name), partsOf(second.name)];
  const [valueA, valueB] = [shownValue(operandOf(first.name)), shownValue(operandOf(second.name))];
  return a.row === b.row
    ? l10n.t(
        "in row “{0}”, “{1}” ({2}) and “{3}” ({4}) have probably been exchanged",
        rowLabel(table, a.row),
        a.column,
        valueA,
        b.column,
        valueB,
      )
    : l10n.t(
        "in column “{0}”, “{1}” ({2}) and “{3}” ({4}) have probably been exchanged",
        a.column,
        rowLabel(table, a.row),
        valueA,
        rowLabel(table, b.row),
        valueB,
      );
}

function settlesHint(label: string, wanted: string, now: string, settled: readonly Relation[]): string {
  if (settled.some(({ rule }) => rule === "table4/group-total")) {
    return l10n.t("with “{0}” at {1} (now {2}) the group would agree", label, wanted, now);
  }
  const row = settled.some((relation) => isRow(relation));
  const column = settled.some((relation) => !isRow(relation));
  if (row && column) {
    return l10n.t("with “{0}” at {1} (now {2}) both its row and its column would agree", label, wanted, now);
  }
  if (row) return l10n.t("with “{0}” at {1} (now {2}) its row would agree", label, wanted, now);
  if (column) return l10n.t("with “{0}” at {1} (now {2}) its column would agree", label, wanted, now);
  return l10n.t("“{0}” should probably be {1} (now {2})", label, wanted, now);
}

import type { RelationForm } from "../forms/form.ts";
import type { Decimal } from "../text/decimal.ts";
import type { Failure, Operand } from "./cause.ts";

/** The figure of a name as one relation sees it; undefined where the report lacks it. */
export type Lookup = (name: string, relation: RelationForm) => Operand | undefined;

/**
 * missing: the total (or all that should make it up) is left blank, so nothing was added up wrongly.
 * unknown: a figure is absent or no number.
 */
export type Status = "holds" | "fails" | "missing" | "unknown";

export interface Outcome extends Failure {
  readonly status: Status;
}

interface Side {
  readonly sum: Decimal;
  readonly numbers: number;
  readonly absent: boolean;
  readonly invalid: boolean;
  readonly negative: boolean;
  /** A blank total of figures that are not all 0 stands here: its value is open, not 0. */
  readonly open: boolean;
}

/**
 * Says of each relation whether it holds, in the order given. A blank counts as 0 where the rest of the
 * relation is there; a blank total never counts as a wrong one.
 */
export function evaluate(relations: readonly RelationForm[], lookup: Lookup): Outcome[] {
  const open = openTotals(relations, lookup);
  return relations.map((relation) => outcomeOf(relation, lookup, open));
}

function outcomeOf(relation: RelationForm, lookup: Lookup, open: ReadonlySet<string>): Outcome {
  const left = sideOf(relation.left, relation, lookup, open);
  const right = sideOf(relation.right, relation, lookup, open);
  const outcome = { relation, left: left.sum, right: right.sum };
  if (left.invalid || right.invalid) return { ...outcome, status: "unknown" };
  const blankTotal = relation.right.length === 1 && right.numbers === 0 && !right.absent;
  if (left.open || right.open || blankTotal) return { ...outcome, status: "missing" };
  if (left.absent || right.absent) {
    const partial = certainExcess(left, right);
    return partial === undefined
      ? { ...outcome, status: "unknown" }
      : { ...outcome, status: "fails", partial };
  }
  if (left.sum === right.sum) return { ...outcome, status: "holds" };
  return { ...outcome, status: left.numbers === 0 || right.numbers === 0 ? "missing" : "fails" };
}

/** The incomplete side whose known figures alone exceed the other, complete one. Counts are never negative. */
function certainExcess(left: Side, right: Side): Failure["partial"] {
  if (left.negative || right.negative) return undefined;
  if (left.absent && !right.absent && right.numbers > 0 && left.sum > right.sum) return "left";
  if (right.absent && !left.absent && left.numbers > 0 && right.sum > left.sum) return "right";
  return undefined;
}

function sideOf(
  names: readonly string[],
  relation: RelationForm,
  lookup: Lookup,
  openTotal: ReadonlySet<string>,
): Side {
  let sum: Decimal = 0n;
  let numbers = 0;
  let absent = false;
  let invalid = false;
  let negative = false;
  let open = false;
  for (const name of names) {
    const operand = lookup(name, relation);
    if (operand === undefined) absent = true;
    else if (operand.value !== null) {
      sum += operand.value;
      numbers += 1;
      if (operand.value < 0n) negative = true;
    } else if (operand.kind === "invalid") invalid = true;
    else if (openTotal.has(name)) open = true;
  }
  return { sum, numbers, absent, invalid, negative, open };
}

/** Blank totals whose parts are not known to be 0: in other relations they must not count as 0. */
function openTotals(relations: readonly RelationForm[], lookup: Lookup): ReadonlySet<string> {
  const open = new Set<string>();
  for (const relation of relations) {
    const [total, ...more] = relation.right;
    if (total === undefined || more.length > 0 || lookup(total, relation)?.kind !== "blank") continue;
    const { sum, absent, invalid } = sideOf(relation.left, relation, lookup, open);
    if (sum !== 0n || absent || invalid) open.add(total);
  }
  return open;
}

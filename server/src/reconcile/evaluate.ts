import type { Decimal } from "../text/decimal.ts";
import type { Failure, Operand } from "./cause.ts";
import { agree, isEquation, type Relation, totalOf } from "./relation.ts";

/** The figure of a name as one relation sees it; undefined where the report lacks it. */
export type Lookup = (name: string, relation: Relation) => Operand | undefined;

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
export function evaluate(relations: readonly Relation[], lookup: Lookup): Outcome[] {
  const open = openTotals(relations, lookup);
  return relations.map((relation) => outcomeOf(relation, lookup, open));
}

function outcomeOf(relation: Relation, lookup: Lookup, open: ReadonlySet<string>): Outcome {
  const left = sideOf(relation, "left", lookup, open);
  const right = sideOf(relation, "right", lookup, open);
  const outcome = { relation, left: left.sum, right: right.sum };
  if (left.invalid || right.invalid) return { ...outcome, status: "unknown" };
  const total = totalOf(relation);
  const isBlankTotal = total !== undefined && lookup(total, relation)?.kind === "blank";
  if (left.open || right.open || isBlankTotal) return { ...outcome, status: "missing" };
  if (left.absent || right.absent) {
    const isSum = isEquation(relation) && relation.minus === undefined;
    const partial = isSum ? certainExcess(left, right) : undefined;
    return partial === undefined
      ? { ...outcome, status: "unknown" }
      : { ...outcome, status: "fails", partial };
  }
  if (agree(relation, left.sum, right.sum)) return { ...outcome, status: "holds" };
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
  relation: Relation,
  side: "left" | "right",
  lookup: Lookup,
  openTotal: ReadonlySet<string>,
): Side {
  let sum: Decimal = relation.constant?.[side] ?? 0n;
  let numbers = 0;
  let absent = false;
  let invalid = false;
  let negative = false;
  let open = false;
  const add = (name: string, isAdded: boolean): void => {
    const operand = lookup(name, relation);
    if (operand === undefined) absent = true;
    else if (operand.value !== null) {
      // Most figures are 0, and to add even that would make a number anew.
      if (operand.value !== 0n) sum += isAdded ? operand.value : -operand.value;
      numbers += 1;
      if (operand.value < 0n) negative = true;
    } else if (operand.kind === "invalid") invalid = true;
    else if (openTotal.has(name)) open = true;
  };
  const minus = relation.minus?.[side] ?? [];
  for (const name of relation[side]) add(name, true);
  for (const name of minus) add(name, false);
  // A side that is but a number of the relation's own has nothing left blank.
  if (relation[side].length + minus.length === 0) numbers = 1;
  return { sum, numbers, absent, invalid, negative, open };
}

/** Blank totals whose parts are not known to be 0: in other relations they must not count as 0. */
function openTotals(relations: readonly Relation[], lookup: Lookup): ReadonlySet<string> {
  const open = new Set<string>();
  for (const relation of relations) {
    const total = totalOf(relation);
    if (total === undefined || lookup(total, relation)?.kind !== "blank") continue;
    const parts = relation.right[0] === total ? "left" : "right";
    const { sum, absent, invalid } = sideOf(relation, parts, lookup, open);
    if (sum !== 0n || absent || invalid) open.add(total);
  }
  return open;
}

import type { Cause } from "../../reconcile/cause.ts";
import { evaluate, type Lookup } from "../../reconcile/evaluate.ts";
import { causesOfAny, placeOf } from "../../reconcile/locate.ts";
import type { Relation } from "../../reconcile/relation.ts";
import type { Decimal } from "../../text/decimal.ts";
import type { PlainValue } from "./plain-table.ts";
import type { PromisedSum } from "./promised-sum.ts";

/** Why sums of a table fail: where row and column tell the same of a figure, it is that figure. */
export interface SumCause {
  /** The sums that one change would settle, the first of which names it. */
  readonly sums: readonly [PromisedSum, ...PromisedSum[]];
  /** Where it stands: the figure that is known to be wrong, else the total of the first. */
  readonly value: PlainValue;
  readonly isLocated: boolean;
  /** What it should be; undefined where that would leave another sum wrong. */
  readonly wanted: Decimal | undefined;
}

/** All sums of a table are looked at together, so that no change settles one and breaks another. */
export function causesIn(sums: readonly PromisedSum[]): SumCause[] {
  if (sums.every(({ holds }) => holds)) return [];
  const names = new Map<PlainValue, string>();
  const values = new Map<string, PlainValue>();
  const nameOf = (value: PlainValue): string => {
    const name = names.get(value) ?? `${names.size}`;
    names.set(value, name);
    values.set(name, value);
    return name;
  };
  const meant = new Map(sums.map((sum) => [relationOf(sum, nameOf), sum]));
  const lookup: Lookup = (name) => {
    const { value = null } = values.get(name) ?? {};
    return { name, value, kind: value === null ? "blank" : "number" };
  };
  return causesOfAny(evaluate([...meant.keys()], lookup), lookup).flatMap((cause): SumCause[] => {
    const value = values.get(placeOf(cause));
    const [first, ...others] = cause.failures.flatMap(({ relation }) => meant.get(relation) ?? []);
    if (value === undefined || first === undefined) return [];
    if ([first, ...others].every(({ isUnsure }) => isUnsure)) return [];
    return [{ sums: [first, ...others], value, ...settlementOf(cause) }];
  });
}

function relationOf(
  { direction, line, parts, total, tolerance }: PromisedSum,
  nameOf: (value: PlainValue) => string,
): Relation {
  return {
    rule: "table/total",
    subject: line,
    left: parts.map(nameOf),
    right: [nameOf(total)],
    comparison: "=",
    total: nameOf(total),
    tolerance,
    along: direction === "across" ? "row" : "column",
  };
}

/** A figure of one sum alone has nothing to confirm that it, and not another of the sum, is wrong. */
function settlementOf({ kind, failures, changes }: Cause): Pick<SumCause, "isLocated" | "wanted"> {
  return { isLocated: kind === "figure" && failures.length > 1, wanted: changes[0]?.value };
}

import type { TableId } from "../forms/form.ts";
import type { Change } from "../reconcile/cause.ts";
import { evaluate, type Lookup, type Outcome } from "../reconcile/evaluate.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import { namesOf } from "../reconcile/relation.ts";
import type { Report } from "../report/report.ts";
import type { Decimal } from "../text/decimal.ts";

/** Relations of one table that would fail once the changes are made and do not fail now. */
export function newFailures(report: Report, id: TableId, changes: readonly Change[]): readonly Outcome[] {
  const table = relationsOf(report).find(({ form }) => form.id === id);
  if (table === undefined) return [];
  const { outcomes, lookup } = table;
  const made = new Map(changes.map(({ name, value }) => [name, value]));
  const changed: Lookup = (name, relation) => {
    const operand = lookup(name, relation);
    const value = made.get(name);
    return operand === undefined || value === undefined ? operand : { name, kind: "number", value };
  };
  return evaluate(
    outcomes.map(({ relation }) => relation),
    changed,
  ).filter(({ status }, index) => status === "fails" && outcomes[index]?.status !== "fails");
}

export function breaksNothing(report: Report, id: TableId, changes: readonly Change[]): boolean {
  return newFailures(report, id, changes).length === 0;
}

/** Figures that findings of relations speak of. */
export interface Accused {
  /** A finding stands there; what its relations say the figure should be. */
  readonly corrected: ReadonlyMap<string, Decimal>;
  /** Part of a sum that fails for a reason that cannot be told: any of them may be wrong. */
  readonly doubtful: ReadonlySet<string>;
}

export function accusedFigures(report: Report): Accused {
  const corrected = new Map<string, Decimal>();
  const doubtful = new Set<string>();
  for (const { causes } of relationsOf(report)) {
    for (const { kind, changes, failures } of causes) {
      if (kind !== "total") for (const { name, value } of changes) corrected.set(name, value);
      else for (const { relation } of failures) for (const name of namesOf(relation)) doubtful.add(name);
    }
  }
  return { corrected, doubtful };
}

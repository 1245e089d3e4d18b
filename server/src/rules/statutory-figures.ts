import type { TableId } from "../forms/form.ts";
import type { Change } from "../reconcile/cause.ts";
import { evaluate, type Lookup, type Outcome } from "../reconcile/evaluate.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import type { Report } from "../report/report.ts";

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

/** Figures at which a finding of a relation stands already, with the correction it proposes. */
export function suspectedFigures(report: Report): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { causes } of relationsOf(report)) {
    for (const { kind, changes } of causes) {
      if (kind !== "total") for (const { name } of changes) names.add(name);
    }
  }
  return names;
}

import { evaluate, type Lookup } from "../../reconcile/evaluate.ts";
import type { Report } from "../../report/report.ts";

export interface RelationCount {
  readonly relations: number;
  readonly holding: number;
}

/** How many relations of the reports' forms could be evaluated, and how many of them hold. */
export function countRelations(reports: readonly Report[]): RelationCount {
  let relations = 0;
  let holding = 0;
  for (const { form, figures } of reports) {
    const lookup: Lookup = (name) => figures.get(name);
    for (const { status } of evaluate(
      form.tables.flatMap((table) => table.relations),
      lookup,
    )) {
      if (status === "holds") holding++;
      if (status === "holds" || status === "fails") relations++;
    }
  }
  return { relations, holding };
}

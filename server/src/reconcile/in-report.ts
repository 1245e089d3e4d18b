import type { TableForm } from "../forms/form.ts";
import { remember } from "../report/remember.ts";
import type { Figure } from "../report/report.ts";
import type { Cause } from "./cause.ts";
import { evaluate, type Lookup, type Outcome } from "./evaluate.ts";
import { causesOf } from "./locate.ts";
import { isRow } from "./relation.ts";

/** The relations of one statutory table of a report: how each fares, and why some fail. */
export interface TableRelations {
  readonly form: TableForm;
  readonly lookup: Lookup;
  /** In the order of the form. */
  readonly outcomes: readonly Outcome[];
  readonly causes: readonly Cause[];
}

/** Reconciles every statutory table that the report has; done once a report, since several rules ask. */
export const relationsOf = remember(({ isReport, form, tables, figures }): readonly TableRelations[] => {
  if (!isReport) return [];
  const present = new Set(tables.map(({ id }) => id));
  const uncertain = new Set(tables.flatMap((table) => [...table.uncertain]));
  const guessed = new Set(tables.flatMap((table) => [...(table.guessed ?? [])]));
  // Where the column of a figure is not sure, nothing is said of columns; where its row is not, nothing at all.
  const lookup = (name: string, relation: Parameters<Lookup>[1]): Figure | undefined =>
    guessed.has(name) || (uncertain.has(name) && !isRow(relation)) ? undefined : figures.get(name);
  return form.tables
    .filter(({ id, relations }) => present.has(id) && relations.length > 0)
    .map((table) => {
      const outcomes = evaluate(table.relations, lookup);
      return { form: table, lookup, outcomes, causes: causesOf(outcomes, lookup) };
    });
});

import { figureNames, type TableForm } from "../forms/form.ts";
import { remember } from "../report/remember.ts";
import type { Figure, Report } from "../report/report.ts";
import type { Cause } from "./cause.ts";
import { evaluate, type Lookup, type Outcome } from "./evaluate.ts";
import { causesOf } from "./locate.ts";
import { isRow, type Relation } from "./relation.ts";

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
      const outcomes = evaluate(withPartsOfAbsent(table, figures), lookup);
      return { form: table, lookup, outcomes, causes: causesOf(outcomes, lookup) };
    });
});

/**
 * The relations of a table. Where a row of totals is left out altogether, what it would add up takes its place in the
 * relations that go on with it: without （七）总计, 一 and 二 still equal the outcomes and 四.
 */
function withPartsOfAbsent(
  { id, rows, relations }: TableForm,
  figures: Report["figures"],
): readonly Relation[] {
  const names = new Set(
    rows.flatMap((row) => {
      const own = figureNames(id, row);
      return own.some((name) => figures.has(name)) ? [] : own;
    }),
  );
  if (names.size === 0) return relations;
  const parts = new Map(
    relations.flatMap(({ left, right: [total, ...more] }) =>
      total !== undefined && more.length === 0 && names.has(total) && !left.some((name) => names.has(name))
        ? [[total, left] as const]
        : [],
    ),
  );
  // What is there first: a finding stands at it.
  const spread = (side: readonly string[]): readonly string[] => [
    ...side.filter((name) => !parts.has(name)),
    ...side.flatMap((name) => parts.get(name) ?? []),
  ];
  return relations.map((relation) =>
    relation.right.length > 1 && relation.right.some((name) => parts.has(name))
      ? { ...relation, right: spread(relation.right) }
      : relation,
  );
}

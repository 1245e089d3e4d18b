import { relationsOf } from "../reconcile/in-report.ts";
import type { NamedRelation } from "../relations/named-relation.ts";
import { ownRelationsIn } from "../relations/own.ts";
import type { Report } from "../report/report.ts";
import type { Figures, PlacedOperand, Reconciled } from "../rules/relations/reconciled.ts";

/** A table with relations, and where its figures stand. */
export interface CheckedTable extends Reconciled, Figures {}

/** The statutory tables, and those that gouji.yaml has relations for: a table may be among both. */
export function checkedTablesOf(report: Report, own: readonly NamedRelation[]): CheckedTable[] {
  const statutory = relationsOf(report).map((one): CheckedTable => ({ ...one, figures: report.figures }));
  return [...statutory, ...ownRelationsIn(report, own)];
}

/** Whether both are the same cell: two tables of one office may have figures of one name. */
export function isAt(one: PlacedOperand | undefined, { place }: PlacedOperand): boolean {
  return one !== undefined && one.place.block === place.block && one.place.start === place.start;
}

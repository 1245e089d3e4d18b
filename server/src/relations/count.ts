import { relationsOf } from "../reconcile/in-report.ts";
import type { Report } from "../report/report.ts";
import type { NamedRelation } from "./named-relation.ts";
import { ownRelationsIn } from "./own.ts";

export interface RelationCount {
  readonly relations: number;
  readonly holding: number;
}

/**
 * How many relations could be told to hold or fail, and how many hold: those of the statutory tables, and those that
 * gouji.yaml asks of any table.
 */
export function countRelations(
  reports: readonly Report[],
  own: readonly NamedRelation[] = [],
): RelationCount {
  const statuses = reports
    .flatMap((report) => [...relationsOf(report), ...ownRelationsIn(report, own)])
    .flatMap(({ outcomes }) => outcomes)
    .map(({ status }) => status);
  const holding = statuses.filter((status) => status === "holds").length;
  return { relations: holding + statuses.filter((status) => status === "fails").length, holding };
}

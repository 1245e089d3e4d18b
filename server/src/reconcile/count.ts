import type { Report } from "../report/report.ts";
import { relationsOf } from "./in-report.ts";

export interface RelationCount {
  readonly relations: number;
  readonly holding: number;
}

/** How many relations of the reports' statutory tables could be told to hold or fail, and how many hold. */
export function countRelations(reports: readonly Report[]): RelationCount {
  const statuses = reports
    .flatMap(relationsOf)
    .flatMap(({ outcomes }) => outcomes)
    .map(({ status }) => status);
  const holding = statuses.filter((status) => status === "holds").length;
  return { relations: holding + statuses.filter((status) => status === "fails").length, holding };
}

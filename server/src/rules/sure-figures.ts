import { remember } from "../report/remember.ts";
import type { Figure, Report } from "../report/report.ts";

/** Names of figures of which not both row and column are sure: good for no comparison with another report. */
export const unsureIn = remember(
  ({ tables }): ReadonlySet<string> =>
    new Set(tables.flatMap(({ uncertain, guessed }) => [...uncertain, ...(guessed ?? [])])),
);

export function isSure(report: Report, { name }: Pick<Figure, "name">): boolean {
  return !unsureIn(report).has(name);
}

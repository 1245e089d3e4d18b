import { spanOf } from "../document/block.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Span } from "./statutory-data.ts";
import { targetAt } from "./target.ts";

export interface Highlight {
  readonly span: Span;
  /** self: the figure pointed at. operand: it goes into the sum. total: the sum it goes into. */
  readonly role: "self" | "operand" | "total";
}

/** Of a total the figures that make it up, of a figure the totals it goes into, in the order of the text. */
export function highlightsAt(parsed: ParsedDocument, offset: number): Highlight[] {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "figure") return [];
  const { report, figure } = target;
  const roles = new Map<string, Highlight["role"]>();
  for (const { left, right } of relationsOf(report).flatMap(({ form }) => form.relations)) {
    if (right.includes(figure.name)) for (const name of left) roles.set(name, "operand");
    else if (left.includes(figure.name)) for (const name of right) roles.set(name, "total");
  }
  roles.set(figure.name, "self");
  return [...roles]
    .flatMap(([name, role]): Highlight[] => {
      const place = report.figures.get(name)?.place;
      return place === undefined ? [] : [{ span: spanOf(parsed.document, place), role }];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

import { claimsAbout, compare } from "../claims/compare.ts";
import { type Place, spanOf } from "../document/block.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Figure, Report } from "../report/report.ts";
import type { Span } from "./statutory-data.ts";
import { targetAt } from "./target.ts";

export interface Highlight {
  readonly span: Span;
  /** self: what was pointed at. operand: it goes into the sum. total: the sum it goes into. claim: prose that says it. */
  readonly role: "self" | "operand" | "total" | "claim";
}

/**
 * Of a total the figures that make it up, of a figure the totals it goes into and the prose that speaks of it, of a
 * number in prose the figures that it speaks of. In the order of the text.
 */
export function highlightsAt(parsed: ParsedDocument, offset: number): Highlight[] {
  const target = targetAt(parsed, offset);
  if (target === undefined || target.kind === "label") return [];
  const at = (role: Highlight["role"], place: Place): Highlight => ({
    span: spanOf(parsed.document, place),
    role,
  });
  const { report } = target;
  const found =
    target.kind === "claim"
      ? [
          at("self", target.place),
          ...(compare(report, target.claim)?.read.figures ?? []).map(({ place }) => at("operand", place)),
        ]
      : [
          ...[...rolesAround(report, target.figure)].flatMap(([name, role]) => {
            const place = report.figures.get(name)?.place;
            return place === undefined ? [] : [at(role, place)];
          }),
          ...claimsAbout(report, target.figure).map(({ place }) => at("claim", place)),
        ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function rolesAround(report: Report, { name }: Figure): ReadonlyMap<string, Highlight["role"]> {
  const roles = new Map<string, Highlight["role"]>();
  for (const { left, right } of relationsOf(report).flatMap(({ form }) => form.relations)) {
    if (right.includes(name)) for (const operand of left) roles.set(operand, "operand");
    else if (left.includes(name)) for (const total of right) roles.set(total, "total");
  }
  return roles.set(name, "self");
}

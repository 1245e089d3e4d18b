import { claimsAbout, compare } from "../claims/compare.ts";
import { type Place, spanOf } from "../document/block.ts";
import { namesOf, type Relation, totalOf } from "../reconcile/relation.ts";
import type { NamedRelation } from "../relations/named-relation.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
import type { PlacedOperand } from "../rules/relations/reconciled.ts";
import { checkedTablesOf, isAt } from "./checked-tables.ts";
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
 *
 * @param own the relations of gouji.yaml.
 */
export function highlightsAt(
  parsed: ParsedDocument,
  offset: number,
  own: readonly NamedRelation[] = [],
): Highlight[] {
  const target = targetAt(parsed, offset, own);
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
          at("self", target.figure.place),
          ...[...rolesAround(report, target.figure, own)].map(([place, role]) => at(role, place)),
          ...(target.kind === "own"
            ? []
            : claimsAbout(report, target.figure).map(({ place }) => at("claim", place))),
        ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Where the figures stand that share a relation with one, and what each is to it. */
function rolesAround(
  report: Report,
  figure: PlacedOperand,
  own: readonly NamedRelation[],
): ReadonlyMap<Place, Highlight["role"]> {
  const roles = new Map<Place, Highlight["role"]>();
  for (const { outcomes, figures } of checkedTablesOf(report, own)) {
    if (!isAt(figures.get(figure.name), figure)) continue;
    for (const [name, role] of outcomes.flatMap(({ relation }) => rolesIn(relation, figure.name))) {
      const place = figures.get(name)?.place;
      if (place !== undefined && name !== figure.name) roles.set(place, role);
    }
  }
  return roles;
}

/** The parts of a total; of a part its totals; where no side is a total, whatever else takes part. */
function rolesIn(relation: Relation, name: string): [string, Highlight["role"]][] {
  const names = namesOf(relation);
  if (!names.includes(name)) return [];
  const total = totalOf(relation);
  const totals = relation.comparison === undefined ? relation.right : total === undefined ? [] : [total];
  const parts = names.filter((one) => !totals.includes(one));
  if (totals.includes(name) || totals.length === 0) return parts.map((one) => [one, "operand"]);
  return totals.map((one) => [one, "total"]);
}

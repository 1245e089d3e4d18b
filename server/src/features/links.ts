import { claimsAbout, compare } from "../claims/compare.ts";
import { type Place, spanOf } from "../document/block.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Span } from "./statutory-data.ts";
import { targetAt } from "./target.ts";

/** Where what a number in prose says is to be found: the cells that it speaks of. */
export function definitionsAt(parsed: ParsedDocument, offset: number): Span[] {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "claim") return [];
  return inOrder(
    parsed,
    (compare(target.report, target.claim)?.read.figures ?? []).map(({ place }) => place),
  );
}

/** Where a figure is spoken of: the prose that says it, and the totals that it goes into. */
export function referencesAt(parsed: ParsedDocument, offset: number): Span[] {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "figure") return [];
  const { report, figure } = target;
  const totals = relationsOf(report)
    .flatMap(({ form }) => form.relations)
    .filter(({ left }) => left.includes(figure.name))
    .flatMap(({ right }) => right.flatMap((name) => report.figures.get(name) ?? []));
  return inOrder(
    parsed,
    [...claimsAbout(report, figure), ...new Set(totals)].map(({ place }) => place),
  );
}

function inOrder({ document }: ParsedDocument, places: readonly Place[]): Span[] {
  return places.map((place) => spanOf(document, place)).sort((a, b) => a.start - b.start);
}

import { claimsAbout, compare } from "../claims/compare.ts";
import { type Place, spanOf } from "../document/block.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { type Elsewhere, figurePlace, type OtherReports, type ReportDigest } from "../rules/other-reports.ts";
import { type Counterpart, carriedTo, comparedIn, lastYears, membersOf } from "./counterparts.ts";
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

/**
 * Where in other reports a figure comes from: what last year's carried over to it, the same cell of last year's, and
 * of each member's.
 *
 * @param others what each report of the document is compared with.
 */
export function definitionsElsewhere(
  parsed: ParsedDocument,
  offset: number,
  others: readonly OtherReports[],
): Elsewhere[] {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "figure") return [];
  const { figure, report } = target;
  const own = others[parsed.reports.indexOf(report)] ?? {};
  const found = [carriedTo(figure, own), lastYears(figure, own), ...membersOf(figure, own)];
  return found
    .filter((one): one is Counterpart => one !== undefined)
    .map((one) => figurePlace(one.report, one.figure));
}

/**
 * Where a figure is spoken of: the prose that says it, and the totals that it goes into. Of a number in prose, where its
 * cells are spoken of.
 */
export function referencesAt(parsed: ParsedDocument, offset: number): Span[] {
  const target = targetAt(parsed, offset);
  if (target?.kind === "claim") {
    const cells = compare(target.report, target.claim)?.read.figures ?? [];
    const claims = new Set(cells.flatMap((cell) => claimsAbout(target.report, cell)));
    return inOrder(
      parsed,
      [...claims].map(({ place }) => place),
    );
  }
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

/**
 * Where other reports are compared with a figure: next year's, and the consolidated one.
 *
 * @param comparedWith what is compared with each report of the document.
 */
export function referencesElsewhere(
  parsed: ParsedDocument,
  offset: number,
  comparedWith: readonly (readonly ReportDigest[])[],
): Elsewhere[] {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "figure") return [];
  const { figure, report } = target;
  return (comparedWith[parsed.reports.indexOf(report)] ?? [])
    .flatMap((other) => comparedIn(figure, report.year, other))
    .map((one) => figurePlace(one.report, one.figure));
}

function inOrder({ document }: ParsedDocument, places: readonly Place[]): Span[] {
  return places.map((place) => spanOf(document, place)).sort((a, b) => a.start - b.start);
}

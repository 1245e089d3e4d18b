import type { Claim } from "../claims/claim.ts";
import { claimsOf } from "../claims/claims.ts";
import { type Place, spanOf } from "../document/block.ts";
import type { NamedRelation } from "../relations/named-relation.ts";
import { ownRelationsIn } from "../relations/own.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Figure, FigureRow, Report, StatutoryTable } from "../report/report.ts";
import type { PlacedOperand } from "../rules/relations/reconciled.ts";
import { reportAt } from "./report-at.ts";

/** What of a report stands at an offset. */
export type Target =
  | { readonly kind: "figure"; readonly report: Report; readonly figure: Figure }
  /** A figure of a table that is no statutory one, with relations in gouji.yaml. */
  | { readonly kind: "own"; readonly report: Report; readonly figure: PlacedOperand }
  | {
      readonly kind: "label";
      readonly report: Report;
      readonly table: StatutoryTable;
      readonly row: FigureRow;
      readonly place: Place;
    }
  | { readonly kind: "claim"; readonly report: Report; readonly claim: Claim; readonly place: Place };

/**
 * The figure or row label of a statutory table at an offset, or the number in prose that speaks of one, its end
 * included; undefined elsewhere.
 *
 * @param own the relations of gouji.yaml.
 */
export function targetAt(
  parsed: ParsedDocument,
  offset: number,
  own: readonly NamedRelation[] = [],
): Target | undefined {
  const report = reportAt(parsed, offset);
  if (report === undefined) return undefined;
  const holds = (place: Place): boolean => {
    const { start, end } = spanOf(parsed.document, place);
    return start <= offset && offset <= end;
  };
  for (const table of report.tables) {
    for (const row of table.rows) {
      const figure = row.figures.find(({ place }) => holds(place));
      if (figure !== undefined) return { kind: "figure", report, figure };
      const place = row.labelPlace;
      if (place !== undefined && holds(place)) return { kind: "label", report, table, row, place };
    }
  }
  for (const claim of claimsOf(report)) {
    const place = reachOf(claim);
    if (holds(place)) return { kind: "claim", report, claim, place };
  }
  for (const { figures } of ownRelationsIn(report, own)) {
    const figure = [...figures.values()].find(({ place }) => holds(place));
    if (figure !== undefined) return { kind: "own", report, figure };
  }
  return undefined;
}

const LAWSUITS = /^[^。；，;,\r\n]{0,20}?诉讼/;

/** 未发生行政复议、行政诉讼 denies both from its first word on: a claim of no lawsuits reaches as far as their name. */
function reachOf({ kind, topic, place }: Claim): Place {
  if (kind !== "none" || topic !== "litigation") return place;
  const { block, start, end } = place;
  const behind = LAWSUITS.exec(block.text.slice(end, end + 40))?.[0] ?? "";
  return { block, start, end: end + behind.length };
}

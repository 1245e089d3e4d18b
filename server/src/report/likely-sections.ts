import type { Block } from "../document/block.ts";
import { sections } from "../forms/common.ts";
import { listedOf } from "./contents.ts";
import type { Heading } from "./heading.ts";

/**
 * Headings with the numbers of a section's parts (1. 总体情况, （一）总体情况) as statutory sections where nothing else is
 * that section and they stand where it belongs: below no 一、工作概况, whose parts they would be, and in no list of what
 * a report has to hold. Of several alike the last, since a table of contents stands above the report.
 */
export function withLikelySections(
  headings: readonly Heading[],
  blocks: readonly Block[],
): readonly Heading[] {
  const all = headings.filter(({ likelyKey }) => likelyKey !== undefined);
  if (all.length === 0) return headings;
  const listed = listedOf(all, blocks);
  const found = new Map<Heading, string>();
  let before = headings.length;
  for (const [order, { number }] of [...sections.entries()].reverse()) {
    const sure = lastOf(headings, number);
    const above = sections.slice(0, order).map((one) => lastOf(headings, one.number));
    const from = Math.max(-1, ...above) + 1;
    const between = headings.slice(from, Math.max(from, before));
    const likely = between.findLastIndex((one) => one.likelyKey === number && !listed.has(one));
    const heading = between[likely];
    if (sure >= 0) before = Math.min(before, sure);
    else if (heading !== undefined && !between.slice(0, likely).some(isOtherSection)) {
      found.set(heading, number);
      before = from + likely;
    }
  }
  return headings.map((heading) => {
    const key = found.get(heading);
    return key === undefined ? heading : { ...heading, rank: 1, key };
  });
}

function lastOf(headings: readonly Heading[], number: string): number {
  return headings.findLastIndex(({ key }) => key === number);
}

function isOtherSection({ rank, key }: Heading): boolean {
  return rank === 1 && key === undefined;
}

import type { Block, Place } from "../document/block.ts";
import { withoutContents } from "./contents.ts";
import type { Heading } from "./heading.ts";
import type { Section } from "./report.ts";

interface Open {
  readonly heading: Heading;
  readonly depth: number;
  readonly children: Section[];
}

/**
 * The headings of a report as a tree: by the numbering of official documents (GB/T 9704-2012, 7.3.3), a heading
 * without number by its #. `blocks` are the report's.
 */
export function sectionTree(headings: readonly Heading[], blocks: readonly Block[]): readonly Section[] {
  const order = new Map(blocks.map((block, index) => [block, index]));
  const kept = withoutContents(headings, blocks);
  const depthOf = depths(kept);
  const roots: Section[] = [];
  const open: Open[] = [];
  const closeTo = (depth: number, next: Heading | undefined): void => {
    for (let top = open.at(-1); top !== undefined && top.depth >= depth; top = open.at(-1)) {
      open.pop();
      const { heading, children } = top;
      (open.at(-1)?.children ?? roots).push({
        ...heading,
        children,
        last: lastPlace(heading, next, blocks, order),
      });
    }
  };
  for (const heading of kept) {
    const depth = depthOf(heading);
    closeTo(depth, heading);
    open.push({ heading, depth, children: [] });
  }
  closeTo(Number.NEGATIVE_INFINITY, undefined);
  return roots;
}

/** Where a section ends: before the heading that follows, or with the last block. */
function lastPlace(
  { line }: Heading,
  next: Heading | undefined,
  blocks: readonly Block[],
  order: ReadonlyMap<Block, number>,
): Place {
  if (next !== undefined) {
    const { block, start } = next.line;
    const before = block.text.slice(0, start).trimEnd().length;
    if (before > 0) return { block, start: block === line.block ? line.start : 0, end: before };
  }
  const index = next === undefined ? blocks.length : (order.get(next.line.block) ?? blocks.length);
  const block = blocks[index - 1] ?? line.block;
  return { block, start: block === line.block ? line.start : 0, end: block.text.length };
}

/** How deep each heading nests. An unnumbered one is as deep as numbered ones with as many #, or just below them. */
function depths(headings: readonly Heading[]): (heading: Heading) => number {
  const byHashes = new Map<number, number>();
  for (const { rank, hashes } of headings) {
    if (rank > 0 && hashes > 0) byHashes.set(hashes, Math.min(rank, byHashes.get(hashes) ?? rank));
  }
  const levels = [...byHashes.keys()].sort((a, b) => a - b);
  return ({ rank, hashes }) => {
    if (rank > 0) return rank;
    const known = byHashes.get(hashes);
    if (known !== undefined) return known;
    const above = levels.filter((level) => level < hashes).at(-1) ?? levels[0];
    return above === undefined ? hashes : (byHashes.get(above) ?? 0) + (hashes - above) / 10;
  };
}

import type { Block, Place } from "../document/block.ts";
import type { Heading } from "./heading.ts";
import type { Section } from "./report.ts";

/** So many headings with nothing between them, all of which come again below, are a table of contents. */
const CONTENTS = 3;

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
  const kept = withoutContents(headings, blocks, order);
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

/** Without the headings of a table of contents. */
function withoutContents(
  headings: readonly Heading[],
  blocks: readonly Block[],
  order: ReadonlyMap<Block, number>,
): readonly Heading[] {
  const lastOf = new Map(headings.map(({ key }, index) => [key, index]));
  const comesAgain = (run: readonly Heading[], after: number): boolean => {
    const own = run.filter(({ key }) => key !== undefined);
    return own.length > 1 && own.every(({ key }) => (lastOf.get(key) ?? 0) >= after);
  };
  const kept: Heading[] = [];
  let from = 0;
  for (let i = 1; i <= headings.length; i++) {
    const [before, after] = [headings[i - 1], headings[i]];
    if (before !== undefined && after !== undefined && adjoin(before.line, after.line, blocks, order))
      continue;
    const run = headings.slice(from, i);
    if (run.length < CONTENTS || !comesAgain(run, i)) kept.push(...run);
    from = i;
  }
  return kept;
}

/** Whether nothing but space stands between two lines. */
function adjoin(a: Place, b: Place, blocks: readonly Block[], order: ReadonlyMap<Block, number>): boolean {
  if (a.block === b.block) return a.block.text.slice(a.end, b.start).trim() === "";
  const first = order.get(a.block);
  if (first === undefined || blocks[first + 1] !== b.block) return false;
  return a.block.text.slice(a.end).trim() === "" && b.block.text.slice(0, b.start).trim() === "";
}

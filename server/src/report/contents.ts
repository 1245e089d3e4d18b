import type { Block, Place } from "../document/block.ts";
import type { Heading } from "./heading.ts";

/** So many headings with nothing between them list what stands elsewhere. */
const LIST = 3;

/** Without the headings of a table of contents: those that all come again below. */
export function withoutContents(headings: readonly Heading[], blocks: readonly Block[]): readonly Heading[] {
  const lastOf = new Map(headings.map(({ key }, index) => [key, index]));
  const comesAgain = (run: readonly Heading[], after: number): boolean => {
    const own = run.filter(({ key }) => key !== undefined);
    return own.length > 1 && own.every(({ key }) => (lastOf.get(key) ?? 0) >= after);
  };
  const kept: Heading[] = [];
  let after = 0;
  for (const run of adjoiningRuns(headings, blocks)) {
    after += run.length;
    if (run.length < LIST || !comesAgain(run, after)) kept.push(...run);
  }
  return kept;
}

/** Those of some headings that stand in lists. */
export function listedOf(headings: readonly Heading[], blocks: readonly Block[]): ReadonlySet<Heading> {
  return new Set(adjoiningRuns(headings, blocks).flatMap((run) => (run.length < LIST ? [] : run)));
}

/** Headings in runs with nothing between them. */
function adjoiningRuns(headings: readonly Heading[], blocks: readonly Block[]): Heading[][] {
  const order = new Map(blocks.map((block, index) => [block, index]));
  const runs: Heading[][] = [];
  let before: Heading | undefined;
  for (const heading of headings) {
    if (before !== undefined && adjoin(before.line, heading.line, blocks, order)) runs.at(-1)?.push(heading);
    else runs.push([heading]);
    before = heading;
  }
  return runs;
}

/** Whether nothing but space stands between two lines. */
function adjoin(a: Place, b: Place, blocks: readonly Block[], order: ReadonlyMap<Block, number>): boolean {
  if (a.block === b.block) return a.block.text.slice(a.end, b.start).trim() === "";
  const first = order.get(a.block);
  if (first === undefined || blocks[first + 1] !== b.block) return false;
  return a.block.text.slice(a.end).trim() === "" && b.block.text.slice(0, b.start).trim() === "";
}

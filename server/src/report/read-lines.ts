import type { Block } from "../document/block.ts";
import { perBlock } from "../document/per-block.ts";
import type { SectionForm } from "../forms/form.ts";
import { gridOf } from "../tables/grid-of.ts";
import { type Line, readLine, sectionOf } from "./heading.ts";

/** A line with the statutory section that it heads. */
export interface LineRead {
  readonly line: Line;
  readonly section: SectionForm | undefined;
}

/** The lines of a block, one for each row of its grid; a markdown heading is one line. */
export const linesReadIn: (block: Block) => readonly LineRead[] = perBlock((block) =>
  block.kind === "heading"
    ? [lineRead(block, 0, block.text.length)]
    : gridOf(block).rows.map(({ place: { start, end } }) => lineRead(block, start, end)),
);

function lineRead(block: Block, start: number, end: number): LineRead {
  const line = readLine(block, start, end);
  return { line, section: sectionOf(line) };
}

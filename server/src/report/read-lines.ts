import type { Block } from "../document/block.ts";
import { perBlock } from "../document/per-block.ts";
import type { Row } from "../tables/grid.ts";
import { gridOf } from "../tables/grid-of.ts";
import { readLabel } from "./label.ts";
import { type Line, readLine } from "./line.ts";
import { hasOfficialWords, type SectionRead, sectionOf } from "./section-words.ts";

/** A line with the statutory section that it heads. */
export interface LineRead {
  readonly line: Line;
  readonly section: SectionRead | undefined;
  /** What it is in its block's grid; a markdown heading is nothing there. */
  readonly row?: Row;
}

/** The lines of a block; a markdown heading is one line, and so is a statutory heading broken over two. */
export const linesReadIn: (block: Block) => readonly LineRead[] = perBlock((block) => {
  if (block.kind === "heading") {
    const line = readLine(block, 0, block.text.length);
    return [{ line, section: sectionOf(line) }];
  }
  const reads: LineRead[] = [];
  for (const row of gridOf(block).rows) {
    const line = readLine(block, row.place.start, row.place.end);
    const last = reads.at(-1);
    const whole = last && wholeHeading(last.line, line);
    if (whole?.section === undefined) reads.push({ line, section: sectionOf(line), row });
    else reads[reads.length - 1] = { ...last, ...whole };
  }
  return reads;
});

/** How the statutory headings begin: 四、. */
const NUMBERED = /^[一二三四五六][、､.．,，]/;
/** No statutory heading is longer, in whole or in what its second line holds. */
const LONGEST = 40;

/** A statutory heading that a narrow page broke over two lines: only both together have the words of the form. */
function wholeHeading(first: Line, second: Line): LineRead | undefined {
  if (!NUMBERED.test(first.text) || first.text.length > LONGEST || second.text.length > LONGEST)
    return undefined;
  const line = {
    ...first,
    end: second.end,
    text: first.text + second.text,
    pieces: [...first.pieces, ...second.pieces],
  };
  const section = sectionOf(line);
  if (section === undefined || !hasOfficialWords(section.form, readLabel(line.text).text)) return undefined;
  return hasOfficialWords(section.form, readLabel(first.text).text) ? undefined : { line, section };
}

import type { Block } from "../document/block.ts";
import { perBlock } from "../document/per-block.ts";
import { gridOf } from "../tables/grid-of.ts";
import { readLine } from "./heading.ts";
import { linesReadIn } from "./read-lines.ts";
import { isAgency, type Title, titleAbove, titlesIn } from "./title.ts";

/** The blocks of one report, with its title. */
export interface Part {
  readonly blocks: readonly Block[];
  readonly title?: Title;
}

interface OpenPart {
  readonly from: number;
  title?: Title;
  /** Whether something of a report's body stands in it, and whether that has section 一. */
  full: boolean;
  opened: boolean;
}

/**
 * Parses a text into the reports it holds, one after another: each title begins one. A title with nothing of
 * a report behind it (on a cover, in a table of contents) belongs to the report that follows. One that comes
 * again in its own report (at the head of each page) begins nothing, unless section 一 comes again below it.
 */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: OpenPart[] = [];
  let current: OpenPart = { from: 0, full: false, opened: false };
  /** The same title once more, of which the next section tells whether it begins a report. */
  let again: OpenPart | undefined;
  for (const [index, block] of blocks.entries()) {
    const above = blocks[index - 1];
    const divided = titleAbove(block, above);
    for (const title of divided === undefined ? titlesIn(block) : [divided]) {
      const own = completed(title, above);
      const from = own === title ? index : index - 1;
      if (current.full && current.title !== undefined && isSame(current.title, own))
        again = { from: again?.from ?? from, title: own, full: false, opened: false };
      else if (current.full) {
        parts.push(current);
        current = { from, title: own, full: false, opened: false };
        again = undefined;
      } else current.title = own;
    }
    const { content, section } = bodyOf(block);
    if (section === FIRST && current.opened && again !== undefined) {
      parts.push(current);
      current = again;
    }
    if (section !== undefined) again = undefined;
    current.full ||= content;
    current.opened ||= section === FIRST;
  }
  // What is left without content ends the report before it, as a note or an imprint does.
  if (current.full || parts.length === 0) parts.push(current);
  return parts.map(({ from, title }, index) => ({
    blocks: blocks.slice(from, parts[index + 1]?.from),
    ...(title && { title }),
  }));
}

/** A title without an agency takes the one that stands alone above it. */
function completed(title: Title, above: Block | undefined): Title {
  if (title.agency !== "" || above === undefined) return title;
  const { text } = readLine(above, 0, above.text.length);
  if (!isAgency(text)) return title;
  return { ...title, agency: text.replace(/\s+|关于$/g, ""), text: text + title.text };
}

function isSame(a: Title, b: Title): boolean {
  return a.year === b.year && (a.agency === b.agency || b.agency === "");
}

const FIRST = "一";
/** A table of so few rows is none of a report's; nor is one without these words, as on the margins of a web page. */
const LEAST_ROWS = 3;
const STATUTORY_WORDS = /本年新收|行政复议|规范性文件|行政许可/;

/** What a block has that only a report's body has: a statutory table, or the number of its first statutory heading. */
interface Body {
  readonly content: boolean;
  readonly section?: string;
}

const bodyOf: (block: Block) => Body = perBlock((block) => {
  if (block.kind === "code" || block.kind === "comment") return { content: false };
  const { layout, rows } = gridOf(block);
  if (block.kind !== "heading" && layout !== "flat" && layout !== "space" && rows.length >= LEAST_ROWS)
    return { content: STATUTORY_WORDS.test(block.text) };
  const lines = linesReadIn(block);
  const headings = lines.filter(({ section }) => section !== undefined);
  const section = headings[0]?.section?.number;
  // Headings with nothing between them are a table of contents.
  if (section === undefined || headings.length === Math.max(lines.length, 2)) return { content: false };
  return { content: true, section };
});

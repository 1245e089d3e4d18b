import type { Block } from "../document/block.ts";
import { gridOf } from "../tables/grid-of.ts";
import { readLine, sectionOf } from "./heading.ts";
import { isAgency, type Title, titlesIn } from "./title.ts";

/** The blocks of one report, with its title. */
export interface Part {
  readonly blocks: readonly Block[];
  readonly title?: Title;
}

/**
 * Parts a text into the reports it holds, one after another: each title begins one. A title with nothing of
 * a report behind it (on a cover, in a table of contents) belongs to the report that follows; one that
 * comes again in its own report (at the head of each page) begins nothing.
 */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: { from: number; title?: Title; full: boolean }[] = [];
  let current: (typeof parts)[number] = { from: 0, full: false };
  for (const [index, block] of blocks.entries()) {
    for (const title of titlesIn(block)) {
      const own = completed(title, blocks[index - 1]);
      if (current.title !== undefined && isSame(current.title, own) && current.full) continue;
      if (current.full) {
        parts.push(current);
        current = { from: own === title ? index : index - 1, full: false };
      }
      current.title = own;
    }
    current.full ||= isContent(block);
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
  return isAgency(text) ? { ...title, agency: text.replace(/\s+/g, ""), text: text + title.text } : title;
}

function isSame(a: Title, b: Title): boolean {
  return a.year === b.year && (a.agency === b.agency || b.agency === "");
}

const known = new WeakMap<Block, boolean>();
/** A table of so few rows is none of a report's; nor is one without these words, as on the margins of a web page. */
const LEAST_ROWS = 3;
const STATUTORY_WORDS = /本年新收|行政复议|规范性文件|行政许可/;

/** Whether a block holds something that only a report's body has: a statutory heading or a table. */
function isContent(block: Block): boolean {
  const before = known.get(block);
  if (before !== undefined) return before;
  const content = readContent(block);
  known.set(block, content);
  return content;
}

function readContent(block: Block): boolean {
  if (block.kind === "code" || block.kind === "comment") return false;
  const { layout, rows } = gridOf(block);
  if (block.kind !== "heading" && layout !== "flat" && layout !== "space" && rows.length >= LEAST_ROWS)
    return STATUTORY_WORDS.test(block.text);
  const lines =
    block.kind === "heading" ? [{ start: 0, end: block.text.length }] : rows.map(({ place }) => place);
  const headings = lines.filter(({ start, end }) => sectionOf(readLine(block, start, end)) !== undefined);
  // Headings with nothing between them are a table of contents.
  return headings.length > 0 && headings.length < Math.max(lines.length, 2);
}

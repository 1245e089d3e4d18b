import type { Block } from "../document/block.ts";
import { perBlock } from "../document/per-block.ts";
import { gridOf } from "../tables/grid-of.ts";
import { readLine } from "./line.ts";
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
  /** Whether something of a report's body stands in it, and whether that has 表三. */
  full: boolean;
  counted: boolean;
  /** The statutory sections in it. */
  readonly sections: Set<string>;
}

function begun(from: number, title?: Title): OpenPart {
  return { from, ...(title && { title }), full: false, counted: false, sections: new Set() };
}

/**
 * Parses a text into the reports it holds, one after another: each title begins one. A title with nothing of
 * a report behind it (on a cover, in a table of contents) belongs to the report that follows. One that comes
 * again in its own report (at the head of each page) begins nothing, unless section 一 comes again below it. Where
 * no title stands, section 一 begins a report behind all of another, if its next section comes again too.
 */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: OpenPart[] = [];
  let current = begun(0);
  /** The same title once more, or section 一, of which the next section tells whether it begins a report. */
  let again: OpenPart | undefined;
  for (const [index, block] of blocks.entries()) {
    const above = blocks[index - 1];
    const divided = titleAbove(block, above);
    for (const title of divided === undefined ? titlesIn(block) : [divided]) {
      const own = completed(title, above);
      const from = own === title ? index : index - 1;
      if (current.full && current.title !== undefined && isSame(current.title, own))
        again = begun(again?.from ?? from, own);
      else if (current.full) {
        parts.push(current);
        current = begun(from, own);
        again = undefined;
      } else current.title = own;
    }
    const { content, counted, sections } = bodyOf(block);
    for (const [order, section] of sections.entries()) {
      const isFirst = section === FIRST;
      if (again !== undefined && isFirst === (again.title !== undefined) && current.sections.has(section)) {
        parts.push(current);
        current = again;
        again = undefined;
      } else again = isFirst && order === 0 && isDone(current) ? begun(leadIn(blocks, index)) : undefined;
      (again ?? current).sections.add(section);
    }
    current.full ||= content;
    current.counted ||= counted;
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
/** Of the six sections one may be missing. */
const ENOUGH = 5;

/** Whether a part has what a whole report has; a table of contents has no 表三. */
function isDone({ counted, sections }: OpenPart): boolean {
  return counted && sections.size >= ENOUGH;
}

/** What stands between 六 of one report and 一 of the next, and is the next's. */
const LEAD_IN = /统计期限|1\s*月\s*1\s*日|现公布|现将|公开条例》|报告如下|(?:报告|年报)\s*$/;

/** Where a report without a title begins, whose section 一 stands in a block. */
function leadIn(blocks: readonly Block[], index: number): number {
  let from = index;
  for (let above = blocks[from - 1]; above !== undefined; above = blocks[from - 1]) {
    const isOwn = LEAD_IN.test(above.text) || isAgency(above.text);
    if (above.kind !== "lines" || !isOwn || bodyOf(above).sections.length > 0) break;
    from--;
  }
  return from;
}

/** A table of so few rows is none of a report's; nor is one without these words, as on the margins of a web page. */
const LEAST_ROWS = 3;
const STATUTORY_WORDS = /本年新收|行政复议|规范性文件|行政许可/;

/** The row that every 表三 begins with. */
const COUNTED = "本年新收";

/** What a block has that only a report's body has: a statutory table, 表三, or the numbers of statutory headings. */
interface Body {
  readonly content: boolean;
  readonly counted: boolean;
  readonly sections: readonly string[];
}

const bodyOf: (block: Block) => Body = perBlock((block) => {
  if (block.kind === "code" || block.kind === "comment")
    return { content: false, counted: false, sections: [] };
  const counted = block.text.includes(COUNTED);
  const { layout, rows } = gridOf(block);
  if (block.kind !== "heading" && layout !== "flat" && layout !== "space" && rows.length >= LEAST_ROWS)
    return { content: STATUTORY_WORDS.test(block.text), counted, sections: [] };
  const lines = linesReadIn(block);
  const sections = lines.flatMap(({ line, section }) =>
    section === undefined || (section.isLikely && line.hashes === 0) ? [] : section.form.number,
  );
  // Headings with nothing between them are a table of contents.
  if (sections.length === 0 || sections.length === Math.max(lines.length, 2))
    return { content: false, counted, sections: [] };
  return { content: true, counted, sections };
});

import type { Block } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";

/** Whether a rule is to say nothing about what starts at an offset. */
export type Silence = (offset: number, code: string) => boolean;

/** A comment on a line of its own; behind the word the codes of rules, or nothing for all of them. */
const COMMENT = /^[ \t\uFEFF]*<!--[ \t]*gouji-disable(?=[ \t]|-->)([^<>\r\n]*?)-->[ \t]*$/gm;

interface Silenced {
  /** Empty for all rules. A mistyped code is no code of any rule, and silences nothing. */
  readonly codes: ReadonlySet<string>;
  readonly start: number;
  readonly end: number;
}

/**
 * What the comments of a document silence: the block that follows, with the whole statutory table where one
 * begins there; a comment above everything else silences the file.
 */
export function silenceIn(parsed: ParsedDocument): Silence {
  if (!parsed.document.text.includes("gouji-disable")) return () => false;
  const silenced = silencedIn(parsed);
  return (offset, code) =>
    silenced.some(
      ({ codes, start, end }) => start <= offset && offset < end && (codes.size === 0 || codes.has(code)),
    );
}

function silencedIn(parsed: ParsedDocument): readonly Silenced[] {
  const { text } = parsed.document;
  // A comment right above a line of text may be one block with it, so blocks are asked for what else they hold.
  const blanked = text.replace(COMMENT, (comment) => " ".repeat(comment.length));
  const contents = contentsOf(parsed, blanked);
  const tableEnds = tableEndsOf(parsed);
  const first = contents[0]?.start ?? text.length;
  const silenced: Silenced[] = [];
  let next = 0;
  for (const { 0: comment, 1: words = "", index } of text.matchAll(COMMENT)) {
    const codes = new Set(words.split(/[\s,，、;；]+/).filter((word) => word !== ""));
    const end = index + comment.length;
    while ((contents[next]?.end ?? text.length) <= end && next < contents.length) next++;
    const content = contents[next];
    if (content === undefined) break;
    const isInside = content.start < end;
    // Code may show how such a comment is written.
    if (isInside && content.block.kind === "code") continue;
    if (end <= first) {
      silenced.push({ codes, start: 0, end: Number.POSITIVE_INFINITY });
      continue;
    }
    const tableEnd = isInside ? undefined : tableEnds.get(content.block);
    silenced.push({
      codes,
      start: Math.max(content.start, end),
      end: Math.max(content.blockEnd, tableEnd ?? 0),
    });
  }
  return silenced;
}

interface Content {
  readonly block: Block;
  /** From the first to behind the last character that is no space and no comment of ours. */
  readonly start: number;
  readonly end: number;
  /** Behind the block, so that what is missing at its end, as a blank cell is, belongs to it. */
  readonly blockEnd: number;
}

/** The blocks that an author sees: no comments, no front matter. */
function contentsOf({ document }: ParsedDocument, blanked: string): readonly Content[] {
  return document.blocks.flatMap((block) => {
    const base = document.offsetOf(block);
    const source = blanked.slice(base, base + block.text.length);
    if (block.kind === "comment" || isFrontMatter(block, base) || source.trim() === "") return [];
    const start = base + source.length - source.trimStart().length;
    const blockEnd = base + source.length + 1;
    return [{ block, start, end: base + source.trimEnd().length, blockEnd }];
  });
}

function isFrontMatter({ kind, text }: Block, base: number): boolean {
  return kind === "code" && base === 0 && /^\uFEFF?---/.test(text);
}

/** Where the statutory tables end that begin in a block; the rest of a table cut in two is the table still. */
function tableEndsOf({ document, reports }: ParsedDocument): ReadonlyMap<Block, number> {
  return new Map(
    reports.flatMap(({ tables }) =>
      tables.map(({ first, last }) => [first.block, document.offsetOf(last.block) + last.end + 1] as const),
    ),
  );
}

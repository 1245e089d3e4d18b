import type { Tree } from "@lezer/common";
import { createKept } from "../text/kept.ts";
import type { Block, BlockKind, Language, SourceDocument } from "./block.ts";
import { isMeantAsHeading } from "./heading-block.ts";
import { findHtmlTables } from "./html-tables.ts";
import { shapeOf } from "./line-shape.ts";
import { parseMarkdown } from "./markdown.ts";
import { maskBars } from "./mask-bars.ts";
import { maskHtml } from "./mask-html.ts";
import { maskListMarks } from "./mask-list-marks.ts";
import { maskQuotes } from "./mask-quotes.ts";

/** A block with where it starts. */
interface Placed {
  readonly kind: BlockKind;
  readonly level: number;
  readonly start: number;
  readonly text: string;
}

/** Syntax trees, kept beside the documents they were made for so that the next edit can reuse them. */
const trees = createKept<SourceDocument, { readonly text: string; readonly tree: Tree }>();

export interface ReadOptions {
  /** The document before an edit: blocks that the edit left alone stay the same objects. */
  readonly previous?: SourceDocument | undefined;
  /** Whether a line of a run of lines begins a block of its own, told by it and its neighbours ("" for none). */
  readonly opens?: (line: string, above: string, below: string) => boolean;
}

/**
 * Cuts a text into blocks. With the document before an edit, whatever is remembered about the blocks that
 * are still there holds.
 */
export function readDocument(text: string, language: Language, options: ReadOptions = {}): SourceDocument {
  const { previous, opens = () => false } = options;
  const before = previous?.language === language ? previous : undefined;
  const isPage = language === "html";
  const unquoted = isPage ? text : maskBars(maskListMarks(maskQuotes(text)));
  const tables = findHtmlTables(unquoted, isPage);
  const source = isPage ? maskHtml(text, tables) : unquoted;
  const tree = parseMarkdown(source, language, before && trees.get(before));
  const placed = [...cut(source, tree, tables, opens)];
  const blocks = before === undefined ? placed.map(toBlock) : reuse(before.blocks, placed);
  const offsets = new Map(blocks.map((block, index) => [block, placed[index]?.start ?? 0]));
  const document: SourceDocument = {
    text,
    language,
    blocks,
    offsetOf(block) {
      const offset = offsets.get(block);
      if (offset === undefined) throw new RangeError("a block of another document");
      return offset;
    },
  };
  trees.set(document, { text: source, tree });
  return document;
}

function toBlock({ kind, level, text }: Placed): Block {
  return { kind, level, text };
}

/** The blocks of the edited text, with the old objects at its unchanged head and tail. */
function reuse(before: readonly Block[], after: readonly Placed[]): Block[] {
  const same = (block: Block | undefined, placed: Placed | undefined): block is Block =>
    block !== undefined &&
    placed !== undefined &&
    block.kind === placed.kind &&
    block.level === placed.level &&
    block.text === placed.text;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && same(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && same(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail++;
  return [
    ...before.slice(0, head),
    ...after.slice(head, after.length - tail).map(toBlock),
    ...before.slice(before.length - tail),
  ];
}

function* cut(
  text: string,
  tree: Tree,
  tables: readonly { start: number; end: number }[],
  opens: (line: string, above: string, below: string) => boolean,
): Generator<Placed> {
  let position = frontMatterEnd(text);
  if (position > 0) yield* block("code", 0, position);
  let next = 0;
  for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
    if (node.to <= position) continue;
    const own = KINDS[node.name] ?? "lines";
    const kind = own === "code" && STATUTORY.test(text.slice(node.from, node.to)) ? "lines" : own;
    if (kind === "code" || kind === "comment") {
      while ((tables[next]?.start ?? text.length) < node.to) next++;
    }
    let from = Math.max(kind === "lines" ? startOfLine(text, node.from) : node.from, position);
    for (let table = tables[next]; table !== undefined && table.start < node.to; table = tables[++next]) {
      if (table.start < from) continue;
      yield* lines(from, table.start);
      yield* block("html", table.start, table.end);
      from = table.end;
    }
    const to = kind === "lines" ? endOfRows(text, node.to) : node.to;
    if (from < to) {
      const level = headingLevel(node.name);
      const isHeading = level > 0 && isMeantAsHeading(text.slice(from, to));
      if (kind === "lines" || from > node.from || (kind === "heading" && !isHeading)) yield* lines(from, to);
      else yield* block(kind, from, to, level);
    }
    position = Math.max(from, to);
  }

  function* block(kind: BlockKind, start: number, to: number, level = 0): Generator<Placed> {
    // To the parser of markdown the CR of a line's end is part of the line.
    let end = to;
    while (end > start && (text.charCodeAt(end - 1) === 13 || text.charCodeAt(end - 1) === 10)) end--;
    yield { kind, level, start, text: text.slice(start, end) };
  }

  /** Splits lines at blank ones and where rows with tabs or bars give way to prose. */
  function* lines(start: number, end: number): Generator<Placed> {
    let from = -1;
    let to = start;
    let current = "";
    let above = "";
    let at = start;
    while (at < end) {
      const lineEnd = endOfLine(text, at, end);
      const line = text.slice(at, lineEnd);
      // To look below every line would be felt.
      const below = line.includes(" | ") ? lineAfter(text, lineEnd, end) : "";
      const shape = shapeOf(line, current, below);
      if (
        from >= 0 &&
        (shape !== current || (shape === "text" && opens(line, above, lineAfter(text, lineEnd, end))))
      ) {
        yield* block(current === "pipe" ? "pipe" : "lines", from, to);
        from = -1;
      }
      current = shape;
      above = line;
      if (shape !== "") {
        if (from < 0) from = at;
        to = lineEnd;
      }
      at = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
    }
    if (from >= 0) yield* block(current === "pipe" ? "pipe" : "lines", from, to);
  }
}

/** Some put their tables between fences to keep the columns; what has a row of the form's is no code. */
const STATUTORY = /本年新收政府信息公开申请|第二十条第[（(][一五六八]|未经复议直接起诉/;

const KINDS: Readonly<Record<string, BlockKind>> = {
  Table: "pipe",
  FencedCode: "code",
  CommentBlock: "comment",
  ATXHeading1: "heading",
  ATXHeading2: "heading",
  ATXHeading3: "heading",
  ATXHeading4: "heading",
  ATXHeading5: "heading",
  ATXHeading6: "heading",
  SetextHeading1: "heading",
  SetextHeading2: "heading",
};

function headingLevel(name: string): number {
  return name.includes("Heading") ? Number(name.at(-1)) : 0;
}

/** End of the line, and of the lines of tabs alone below it: a row's last cells, and rows left blank. */
function endOfRows(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    while (text.charAt(end) === "\t" || text.charAt(end) === " ") end++;
    const next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    if (text.charAt(next) !== "\t" || !/[\r\n]/.test(text.charAt(end))) return end;
    const stop = endOfLine(text, next, text.length);
    if (text.slice(next, stop).trim() !== "") return end;
    end = stop;
  }
}

/** Lines keep the tabs they begin with: these may be a row's empty cells. */
function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text.charAt(start - 1) === "\t" || text.charAt(start - 1) === " ")) start--;
  return start;
}

function lineAfter(text: string, end: number, limit: number): string {
  const start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
  return start < limit ? text.slice(start, endOfLine(text, start, limit)) : "";
}

function endOfLine(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return limit;
}

/** End of a YAML front matter, 0 without one. */
function frontMatterEnd(text: string): number {
  if (!/^\uFEFF?---\r?\n/.test(text)) return 0;
  const close = /\r?\n---[ \t]*(?=\r?\n|$)/g;
  close.lastIndex = 3;
  const match = close.exec(text);
  return match === null ? 0 : match.index + match[0].length;
}

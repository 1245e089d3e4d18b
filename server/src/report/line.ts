import type { Block, Place } from "../document/block.ts";
import { labelKey } from "../text/normalize.ts";
import { type Stretch, undress } from "./undress.ts";

/** One line of prose or one markdown heading. */
export interface Line {
  readonly block: Block;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  /** What it says, without #, list mark, emphasis, tags and anchors. */
  readonly text: string;
  /** Offsets in the block where the pieces of `text` stand. */
  readonly pieces: readonly Stretch[];
  readonly hashes: number;
  readonly listItem: boolean;
}

const UNDERLINE = /^[ \t]*(?:=+|-+)$/;

export function readLine(block: Block, start: number, end: number): Line {
  // A heading underlined with === has its title in the lines above that.
  const source = withoutUnderline(block.text.slice(start, end));
  const { text, pieces } = undress(source);
  return {
    block,
    start,
    end,
    text,
    pieces: pieces.map((piece) => ({ start: start + piece.start, end: start + piece.end })),
    hashes: block.kind === "heading" ? block.level : 0,
    listItem: /^\s*[-*+•]\s/.test(source),
  };
}

/** Where a part of a line's text stands: from its first character to its last, with what stands between them. */
export function placeOf({ block, text, pieces }: Line, from = 0, to = text.length): Place {
  const start = offsetOf(pieces, from);
  return { block, start, end: to > from ? offsetOf(pieces, to - 1) + 1 : start };
}

/** Where a character of the text stands. */
function offsetOf(pieces: readonly Stretch[], index: number): number {
  let before = 0;
  for (const { start, end } of pieces) {
    if (index < before + end - start) return start + index - before;
    before += end - start;
  }
  return pieces.at(-1)?.end ?? 0;
}

/** The pieces of a title, which marks of markdown or HTML may part, where it stands in its line. */
export function wordPlaces(line: Place, title: Place): readonly Place[] {
  const { block, pieces } = readLine(line.block, line.start, line.end);
  return pieces
    .map(({ start, end }) => ({ block, start: Math.max(start, title.start), end: Math.min(end, title.end) }))
    .filter(({ start, end }) => start < end);
}

/** Whether a title is all that its line says. */
export function isAlone(line: Place, title: Place): boolean {
  const behind = wordPlaces(line, { ...title, start: title.end, end: line.end });
  return behind.every(({ block, start, end }) => labelKey(block.text.slice(start, end)) === "");
}

function withoutUnderline(source: string): string {
  const text = source.trimEnd();
  if (!text.endsWith("=") && !text.endsWith("-")) return source;
  const last = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return last > 0 && UNDERLINE.test(text.slice(last + 1)) ? text.slice(0, last) : source;
}

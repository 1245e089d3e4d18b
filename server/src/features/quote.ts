import type { Place } from "../document/block.ts";

/** Longer than this a quotation takes in no further clause. */
const ENOUGH = 40;
/** A clause is never cut; this far, and no farther, its ends are looked for. */
const FARTHEST = 200;
/** Ends a clause; a comma or colon between digits ends none. */
const STOPS = /[。；;！？!?\r\n]|(?<!\d)[，,：:]|[，,：:](?!\d)/g;
const SENTENCE_END = /[。；;！？!?\r\n]$/;

/**
 * The words around a place in prose, in whole clauses: its own, and those before it in its sentence as far as there is
 * room. “…” stands for the rest of the sentence.
 */
export function quoteAround({ block, start, end }: Place): string {
  const before = block.text.slice(Math.max(0, start - FARTHEST), start);
  const behind = block.text.slice(end, end + FARTHEST);
  const [own = ""] = behind.split(STOPS, 1);
  const clauses = clausesOf(before);
  let quoted = (clauses.pop() ?? "") + block.text.slice(start, end) + own;
  let isWhole = clauses.length === 0 || SENTENCE_END.test(clauses.at(-1) ?? "");
  while (!isWhole && quoted.length + (clauses.at(-1)?.length ?? 0) <= ENOUGH) {
    quoted = (clauses.pop() ?? "") + quoted;
    isWhole = clauses.length === 0 || SENTENCE_END.test(clauses.at(-1) ?? "");
  }
  const stop = behind.charAt(own.length);
  const isAtEnd = stop === "" || SENTENCE_END.test(stop);
  return `${isWhole ? "" : "…"}${quoted.trim()}${isAtEnd ? "" : "…"}`;
}

/** Each clause with what ends it; the last, in the middle of which the text ends, without. */
function clausesOf(text: string): string[] {
  const ends = [...text.matchAll(STOPS)].map(({ index }) => index + 1);
  return [0, ...ends].map((from, index) => text.slice(from, ends[index] ?? text.length));
}

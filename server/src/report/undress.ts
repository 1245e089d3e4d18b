/** A stretch of a source, its end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words of a line, without what markdown and HTML put before, around and between them. */
export interface Words {
  readonly text: string;
  /** Where they stand in the source, at least one stretch: together they are `text`. */
  readonly pieces: readonly Stretch[];
}

/** Quotes, a list mark, #; writers of Chinese often put no space behind these. */
const BEFORE = /^\s*(?:[-*+•]\s+|>\s*)?(?:#{1,6}(?!#)\s*)?/;
/** Cheap, and true of every line with something to leave out. */
const PERHAPS = /[<&[{*_`~\\]/;
/**
 * Tags and comments; blanks as entities; an anchor or a permalink without words, a footnote's mark; what pandoc writes
 * around and behind words ([words]{.underline}, {#id .unnumbered}); emphasis, struck and fixed-width text; the
 * backslash of "1\.".
 */
const DRESS = new RegExp(
  [
    "<[a-z!/][^<>]{0,200}>",
    "&(?:nbsp|emsp|ensp|thinsp|zwnj|#160|#xa0);",
    "\\[\\]\\([^()]{0,200}\\)",
    "\\[\\^[^\\[\\]]{1,20}\\]",
    "\\[(?=[^\\]]{0,200}\\]\\{)",
    "\\]?\\{(?:[#.:-]|\\w{1,20}=)[^{}]{0,200}\\}",
    "\\*{1,3}",
    "_(?![a-z0-9])",
    "(?<![a-z0-9])_",
    "`",
    "~~",
    "\\\\(?=[!-/:-@[-`{-~])",
  ].join("|"),
  "gi",
);

export function undress(source: string): Words {
  const from = BEFORE.exec(source)?.[0].length ?? 0;
  // Who puts no space behind the # that open a heading puts none before those that close it.
  const gap = source.charAt(from - 1) === "#" ? "" : " ";
  const line = withoutClosing(source.slice(from), gap);
  const to = from + line.length;
  if (!PERHAPS.test(line)) {
    const text = line.trim();
    const start = to - line.trimStart().length;
    return { text, pieces: [{ start, end: start + text.length }] };
  }
  const pieces: Stretch[] = [];
  let start = from;
  for (const { 0: mark, index } of line.matchAll(DRESS)) {
    pieces.push({ start, end: from + index });
    start = from + index + mark.length;
  }
  return wordsOf(source, [...pieces, { start, end: to }]);
}

/** A line without the # that close it as a heading. */
function withoutClosing(text: string, gap: "" | " "): string {
  const line = text.trimEnd();
  if (!line.endsWith("#")) return line;
  let end = line.length;
  while (end > 0 && line.charAt(end - 1) === "#") end--;
  return gap === "" || /\s/.test(line.charAt(end - 1)) ? line.slice(0, end) : line;
}

/** Without pieces that hold nothing, and without blanks before the first and behind the last. */
function wordsOf(source: string, all: readonly Stretch[]): Words {
  const pieces = all.filter(({ start, end }) => source.slice(start, end).trim() !== "");
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) {
    const { start = 0 } = all[0] ?? {};
    return { text: "", pieces: [{ start, end: start }] };
  }
  const start = first.end - source.slice(first.start, first.end).trimStart().length;
  const end = last.start + source.slice(last.start, last.end).trimEnd().length;
  const trimmed = pieces.map((piece) => ({
    start: piece === first ? start : piece.start,
    end: piece === last ? end : piece.end,
  }));
  return { text: trimmed.map((piece) => source.slice(piece.start, piece.end)).join(""), pieces: trimmed };
}

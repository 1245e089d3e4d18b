import type { Place } from "../document/block.ts";
import type { Cell } from "../tables/grid.ts";
import { type Decimal, fromInteger, parseDecimal } from "../text/decimal.ts";
import { memoize } from "../text/memoize.ts";
import { foldSameLength } from "../text/normalize.ts";
import type { FoundCell } from "./report.ts";

/** A note in brackets, or the mark of a footnote in any way of writing one: (其中信函5件), ①, [^1], ^1^, 注1. */
const NOTE =
  "(?:\\(.*\\)|\\[\\^?[\\w*①-⑳]{1,4}\\]|\\^\\w{1,3}\\^|[①-⑳⑴-⒇¹²³⁰⁴-⁹*†‡※]{1,3}|注\\s?[\\d①-⑳]{0,2})";
/** A number, perhaps with its unit and a note: 22（其中修订16件）, 251000元, ￥1,234, 21①. */
const NUMBER = new RegExp(
  `^(?:[¥￥]\\s*)?([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)\\s*(?:(?:万元|亿元|元|件|条|项|个|人次|次|宗|起|人|份|篇|部)\\s*)?${NOTE}?$`,
);
/** 本年增/减 in words: 增2, 减3, ↓3. */
const CHANGE = /^(?:(?:增加?|\+|↑)|(减少?|↓))\s*(\d+)$/;
/** What people write for nothing. */
const NOTHING =
  /^(?:[/\\—–―－-]{1,3}|无|空|不涉及|不适用|无此(?:项|类|职能|业务|事项|情况)|未(?:发生|开展|涉及))$/;

/**
 * Reads a cell as a figure. An empty cell or a mark for nothing is a blank; undefined where the cell's
 * text can be no figure (a label).
 */
export function readFigureCell(cell: Cell): FoundCell | undefined {
  const read = readFigure(cell.text);
  if (read === undefined) return undefined;
  const { written, value } = read;
  if (value === null) return found(cell, "blank");
  return { text: cell.text, place: numberPlace(cell, written), kind: "number", value };
}

/** Whether a cell can be read as a figure, a blank being one. */
export function isFigure({ text }: Cell): boolean {
  return readFigure(text) !== undefined;
}

/** Whether a cell holds a number. */
export function isNumber({ text }: Cell): boolean {
  return readFigure(text)?.value != null;
}

/** A number with its digits as written; value null for a blank. */
interface ReadFigure {
  readonly written: string;
  readonly value: Decimal | null;
}

/** Most cells hold one digit. */
const DIGITS: readonly ReadFigure[] = Array.from({ length: 10 }, (_, digit) => ({
  written: String(digit),
  value: fromInteger(digit),
}));

/** undefined for what is no figure. */
function readFigure(text: string): ReadFigure | undefined {
  return (text.length === 1 ? DIGITS[text.charCodeAt(0) - ZERO] : undefined) ?? readLonger(text);
}

const ZERO = "0".charCodeAt(0);

const readLonger = memoize((text): ReadFigure | undefined => {
  const folded = foldSameLength(text).trim();
  if (folded === "" || NOTHING.test(folded)) return { written: "", value: null };
  const [change, less, count = ""] = CHANGE.exec(folded) ?? [];
  // The words are part of the figure: with another one they would have to change, too.
  if (change !== undefined)
    return { written: change, value: parseDecimal(less === undefined ? count : `-${count}`) };
  const written = NUMBER.exec(folded)?.[1];
  const value = written === undefined ? null : parseDecimal(written.replaceAll(",", ""));
  return written === undefined || value === null ? undefined : { written, value };
});

/** A cell that stands where a figure must be and is none. */
export function invalidFigure(cell: Cell): FoundCell {
  return found(cell, "invalid");
}

function found({ text, place }: Cell, kind: FoundCell["kind"]): FoundCell {
  return { text, place, kind, value: null };
}

/** Where the number stands inside its cell; the whole cell where marks part its digits. */
function numberPlace({ place }: Cell, written: string): Place {
  if (place.end - place.start === written.length) return place;
  const raw = foldSameLength(place.block.text.slice(place.start, place.end));
  const at = raw.indexOf(written);
  return at < 0
    ? place
    : { block: place.block, start: place.start + at, end: place.start + at + written.length };
}

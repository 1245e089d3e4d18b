import { memoize } from "../text/memoize.ts";
import { foldSameLength, labelKey } from "../text/normalize.ts";

/** The number that a label or heading begins with. */
export interface LabelNumber {
  /** "一", "(一)", "1", "(1)", "第一部分" or "". */
  readonly number: string;
  /** UTF-16 length of the number with its punctuation, in the source. */
  readonly numberLength: number;
}

/** A label or heading taken apart: "（三）不予公开" → number "(三)", text "不予公开". */
export interface Label extends LabelNumber {
  /** What follows the number, without spaces and punctuation. */
  readonly text: string;
}

const CHINESE = "[一二三四五六七八九十]{1,3}";
const CHAPTER = "第[一二三四五六七八九十百]{1,4}(?:部分|[章部编篇节])";
/** 一、 （一） 1. （1） 第一部分; published reports also write （一）、 and "一." and "1、". */
const NUMBER = new RegExp(
  `^\\s*(?:(${CHINESE})\\s?[、.,，．:]|\\(\\s?(${CHINESE})\\s?\\)[、.,，]?|(\\d{1,2})\\s?[.、．](?!\\d)|\\(\\s?(\\d{1,2})\\s?\\)[、.,，]?|(${CHAPTER})[、.,，:]?)\\s*`,
);

/** A number stands within so many characters of a line's beginning. */
const LONGEST_NUMBER = 60;

export function readNumber(text: string): LabelNumber {
  const match = NUMBER.exec(foldSameLength(text.slice(0, LONGEST_NUMBER)));
  if (match === null) return { number: "", numberLength: 0 };
  const [whole, top, bracketed, arabic, bracketedArabic, chapter] = match;
  const number =
    top ??
    (bracketed && `(${bracketed})`) ??
    arabic ??
    (bracketedArabic && `(${bracketedArabic})`) ??
    chapter ??
    "";
  return { number, numberLength: whole.length };
}

export const readLabel: (text: string) => Label = memoize((text) => {
  const own = readNumber(text);
  return { ...own, text: labelKey(text.slice(own.numberLength)) };
});

/**
 * How alike two labels are by their pairs of neighbouring characters (Dice 1945), 0 to 1; less than `least` may be
 * given as 0.
 */
export function likeness(a: string, b: string, least: number): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairsOfBoth = a.length + b.length - 2;
  // Most labels differ so much in length that nothing needs to be counted.
  if ((2 * (Math.min(a.length, b.length) - 1)) / pairsOfBoth < least) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared++;
  }
  return (2 * shared) / pairsOfBoth;
}

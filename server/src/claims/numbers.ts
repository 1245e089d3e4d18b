import { type Decimal, fromInteger, parseDecimal } from "../text/decimal.ts";
import { chineseNumber } from "../text/numerals.ts";

/** A number of a line of prose, its text folded to half width. */
export interface ProseNumber {
  /** UTF-16 offsets in the line: the digits, without unit. */
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly unit: string;
  /** UTF-16 offset behind the unit. */
  readonly unitEnd: number;
  /** 余, 多, 约, 近, 以上: not said exactly. */
  readonly approximate: boolean;
}

/** Counting units; a number without one is a date, an address or a number of a document. */
const UNITS = "件次|人次|件|宗|起|条|份|项|个|例|次|篇|部|人|期|场";
const NUMBER = new RegExp(
  `(\\d{1,15}(?:[,，]\\d{3}){0,5}(?:\\.\\d{1,8})?|[一二两三四五六七八九十百千零〇]{1,9})\\s?(余|多|几)?(万|亿)?\\s?(余|多)?\\s?(${UNITS})(左右|以上|以内|上下)?`,
  "g",
);
/** 约, 近 and the like; in a range, 265至270件, it is the upper end. */
const BEFORE_APPROXIMATE =
  /(?:约|近|逾|超|超过|不足|将近|大约|上|达到?|\d\s?[件条份]?\s?[-~—–―－～至到])\s?$/;
/** 第一件, 每一件, 一个 (a, not one) and the like count nothing. */
const NO_COUNT_BEFORE = /(?:[第每任这那同某另哪几]|(?<!申请)数)\s?$/;

export function numbersIn(folded: string): ProseNumber[] {
  const found: ProseNumber[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const [, digits = "", some, scale, someMore, unit = "", about] = match;
    const start = match.index;
    const before = folded.slice(Math.max(0, start - 3), start);
    const value = /\d/.test(digits) ? parseDecimal(digits.replace(/[,，]/g, "")) : chinese(digits);
    // Of 2 65件, perhaps with a blank of no width, nobody knows whether it is 65 or 265.
    if (value === null || NO_COUNT_BEFORE.test(before) || /(?:\d\s?|[.〔[])$/.test(before)) continue;
    const end = start + digits.length;
    const approximate = [some, scale, someMore, about].some(Boolean) || BEFORE_APPROXIMATE.test(before);
    found.push({ start, end, value, unit, unitEnd: start + match[0].length, approximate });
  }
  return found;
}

function chinese(text: string): Decimal | null {
  const value = chineseNumber(text.replaceAll("两", "二"));
  // 一个, 一项, 一次 are mostly no count but a way of speaking.
  return value === null || text === "一" ? null : fromInteger(value);
}

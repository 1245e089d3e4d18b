import type { Place } from "../document/block.ts";
import { otherBodies, otherTimes } from "../forms/claim-lexicon.ts";
import { type ProseLine, placeIn, proseLinesOf } from "../report/prose-lines.ts";
import type { Report } from "../report/report.ts";
import { type Decimal, parseDecimal } from "../text/decimal.ts";
import { numbersIn, type ProseNumber } from "./numbers.ts";

/** A share told right behind a count: 自然人10件，占66.7%. */
export interface Share {
  /** The digits of the percentage. */
  readonly place: Place;
  /** In per cent. */
  readonly value: Decimal;
  /** Decimal places as written. */
  readonly places: number;
  /** Where the count stands. */
  readonly count: Place;
  /** What may be the part, the count itself first: it, or it and those named before it. */
  readonly parts: readonly Decimal[];
  /** The whole that the sentence names before 其中. */
  readonly whole?: ProseNumber;
  /** Every number of the text that may be the whole. */
  readonly wholes: readonly Decimal[];
}

const SHARE = /(占[^占\d%,，。;；:：()（）]{0,24})(\d{1,3}(?:\.\d{1,4})?)\s?%(?!左右|以上|以内|上下)/g;
/** 占总数的66.7%, 占比66.7%. What else a share may be of is no number that we know. */
const OF =
  /占|比例?|比重|全部|所有|总|全年|本年度?|当年|新收|收到|受理|办结|答复|办理|处理|政府|信息|公开|依申请|申请|件数?|数量?|总量|量|的|为|达到?|了|\s/g;
/** Between the count and its share. */
const GAP = /^\s?[,，、(（]?\s?$/;
const SENTENCE_END = /[。;；!！?？]/;
const AMONG = "其中";
/** A whole so far before 其中 is another sentence's. */
const FAR = 40;

/** The shares in the prose of a report, in the order of the text; none where the numbers around are not said exactly. */
export function* sharesOf(report: Report): Generator<Share> {
  let before = "";
  for (const line of proseLinesOf(report)) {
    if (line.isHeading) continue;
    if (line.folded.includes("占")) yield* sharesIn(line, numbersIn(line.folded), numbersIn(before));
    before = line.folded;
  }
}

function* sharesIn(
  line: ProseLine,
  numbers: readonly ProseNumber[],
  lineBefore: readonly ProseNumber[],
): Generator<Share> {
  const { folded } = line;
  const told = [...folded.matchAll(SHARE)].flatMap((match) => {
    const index = numbers.findLastIndex(({ unitEnd }) => unitEnd <= match.index);
    const count = numbers[index];
    if (match[1]?.replace(OF, "") !== "") return [];
    if (count === undefined || !GAP.test(folded.slice(count.unitEnd, match.index))) return [];
    return [{ match, index, count }];
  });
  const together = sumOf(told.map(({ count }) => count));
  const wholes = [...[...numbers, ...lineBefore].map(({ value }) => value), together];
  const at = (start: number, end: number): Place => placeIn(line, start, end);
  for (const { match, index, count } of told) {
    const [, words = "", digits = ""] = match;
    const value = parseDecimal(digits);
    const from = sentenceStart(folded, match.index);
    const sentence = folded.slice(from, match.index);
    const own = numbers.slice(0, index + 1).filter(({ start }) => start >= from);
    if (value === null || own.some(({ approximate }) => approximate) || isOfOthers(sentence)) continue;
    const whole = wholeOf(folded, numbers, from, count);
    if (whole?.approximate) continue;
    const start = match.index + words.length;
    yield {
      place: at(start, start + digits.length),
      value,
      places: digits.split(".")[1]?.length ?? 0,
      count: at(count.start, count.end),
      parts: own.map((_, last) => sumOf(own.slice(own.length - 1 - last))),
      ...(whole && { whole }),
      wholes,
    };
  }
}

function sentenceStart(folded: string, end: number): number {
  let start = end;
  while (start > 0 && !SENTENCE_END.test(folded.charAt(start - 1))) start--;
  return start;
}

/** The number before the last 其中 that comes before a count. */
function wholeOf(
  folded: string,
  numbers: readonly ProseNumber[],
  sentence: number,
  count: ProseNumber,
): ProseNumber | undefined {
  const among = folded.lastIndexOf(AMONG, count.start);
  if (among < sentence) return undefined;
  const whole = numbers.findLast(({ unitEnd }) => unitEnd <= among);
  return whole !== undefined && among - whole.unitEnd <= FAR && whole.value >= count.value
    ? whole
    : undefined;
}

function isOfOthers(words: string): boolean {
  return [...otherBodies, ...otherTimes].some((word) => words.includes(word));
}

function sumOf(numbers: readonly ProseNumber[]): Decimal {
  return numbers.reduce<Decimal>((sum, { value }) => sum + value, 0n);
}

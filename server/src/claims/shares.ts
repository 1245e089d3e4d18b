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
  /** Every number of the text that may be the whole, ascending. */
  readonly wholes: readonly Decimal[];
}

export const SHARE = /(占[^占\d%,，。;；:：()（）]{0,24})(\d{1,3}(?:\.\d{1,4})?)\s?%(?!左右|以上|以内|上下)/g;
/** 占总数的66.7%, 占比66.7%. What else a share may be of is no number that we know. */
const OF =
  /占|比例?|比重|全部|所有|总|全年|本年度?|当年|新收|收到|受理|办结|答复|办理|处理|政府|信息|公开|依申请|申请|件数?|数量?|总量|量|的|为|达到?|了|\s/g;

/** Whether the words from 占 to the percentage name nothing but a whole that we may know. */
export function ofAll(words: string): boolean {
  return words.replace(OF, "") === "";
}

/** Between the count and its share. */
const GAP = /^\s?[,，、(（]?\s?$/;
const SENTENCE = /[^。;；!！?？]+/g;
const AMONG = "其中";
/** A whole so far before 其中 is another sentence's. */
const FAR = 40;
/** What stands farther before a share, in characters or in numbers, has nothing to do with it. */
const [LONGEST, MOST_NUMBERS] = [1000, 60];
const OTHERS = new RegExp([...otherBodies, ...otherTimes].join("|"));

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
  const told = [...toldIn(line.folded, numbers)];
  const wholes = [...numbers, ...lineBefore].map(({ value }) => value);
  wholes.push(told.reduce<Decimal>((sum, { count }) => sum + count.value, 0n));
  wholes.sort((a, b) => (a < b ? -1 : Number(a > b)));
  for (const { start, digits, count, own, whole, isOfOthers } of told) {
    const value = parseDecimal(digits);
    if (value === null || isOfOthers || own.some(({ approximate }) => approximate)) continue;
    if (whole?.approximate) continue;
    const parts: Decimal[] = [];
    for (const number of [...own].reverse()) parts.push((parts.at(-1) ?? 0n) + number.value);
    yield {
      place: placeIn(line, start, start + digits.length),
      value,
      places: digits.split(".")[1]?.length ?? 0,
      count: placeIn(line, count.start, count.end),
      parts,
      ...(whole && { whole }),
      wholes,
    };
  }
}

/** A percentage right behind a count, as it stands. */
interface Told {
  readonly start: number;
  readonly digits: string;
  readonly count: ProseNumber;
  /** The numbers of the sentence, up to the count. */
  readonly own: readonly ProseNumber[];
  readonly whole: ProseNumber | undefined;
  readonly isOfOthers: boolean;
}

function* toldIn(folded: string, numbers: readonly ProseNumber[]): Generator<Told> {
  let next = 0;
  for (const { 0: sentence, index: from } of folded.matchAll(SENTENCE)) {
    const others = OTHERS.exec(sentence);
    while ((numbers[next]?.start ?? from) < from) next++;
    const first = next;
    for (const { 1: words = "", 2: digits = "", index } of sentence.matchAll(SHARE)) {
      const at = from + index;
      while ((numbers[next]?.unitEnd ?? folded.length) <= at) next++;
      const before = numbers.slice(Math.max(0, next - MOST_NUMBERS), next);
      const count = before.at(-1);
      if (count === undefined || !ofAll(words)) continue;
      if (!GAP.test(folded.slice(count.unitEnd, at))) continue;
      yield {
        start: at + words.length,
        digits,
        count,
        own: before.slice(-(next - first)),
        whole: wholeOf(folded, before, from, count),
        isOfOthers: others !== null && others.index + others[0].length <= index,
      };
    }
  }
}

/** The number before the last 其中 that comes before a count. */
function wholeOf(
  folded: string,
  numbers: readonly ProseNumber[],
  sentence: number,
  count: ProseNumber,
): ProseNumber | undefined {
  const from = Math.max(sentence, count.start - LONGEST);
  const among = from + folded.slice(from, count.start).lastIndexOf(AMONG);
  if (among < from) return undefined;
  const whole = numbers.findLast(({ unitEnd }) => unitEnd <= among);
  return whole !== undefined && among - whole.unitEnd <= FAR && whole.value >= count.value
    ? whole
    : undefined;
}

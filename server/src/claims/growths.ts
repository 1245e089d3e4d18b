import type { Place } from "../document/block.ts";
import type { Report } from "../report/report.ts";
import { type Decimal, parseDecimal } from "../text/decimal.ts";
import { foldSameLength } from "../text/normalize.ts";
import type { Claim } from "./claim.ts";
import { claimsOf } from "./claims.ts";
import { numbersIn } from "./numbers.ts";

/** What a sentence says of a count and last year's: 同比增长70.3%, 较上年的10件减少5件, 与上年持平. */
export interface Growth {
  /** The counts that it may be about, all of one sentence, the nearest first. */
  readonly claims: readonly Claim[];
  /** The number, or 持平. */
  readonly place: Place;
  /** last: the count of last year itself. */
  readonly kind: "percent" | "count" | "level" | "last";
  /** 0 for level and last. */
  readonly sign: 1 | -1 | 0;
  /** 0n for level. */
  readonly value: Decimal;
  /** Decimal places as written. */
  readonly places: number;
}

const UP = "增长|上升|增加|提高|上涨|增幅|多";
const DOWN = "减少|下降|降低|下滑|回落|降幅|少";
const COUNTED = "件次|件|宗|起|份";
const CHANGE = `(?:(${UP}|${DOWN})(?:了|为|达)?)?\\s?(\\d{1,9}(?:\\.\\d{1,4})?)\\s?(%|${COUNTED})`;
/** Right behind the count: its unit, a remark, and what it is a count of; nothing else that could have grown. */
const GAP = `^(?:${COUNTED})?(?:\\([^()]{0,30}\\))?[,，、]?\\s?(?:申请)?(?:数量|总量|总数|量)?`;
/** 同比, 较上年, 与2022年相比, 比去年同期. */
const AGAINST =
  "(?:同比|(?:较|比|与|同)(?:上一?年度?|去年|(20\\d{2})年度?)(?:同期)?(?:相比|比较)?[,，]?)\\s?(?:有所|略有|大幅)?";
const HEAD = new RegExp(GAP + AGAINST);
/** 较上年的10件减少5件, 较上年10件有所减少 */
const LAST = new RegExp(
  `^的?(\\d{1,9})\\s?(?:${COUNTED})(?:相比)?[,，]?\\s?(?:有所|略有|大幅|明显)?(?=${UP}|${DOWN}|保持|持平)`,
);
const LEVEL = /^(?:保持)?(持平)/;
/** 收到15件，办结14件，同比分别增长50%、40%: the changes of the counts before, each of its own. */
const EACH = /^分别为?/;
/** 较上年增加5件，增长50%: the same once more. */
const CHANGED = new RegExp(`^[,，、和及]?\\s?(?:同比)?${CHANGE}`);

const SENTENCE_END = /[。;；!！?？\r\n]/;
/** What stands farther from a count, in characters or in counts, is not about it. */
const [LONGEST, MOST] = [400, 20];

/** Every such statement that follows right behind a count, in the order of the text. */
export function* growthsOf(report: Report): Generator<Growth> {
  const counts = claimsOf(report).filter(({ kind }) => kind === "count");
  for (const [index, claim] of counts.entries()) {
    const { block, end } = claim.place;
    const [behind = ""] = block.text.slice(end, end + LONGEST).split(SENTENCE_END, 1);
    const tail = foldSameLength(behind);
    const head = HEAD.exec(tail);
    if (head === null) continue;
    const [{ length }, year] = head;
    if (year !== undefined && Number(year) !== (report.year ?? 0) - 1) continue;
    yield* toldIn(tail.slice(length), { block, start: end + length, end }, [claim, ...before(counts, index)]);
  }
}

/** What the words behind 同比 or 较上年 say, which begin at a place. */
function* toldIn(words: string, { block, start }: Place, claims: readonly Claim[]): Generator<Growth> {
  const at = (from: number, { length }: string): Place => ({
    block,
    start: start + from,
    end: start + from + length,
  });
  const last = LAST.exec(words);
  const lastYear = parseDecimal(last?.[1] ?? "");
  if (last !== null && lastYear !== null) {
    const place = at(last[0].indexOf(last[1] ?? ""), last[1] ?? "");
    yield { claims, place, kind: "last", sign: 0, value: lastYear, places: 0 };
  }
  let from = last?.[0].length ?? 0;
  const level = LEVEL.exec(words.slice(from));
  if (level !== null) {
    const place = at(from + level[0].length - (level[1]?.length ?? 0), level[1] ?? "");
    yield { claims, place, kind: "level", sign: 0, value: 0n, places: 0 };
  }
  const each = EACH.exec(words.slice(from));
  from += each?.[0].length ?? 0;
  const changes = [...changesIn(words, from, at, each !== null)];
  if (each === null) for (const change of changes) yield { claims, ...change };
  else if (changes.length === claims.length && areAllNumbers(claims)) {
    const inOrder = [...claims].reverse();
    for (const [index, change] of changes.entries())
      yield { claims: inOrder.slice(index, index + 1), ...change };
  }
}

/** The changes told from an offset on. Of several, each of its own (`isEach`), the way is said once for all. */
function* changesIn(
  words: string,
  start: number,
  at: (from: number, text: string) => Place,
  isEach: boolean,
): Generator<Omit<Growth, "claims">> {
  let from = start;
  let sign: Growth["sign"] = 0;
  for (;;) {
    const said = CHANGED.exec(words.slice(from));
    if (said === null) return;
    const [{ length }, direction, number = "", measure] = said;
    if (direction !== undefined) sign = UP.split("|").includes(direction) ? 1 : -1;
    const value = parseDecimal(number);
    if (sign === 0 || value === null || (direction === undefined && !isEach)) return;
    yield {
      place: at(from + said[0].lastIndexOf(number), number),
      kind: measure === "%" ? "percent" : "count",
      sign,
      value,
      places: number.split(".")[1]?.length ?? 0,
    };
    from += length;
  }
}

/** Whether a sentence counts nothing else, up to the last of some claims, the nearest first. */
function areAllNumbers(claims: readonly Claim[]): boolean {
  const [last] = claims;
  if (last === undefined) return false;
  const { block, start, end } = last.place;
  const UNIT = 3;
  const before = foldSameLength(block.text.slice(Math.max(0, start - LONGEST), end + UNIT));
  return numbersIn(before.split(SENTENCE_END).at(-1) ?? "").length === claims.length;
}

/** The counts before one in its sentence, the nearest first: 共收到15件，其中自然人10件，同比增长… */
function before(counts: readonly Claim[], index: number): Claim[] {
  const { place } = counts[index] as Claim;
  const { text } = place.block;
  const nearest = counts.slice(Math.max(0, index - MOST), index).reverse();
  const other = nearest.findIndex(
    (one) =>
      one.place.block !== place.block ||
      SENTENCE_END.test(text.slice(Math.max(one.place.end, place.start - LONGEST), place.start)),
  );
  return other < 0 ? nearest : nearest.slice(0, other);
}

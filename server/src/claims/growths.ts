import type { Place } from "../document/block.ts";
import type { Report } from "../report/report.ts";
import { type Decimal, parseDecimal } from "../text/decimal.ts";
import { foldSameLength } from "../text/normalize.ts";
import type { Claim } from "./claim.ts";
import { claimsOf } from "./claims.ts";

/** What a sentence says of a count and last year's: 同比增长70.3%, 较上年减少5件, 与上年持平. */
export interface Growth {
  /** The counts that it may be about, all of one sentence, the nearest first. */
  readonly claims: readonly Claim[];
  /** The number, or 持平. */
  readonly place: Place;
  readonly kind: "percent" | "count" | "level";
  /** 0 for level. */
  readonly sign: 1 | -1 | 0;
  /** 0n for level. */
  readonly value: Decimal;
  /** Decimal places as written. */
  readonly places: number;
}

const UP = "增长|上升|增加|提高|上涨|增幅|多";
const DOWN = "减少|下降|降低|下滑|回落|降幅|少";
const UNIT = "%|件次|件|宗|起|份";
const CHANGE = `(${UP}|${DOWN})(?:了|为|达)?\\s?(\\d{1,9}(?:\\.\\d{1,4})?)\\s?(${UNIT})`;
/** Right behind the count: its unit, a remark, and what it is a count of; nothing else that could have grown. */
const GAP = "^(?:件次|件|宗|起|份)?(?:\\([^()]{0,30}\\))?[,，、]?\\s?(?:申请)?(?:数量|总量|总数|量)?";
/** 同比, 较上年, 与2022年相比, 比去年同期. */
const AGAINST =
  "(?:同比|(?:较|比|与|同)(?:上一?年度?|去年|(20\\d{2})年度?)(?:同期)?(?:相比|比较)?[,，]?)\\s?(?:有所|略有|大幅)?";
const FIRST = new RegExp(`${GAP}${AGAINST}(?:${CHANGE}|(?:保持)?(持平))`);
/** 较上年增加5件，增长50%: the same once more. */
const MORE = new RegExp(`^[,，、]?\\s?(?:同比)?${CHANGE}`);

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
    const match = FIRST.exec(tail);
    if (match === null) continue;
    const [whole, year, word, digits, unit, level] = match;
    if (year !== undefined && Number(year) !== (report.year ?? 0) - 1) continue;
    const claims = [claim, ...before(counts, index)];
    const at = (text: string, from: number): Place => ({ block, start: from, end: from + text.length });
    if (level !== undefined) {
      const place = at(level, end + whole.length - level.length);
      yield { claims, place, kind: "level", sign: 0, value: 0n, places: 0 };
      continue;
    }
    let from = end;
    let rest = tail;
    let said: readonly (string | undefined)[] | null = [whole, word, digits, unit];
    while (said !== null) {
      const [text = "", direction = "", number = "", measure = ""] = said;
      const start = from + text.lastIndexOf(number);
      const value = parseDecimal(number);
      if (value !== null) {
        yield {
          claims,
          place: at(number, start),
          kind: measure === "%" ? "percent" : "count",
          sign: UP.split("|").includes(direction) ? 1 : -1,
          value,
          places: number.split(".")[1]?.length ?? 0,
        };
      }
      from += text.length;
      rest = rest.slice(text.length);
      said = MORE.exec(rest);
    }
  }
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

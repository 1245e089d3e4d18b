import type { Place } from "../document/block.ts";
import { otherBodies, otherTimes } from "../forms/claim-lexicon.ts";
import { type ProseLine, placeIn, proseLinesOf } from "../report/prose-lines.ts";
import type { Report } from "../report/report.ts";
import type { Decimal } from "../text/decimal.ts";
import { listsOf, type ProseList } from "./lists.ts";
import { moneyIn } from "./money.ts";

/** What a sentence says was charged as 信息处理费 (国办函〔2020〕109号) in the report's year. */
export interface Fee {
  /** The digits of the sum, or the words that say that there was none. */
  readonly place: Place;
  /** In 元. */
  readonly value: Decimal;
}

/** A sum of 信息处理费 with what it is made up of. */
export interface FeeList {
  readonly list: ProseList;
  readonly line: ProseLine;
}

const FEE = "处理费";
const SENTENCE = /[^。;；!！?？]+/g;
/** 未收取信息处理费, 无收取政府信息处理费情况 */
const DENIAL = /未|没有|无|不/;
const CHARGED = /收取|产生|发生|涉及|征收|收/;
/** That nothing was charged wrongly says nothing of what was charged. */
const WRONGLY = /违规|违法|违反|按规定|规范|乱|超标|超范围|[,，]/;
/** As far before 处理费 as the denial may stand. */
const NEAR = 30;
/** Then the sum is not what was charged in all. */
const OTHERWISE = /减免|免收|免除|免缴|退还|退回|应收|应缴|标准|每[件页]|按[件量页]|上年|上一年|去年|其中/;
/** 发出收费通知1件，总金额200元，实际收取0元: what was asked for, which need not be what was charged. */
const ASKED_FOR = /通知|实际|未缴|催缴|应收|应缴/;
/** Of the agencies of an area some may have charged and others not. */
const PART_OF_AREA = /各级|本级|各县|各区|县区|区县|其他(?:部门|单位|机关)|其余/;
const YEAR = /(?:19|20)\d{2}(?=\s?年)/g;

/** The statements of a report on the fee as a whole, in the order of the text. */
export function* feesOf(report: Report): Generator<Fee> {
  for (const line of proseLinesOf(report)) {
    if (line.isHeading || !line.folded.includes(FEE)) continue;
    for (const { 0: sentence, index } of line.folded.matchAll(SENTENCE)) {
      if (!sentence.includes(FEE) || !isOwn(sentence, report.year)) continue;
      const at = (start: number, end: number): Place => placeIn(line, index + start, index + end);
      const none = noneIn(sentence);
      const [sum] = none === undefined ? moneyIn(sentence) : [];
      if (none !== undefined) yield { place: at(none.start, none.end), value: 0n };
      else if (ASKED_FOR.test(sentence) || !CHARGED.test(sentence)) continue;
      else if (sum !== undefined && !sum.approximate && !OTHERWISE.test(sentence.slice(0, sum.start)))
        yield { place: at(sum.start, sum.end), value: sum.value };
    }
  }
}

/** Sums of the fee with their parts: 收取信息处理费1200元，其中按件计收800元，按量计收400元. */
export function* feeListsOf(report: Report): Generator<FeeList> {
  for (const line of proseLinesOf(report)) {
    if (line.isHeading || !line.folded.includes(FEE)) continue;
    const fee = line.folded.indexOf(FEE);
    for (const list of listsOf(line.folded, moneyIn(line.folded))) {
      if (fee < list.whole.start) yield { list, line };
    }
  }
}

/** From the word that denies to the fee. */
function noneIn(sentence: string): { start: number; end: number } | undefined {
  const fee = sentence.indexOf(FEE);
  const from = Math.max(0, fee - NEAR);
  const before = sentence.slice(from, fee);
  const denial = DENIAL.exec(before);
  if (denial === null) return undefined;
  const words = before.slice(denial.index);
  if (!CHARGED.test(words) || WRONGLY.test(words)) return undefined;
  return { start: from + denial.index, end: fee + FEE.length };
}

function isOwn(sentence: string, year: number | undefined): boolean {
  if (PART_OF_AREA.test(sentence) || [...otherBodies, ...otherTimes].some((word) => sentence.includes(word)))
    return false;
  return [...sentence.matchAll(YEAR)].every(([named]) => year === undefined || Number(named) === year);
}

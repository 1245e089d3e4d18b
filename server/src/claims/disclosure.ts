import type { ReadingForm } from "../forms/claim-form.ts";
import { otherTimes } from "../forms/claim-lexicon.ts";
import {
  type DisclosureDeed,
  type DisclosureRow,
  disclosureElsewhere,
  disclosureRows,
} from "../forms/disclosure-lexicon.ts";
import { type Form, figureName } from "../forms/form.ts";
import { type ProseLine, placeIn } from "../report/prose-lines.ts";
import { roundingOf } from "../text/rounding.ts";
import type { Claim } from "./claim.ts";
import { moneyIn } from "./money.ts";
import { type Clause, type ClauseNumber, wordsAround } from "./sentences.ts";

/** Without one of these a line says nothing of 表二. */
export const ABOUT_TABLE_TWO = /规章|规范性文件|行政(?:许可|处罚|强制|事业性收费)/;

const ELSEWHERE = [...otherTimes, ...disclosureElsewhere];
const DENIAL = /(?:未|没有|无)[^未无]{0,12}$/;
/** 表二 has its fee in this unit; moneyIn tells 元. */
const TEN_THOUSAND = 10_000n;

interface Said {
  readonly row?: DisclosureRow;
  readonly deed?: DisclosureDeed;
}

/**
 * What a line says of 表二, in the order of the text: 制发行政规范性文件3件，废止2件; 作出行政许可12件、行政处罚3件;
 * 未实施行政强制. What is counted or what was done with it may have been said before, in the same sentence.
 */
export function* disclosureClaimsIn(
  clauses: readonly Clause[],
  line: ProseLine,
  form: Form,
): Generator<Claim> {
  let sentence = "";
  let said: Said = {};
  for (const clause of clauses) {
    if (!clause.sentence.startsWith(sentence)) said = {};
    sentence = clause.sentence;
    if (clause.isOfOthers || ELSEWHERE.some((word) => clause.text.includes(word))) {
      said = {};
      continue;
    }
    yield* deniedIn(clause, line, form);
    for (const number of [...clause.numbers, ...sumsIn(clause)]) {
      const own = saidIn(wordsAround(clause, number), said);
      if (own === undefined) continue;
      said = own;
      const readings = readingsOf(own, form);
      if (number.approximate || readings.length === 0 || own.row?.unit.test(number.unit) !== true) continue;
      const written = line.folded.slice(number.start, number.end);
      yield {
        kind: "count",
        topic: "disclosure",
        place: placeIn(line, number.start, number.end),
        value: number.value,
        rounding: roundingOf(written),
        readings,
      };
    }
  }
}

/** 未制发行政规范性文件, 未实施行政强制: from the word that denies to what did not happen. */
function* deniedIn({ text, start, numbers }: Clause, line: ProseLine, form: Form): Generator<Claim> {
  if (numbers.length > 0) return;
  const said = saidIn(text, {});
  const what = said?.row?.word.exec(text);
  const denial = what && DENIAL.exec(text.slice(0, what.index));
  const readings = said === undefined ? [] : readingsOf(said, form);
  if (what == null || denial == null || readings.length === 0) return;
  const place = placeIn(line, start + denial.index, start + what.index + what[0].length);
  yield { kind: "none", topic: "disclosure", place, value: 0n, readings };
}

/** What words say, or what was said before with one of the two new; undefined where they say neither or too much. */
function saidIn(words: string, before: Said): Said | undefined {
  const rows = disclosureRows.filter(({ word }) => word.test(words));
  const row = rows[0] ?? before.row;
  const deeds = row?.deeds.filter(({ word }) => word.test(words)) ?? [];
  if (rows.length > 1 || deeds.length > 1 || rows.length + deeds.length === 0) return undefined;
  const deed = deeds[0] ?? (row?.deeds === before.row?.deeds ? before.deed : undefined);
  // 主动公开规章13件（含新制定5件）: what is counted first is not what was done, and so its parts are of it only.
  return deed === undefined ? {} : { ...(row && { row }), deed };
}

function readingsOf({ row, deed }: Said, form: Form): ReadingForm[] {
  const table = form.tables.find(({ id }) => id === "表二");
  const line = table?.rows.find(({ key }) => row?.keys.includes(key));
  const column = line?.columns.find((one) => deed?.columns.includes(one));
  return line === undefined || column === undefined ? [] : [{ plus: [figureName("表二", line.key, column)] }];
}

/** The sums of a clause that are in 万元. */
function sumsIn({ text, start }: Clause): ClauseNumber[] {
  return moneyIn(text)
    .filter(({ end, unitEnd }) => /^\s?万/.test(text.slice(end, unitEnd)))
    .map((sum) => ({
      ...sum,
      start: sum.start + start,
      end: sum.end + start,
      unitEnd: sum.unitEnd + start,
      value: sum.value / TEN_THOUSAND,
      unit: "万元",
      order: -1,
    }));
}

import { parseDecimal } from "../text/decimal.ts";
import type { ProseNumber } from "./numbers.ts";

const AMOUNT =
  /(?<![\d,，.]|\d\s)(\d{1,12}(?:[,，]\d{3}){0,3}(?:\.\d{1,6})?)\s?(余|多)?(万|亿)?\s?元(左右|以上|以内)?/g;
const BEFORE_APPROXIMATE = /(?:约|近|逾|超|超过|不足|上|达到?)\s?$/;
const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** The sums of money in a line of prose, its text folded to half width, in 元. */
export function moneyIn(folded: string): ProseNumber[] {
  return [...folded.matchAll(AMOUNT)].flatMap((match): ProseNumber[] => {
    const [whole, digits = "", some, scale = "", about] = match;
    const start = match.index;
    const value = parseDecimal(digits.replace(/[,，]/g, ""));
    if (value === null) return [];
    const before = folded.slice(Math.max(0, start - 3), start);
    return [
      {
        start,
        end: start + digits.length,
        value: value * (SCALES[scale] ?? 1n),
        unit: "元",
        unitEnd: start + whole.length,
        approximate: some !== undefined || about !== undefined || BEFORE_APPROXIMATE.test(before),
      },
    ];
  });
}

import { type Decimal, formatDecimal, fromInteger, isInteger } from "../../text/decimal.ts";
import { toChineseNumber } from "../../text/numerals.ts";

const IN_CHINESE = /^[一二两三四五六七八九十百千零〇]+$/;
/** Longer ones are read by nobody, and 零件 is something else. */
const MOST_IN_CHINESE = fromInteger(10_000);
const FULL_WIDTH_DIGIT = /[０-９]/;
const SEPARATOR = /[0-9０-９]([,，])[0-9０-９]{3}/;
const DECIMAL_PLACES = /[.．]([0-9０-９]+)/;
/** Distance from ASCII 0 to full-width ０. */
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Writes a number the way the old one is written: full-width digits, thousands separators, decimal places and
 * Chinese numerals stay. "１，２００" and 1350 give "１，３５０", "十五" and 14 give "十四".
 */
export function writeNumber(old: string, value: Decimal): string {
  if (IN_CHINESE.test(old) && isInteger(value) && value > 0n && value < MOST_IN_CHINESE)
    return inChinese(value);
  const [whole = "", fraction = ""] = formatDecimal(value).split(".");
  const places = DECIMAL_PLACES.exec(old)?.[1]?.length ?? 0;
  const decimals = fraction.padEnd(places, "0");
  const separator = SEPARATOR.exec(old)?.[1];
  const grouped = separator === undefined ? whole : groups(whole).join(separator);
  const text = decimals === "" ? grouped : `${grouped}.${decimals}`;
  return FULL_WIDTH_DIGIT.test(old) ? text.replace(/[0-9.]/g, widen) : text;
}

/** Before a measure word 2 is 两. */
function inChinese(value: Decimal): string {
  const text = toChineseNumber(Number(formatDecimal(value)));
  return text === "二" ? "两" : text;
}

function groups(digits: string): string[] {
  const first = digits.length % 3;
  const rest = digits.slice(first).match(/\d{3}/g) ?? [];
  return first === 0 ? rest : [digits.slice(0, first), ...rest];
}

function widen(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH_OFFSET);
}

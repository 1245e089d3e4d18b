import { type Decimal, formatDecimal } from "../../text/decimal.ts";

const FULL_WIDTH_DIGIT = /[０-９]/;
const SEPARATOR = /[0-9０-９]([,，])[0-9０-９]{3}/;
const DECIMAL_PLACES = /[.．]([0-9０-９]+)/;
/** Distance from ASCII 0 to full-width ０. */
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Writes a number the way the old one is written: full-width digits, thousands separators and decimal places
 * stay. "１，２００" and 1350 give "１，３５０".
 */
export function writeNumber(old: string, value: Decimal): string {
  const [whole = "", fraction = ""] = formatDecimal(value).split(".");
  const places = DECIMAL_PLACES.exec(old)?.[1]?.length ?? 0;
  const decimals = fraction.padEnd(places, "0");
  const separator = SEPARATOR.exec(old)?.[1];
  const grouped = separator === undefined ? whole : groups(whole).join(separator);
  const text = decimals === "" ? grouped : `${grouped}.${decimals}`;
  return FULL_WIDTH_DIGIT.test(old) ? text.replace(/[0-9.]/g, widen) : text;
}

function groups(digits: string): string[] {
  const first = digits.length % 3;
  const rest = digits.slice(first).match(/\d{3}/g) ?? [];
  return first === 0 ? rest : [digits.slice(0, first), ...rest];
}

function widen(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH_OFFSET);
}

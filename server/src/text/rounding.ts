import { type Decimal, parseDecimal } from "./decimal.ts";

/** Half a unit of the last decimal place of a number as written: it may have been rounded by so much. 0 for a whole one. */
export function roundingOf(written: string): Decimal {
  if (!/[.．]/.test(written)) return 0n;
  const places = /\d[.．]([\d０-９]{1,7})/.exec(written)?.[1]?.length ?? 0;
  return places === 0 ? 0n : (parseDecimal(`0.${"0".repeat(places)}5`) ?? 0n);
}

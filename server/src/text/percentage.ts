import { type Decimal, fromInteger } from "./decimal.ts";

const ONE = fromInteger(1);
const HUNDRED = 100n;

/**
 * Whether a percentage, as written with so many decimal places, is that of a part in a whole: rounded up, down or to
 * the nearest, so less than one unit of its last place away. `whole` is above 0.
 */
export function isPercentage(value: Decimal, places: number, part: Decimal, whole: Decimal): boolean {
  const off = part * HUNDRED * ONE - value * whole;
  return (off < 0n ? -off : off) < unitOf(places) * whole;
}

/** A part of a whole in per cent, rounded half up to so many decimal places. `whole` is above 0. */
export function percentage(part: Decimal, whole: Decimal, places: number): Decimal {
  const unit = unitOf(places);
  const exact = (part * HUNDRED * ONE) / whole;
  return ((exact + unit / 2n) / unit) * unit;
}

function unitOf(places: number): Decimal {
  return ONE / 10n ** BigInt(places);
}

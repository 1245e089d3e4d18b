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

/** The same of any of some wholes, which ascend. */
export function isPercentageOfAny(
  value: Decimal,
  places: number,
  part: Decimal,
  wholes: readonly Decimal[],
): boolean {
  // Of the wholes that are large enough for so small a share the smallest comes nearest.
  const isLarge = (whole: Decimal): boolean => part * HUNDRED * ONE < (value + unitOf(places)) * whole;
  let low = 0;
  let high = wholes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isLarge(wholes[middle] ?? 0n)) high = middle;
    else low = middle + 1;
  }
  const nearest = wholes[low];
  return nearest !== undefined && nearest > 0n && isPercentage(value, places, part, nearest);
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

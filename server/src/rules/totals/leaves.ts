import type { Decimal } from "../../text/decimal.ts";

/** Readings tried for each value, so that long lists of small numbers take no time. */
const TRIES_PER_VALUE = 50;
const LEAST_TRIES = 1000;

interface Choice {
  /** The value that is taken as the sum of others. */
  readonly at: number;
  /** How many sums of leaves there were before it, and how much was taken so before. */
  readonly leaves: number;
  readonly hidden: Decimal;
  /** Whether it sums up two or more. */
  readonly isSum: boolean;
}

/**
 * Which values of a list the total counts, if some of the others are sums of those right before (机关计) or right
 * behind them (机关, its offices), in any depth, so that everything adds up. undefined where there is no such reading;
 * none at all where there are too many to try.
 */
export function leavesOf(
  values: readonly Decimal[],
  total: Decimal,
  tolerance: Decimal,
): readonly number[] | undefined {
  if (values.some((value) => value < 0n)) return undefined;
  const before = leavesBefore(values, total, tolerance);
  if (before !== undefined) return before;
  const behind = leavesBefore(values.toReversed(), total, tolerance);
  return behind?.map((at) => values.length - 1 - at).reverse();
}

function leavesBefore(
  values: readonly Decimal[],
  total: Decimal,
  tolerance: Decimal,
): readonly number[] | undefined {
  const rest = restsOf(values);
  const wanted = (rest[0] ?? 0n) - total;
  if (wanted <= tolerance) return undefined;
  // That one value repeats the one before it is no sign of groups, unless everything is counted twice.
  const isAllTwice = wanted + tolerance >= total;
  const isSign = (): boolean => isAllTwice || choices.length > 1 || choices.some((one) => one.isSum);
  const most = Math.max(LEAST_TRIES, TRIES_PER_VALUE * values.length);
  const choices: Choice[] = [];
  /** Sums of the leaves so far, from none to all; those that are 0 count for nothing. */
  const sums: Decimal[] = [0n];
  let hidden: Decimal = 0n;
  let tries = 0;
  for (let at = 0; ; at++) {
    tries += 1;
    if (tries > most) return [];
    const value = values[at];
    if (value === undefined && wanted - hidden <= tolerance && isSign())
      return leavesBut(values.length, choices);
    if (value === undefined || hidden + (rest[at] ?? 0n) + tolerance < wanted) {
      const last = choices.pop();
      if (last === undefined) return undefined;
      at = last.at;
      hidden = last.hidden;
      sums.length = last.leaves;
      sums.push((sums.at(-1) ?? 0n) + (values[at] ?? 0n));
      continue;
    }
    const parts = hidden + value <= wanted + tolerance ? partsOf(sums, value, tolerance) : 0;
    if (parts > 0) {
      choices.push({ at, leaves: sums.length, hidden, isSum: parts > 1 });
      hidden += value;
    } else if (value !== 0n) {
      sums.push((sums.at(-1) ?? 0n) + value);
    }
  }
}

/** By index, the sum of the values from there on. */
function restsOf(values: readonly Decimal[]): readonly Decimal[] {
  const rest = new Array<Decimal>(values.length + 1).fill(0n);
  for (let at = values.length - 1; at >= 0; at--) rest[at] = (rest[at + 1] ?? 0n) + (values[at] ?? 0n);
  return rest;
}

/** How many of the last leaves make the value; 0 where none do. */
function partsOf(sums: readonly Decimal[], value: Decimal, tolerance: Decimal): number {
  if (value === 0n) return 0;
  const all = sums.at(-1) ?? 0n;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0n) + tolerance < all - value) low = middle + 1;
    else high = middle;
  }
  const isMade = all - (sums[low] ?? 0n) >= value - tolerance;
  return isMade ? sums.length - 1 - low : 0;
}

function leavesBut(count: number, choices: readonly Choice[]): readonly number[] {
  const taken = new Set(choices.map(({ at }) => at));
  return [...Array(count).keys()].filter((at) => !taken.has(at));
}

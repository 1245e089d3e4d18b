import { type Decimal, formatDecimal } from "./decimal.ts";

/** From one value to another: "+3" and "+42.9"; no percentage where there was nothing, or of less than 0.05. */
export interface Growth {
  readonly difference: string;
  /** With at most one decimal, rounded half away from 0. */
  readonly percent?: string;
}

/** Undefined where nothing changed. */
export function growthOf(before: Decimal, now: Decimal): Growth | undefined {
  const difference = now - before;
  if (difference === 0n) return undefined;
  const signed = (text: string): string => (difference > 0n ? `+${text}` : `−${text}`);
  const size = difference < 0n ? -difference : difference;
  const whole = { difference: signed(formatDecimal(size)) };
  if (before <= 0n) return whole;
  const tenths = (size * 2000n + before) / (2n * before);
  if (tenths === 0n) return whole;
  return { ...whole, percent: signed(`${tenths / 10n}${tenths % 10n === 0n ? "" : `.${tenths % 10n}`}`) };
}

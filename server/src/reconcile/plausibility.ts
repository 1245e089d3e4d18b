import { type Decimal, formatDecimal, fromInteger } from "../text/decimal.ts";

/** A figure as it stands, for judging how it may have come about. */
export interface Written {
  readonly value: Decimal;
  readonly blank: boolean;
}

const SLIP_OF_ONE = 0.1;
const SLIP_OF_HAND = 0.1;
const OTHER_DIGIT = 0.3;
const FORGOTTEN = 0.4;
const ZERO_AND_ONE = 0.4;
const ONCE_ZERO = 0.6;
const WOULD_BE_ZERO = 0.7;
const UNLIKE = 0.8;

/**
 * How hard it is to believe that somebody who meant `wanted` wrote `old`: 0 (easy) to 1. Slips of the hand (a
 * digit dropped, doubled, two exchanged) and miscounts by one are easy; a number where 0 was meant, or the
 * other way round, is harder.
 */
export function doubt(old: Written, wanted: Decimal): number {
  if (old.blank) return FORGOTTEN;
  const distance = old.value > wanted ? old.value - wanted : wanted - old.value;
  const byOne = distance === fromInteger(1);
  if (old.value === 0n) return byOne ? ZERO_AND_ONE : ONCE_ZERO;
  if (wanted === 0n) return byOne ? ZERO_AND_ONE : WOULD_BE_ZERO;
  if (byOne) return SLIP_OF_ONE;
  const before = formatDecimal(old.value);
  const after = formatDecimal(wanted);
  if (oneCharacterMore(before, after) || oneCharacterMore(after, before)) return SLIP_OF_HAND;
  const different = [...before].flatMap((digit, index) => (digit === after[index] ? [] : [index]));
  if (before.length !== after.length) return UNLIKE;
  if (different.length === 1) return OTHER_DIGIT;
  const [first = 0, second = 0] = different;
  const exchanged = before[first] === after[second] && before[second] === after[first];
  return different.length === 2 && second === first + 1 && exchanged ? SLIP_OF_HAND : UNLIKE;
}

/** Whether `longer` is `shorter` with one character put in somewhere. */
function oneCharacterMore(shorter: string, longer: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  return shorter.slice(at) === longer.slice(at + 1);
}

/**
 * An exact decimal: an integer in units of 10^-8. Relations need only +, − and comparison, which are
 * those of bigint. Eight places are twice what any form asks for (万元 to 4 places).
 */
export type Decimal = bigint;

const PLACES = 8;
const UNIT = 10n ** BigInt(PLACES);

/** "1,234.50" in plain ASCII without separators → Decimal; null where it is no decimal of at most 8 places. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d{1,30})(?:\.(\d{1,8}))?$/.exec(text);
  if (match === null) return null;
  const magnitude = BigInt(match[2] ?? "0") * UNIT + BigInt((match[3] ?? "").padEnd(PLACES, "0"));
  return match[1] === "-" ? -magnitude : magnitude;
}

export function fromInteger(value: number | bigint): Decimal {
  return BigInt(value) * UNIT;
}

export function isInteger(value: Decimal): boolean {
  return value === 0n || value % UNIT === 0n;
}

/** Shortest plain notation: "12", "-0.5". */
export function formatDecimal(value: Decimal): string {
  const sign = value < 0n ? "-" : "";
  const magnitude = value < 0n ? -value : value;
  let fraction = (magnitude % UNIT).toString().padStart(PLACES, "0");
  while (fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  return `${sign}${magnitude / UNIT}${fraction === "" ? "" : `.${fraction}`}`;
}

import type { Decimal } from "./decimal.ts";

/** Units that tables have amounts of money in. */
export type MoneyUnit = "元" | "千元" | "万元" | "百万元" | "亿元";

const IN_YUAN: Readonly<Record<MoneyUnit, bigint>> = {
  元: 1n,
  千元: 1_000n,
  万元: 10_000n,
  百万元: 1_000_000n,
  亿元: 100_000_000n,
};
const UNIT = /(?:百万|[千万亿])?元/;

/** The first unit that a text names; its letters are folded to half width, if at all. */
export function moneyUnitIn(text: string): MoneyUnit | undefined {
  return UNIT.exec(text)?.[0] as MoneyUnit | undefined;
}

/** An amount in another unit; null where it has more decimal places there than can be held exactly. */
export function inUnit(value: Decimal, from: MoneyUnit, to: MoneyUnit): Decimal | null {
  const yuan = value * IN_YUAN[from];
  return yuan % IN_YUAN[to] === 0n ? yuan / IN_YUAN[to] : null;
}

import { expect, test } from "vitest";
import { parseDecimal } from "../../../server/src/text/decimal.ts";
import { growthOf } from "../../../server/src/text/growth.ts";

const value = (text: string): bigint => parseDecimal(text) ?? 0n;

test.each([
  ["10", "15", "+5", "+50"],
  ["7", "10", "+3", "+42.9"],
  ["3", "2", "−1", "−33.3"],
  ["8", "7", "−1", "−12.5"],
  ["2000", "2001", "+1", "+0.1"],
  ["2001", "2000", "−1", undefined],
  ["1.5", "2", "+0.5", "+33.3"],
  ["5", "0", "−5", "−100"],
  ["0", "4", "+4", undefined],
])("from %s to %s: %s, %s percent", (before, now, difference, percent) => {
  const growth = growthOf(value(before), value(now));
  expect([growth?.difference, growth?.percent]).toEqual([difference, percent]);
});

test("no change is no growth", () => {
  expect(growthOf(value("3"), value("3"))).toBeUndefined();
});

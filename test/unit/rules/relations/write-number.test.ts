import { expect, test } from "vitest";
import { writeNumber } from "../../../../server/src/rules/relations/write-number.ts";
import { parseDecimal } from "../../../../server/src/text/decimal.ts";

test.each([
  ["7", "8", "8"],
  ["", "12", "12"],
  ["/", "0", "0"],
  ["７", "12", "１２"],
  ["1,200", "1350", "1,350"],
  ["1,200", "980", "980"],
  ["1,200", "1234567", "1,234,567"],
  ["１，２００", "1350", "１，３５０"],
  ["12.50", "13", "13.00"],
  ["12.5", "12.75", "12.75"],
  ["１２．５", "13.5", "１３．５"],
  ["1200", "1350", "1350"],
  ["十五", "14", "十四"],
  ["两", "105", "一百零五"],
  ["十五", "2", "两"],
  ["十五", "0", "0"],
  ["十五", "12000", "12000"],
])("%s with the value %s is written %s", (old, value, expected) => {
  expect(writeNumber(old, parseDecimal(value) ?? 0n)).toBe(expected);
});

import { expect, test } from "vitest";
import { doubt } from "../../../server/src/reconcile/plausibility.ts";
import { parseDecimal } from "../../../server/src/text/decimal.ts";

function doubtOf(old: string, wanted: string): number {
  return doubt({ value: parseDecimal(old) ?? 0n, blank: old === "" }, parseDecimal(wanted) ?? 0n);
}

test.each([
  ["a digit doubled", "122", "12"],
  ["a digit dropped", "1", "12"],
  ["the first digit dropped", "2", "32"],
  ["two digits exchanged", "132", "123"],
  ["one too many", "13", "12"],
])("%s is easier to believe than another digit, and that than another number", (_, old, wanted) => {
  expect(doubtOf(old, wanted)).toBeLessThan(doubtOf("12", "17"));
  expect(doubtOf("12", "17")).toBeLessThan(doubtOf("12", "39"));
});

test("a number where 0 was meant, or 0 for a number, is hard to believe; a blank for a number less so", () => {
  expect(doubtOf("", "12")).toBeLessThan(doubtOf("0", "12"));
  expect(doubtOf("12", "17")).toBeLessThan(doubtOf("0", "12"));
  expect(doubtOf("12", "17")).toBeLessThan(doubtOf("12", "0"));
});

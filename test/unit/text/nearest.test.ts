import { expect, test } from "vitest";
import { nearest } from "../../../server/src/text/nearest.ts";

test.each([
  ["rule", ["rules", "relations"], "rules"],
  ["tolerence", ["table", "tolerance"], "tolerance"],
  ["人员费", ["人员经费", "公用经费"], "人员经费"],
  ["经费支出", ["经费收支"], "经费收支"],
  ["后年", ["上年", "本年"], "上年"],
  ["差旅", ["人员经费"], undefined],
  ["key", ["include", "rules"], undefined],
  ["甲", ["乙"], undefined],
  ["", ["a"], undefined],
  ["a".repeat(61), ["a".repeat(60)], undefined],
])("%s among %j is %s", (written, names, expected) => {
  expect(nearest(written, names)).toBe(expected);
});

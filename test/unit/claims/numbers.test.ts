import { describe, expect, test } from "vitest";
import { moneyIn } from "../../../server/src/claims/money.ts";
import { numbersIn } from "../../../server/src/claims/numbers.ts";
import { formatDecimal } from "../../../server/src/text/decimal.ts";
import { foldSameLength } from "../../../server/src/text/normalize.ts";

describe("a number that a blank parts is none, since nobody knows which was meant", () => {
  test.each([
    ["a blank", "收到申请2 65件，办结3件", ["3"]],
    ["a blank of no width, as web pages have it", "收到申请2\u200b65件，办结3件", ["3"]],
    ["a blank behind the number", "收到申请265 件，办结\u200b3件", ["265", "3"]],
  ])("%s", (_, text, values) => {
    const folded = foldSameLength(text);
    expect(numbersIn(folded).map(({ value }) => formatDecimal(value))).toEqual(values);
    const sums = moneyIn(folded.replaceAll("件", "元"));
    expect(sums.map(({ value }) => formatDecimal(value))).toEqual(values);
  });
});

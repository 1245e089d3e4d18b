import fc from "fast-check";
import { expect, test } from "vitest";
import { fromInteger, parseDecimal } from "../../../server/src/text/decimal.ts";
import { isPercentage, isPercentageOfAny } from "../../../server/src/text/percentage.ts";

test("a percentage is that of any of some wholes where it is that of one", () => {
  const count = fc.nat({ max: 60 }).map(fromInteger);
  const wholes = fc.array(count, { maxLength: 8 }).map((all) => all.sort((a, b) => Number(a - b)));
  fc.assert(
    fc.property(count, wholes, fc.nat({ max: 1000 }), fc.nat({ max: 2 }), (part, all, tenths, places) => {
      const value = parseDecimal((tenths / 10).toFixed(places)) ?? 0n;
      const one = all.some((whole) => whole > 0n && isPercentage(value, places, part, whole));
      expect(isPercentageOfAny(value, places, part, all)).toBe(one);
    }),
  );
});

import { expect, test } from "vitest";
import { leavesOf } from "../../../../server/src/rules/totals/leaves.ts";
import { fromInteger } from "../../../../server/src/text/decimal.ts";
import { timeOf } from "../../time-of.ts";

/** The values that a total counts; undefined where it may count nothing twice and still does not agree. */
function counted(values: readonly number[], total: number, tolerance = 0): number[] | undefined {
  const [all, whole, off] = [values.map(fromInteger), fromInteger(total), fromInteger(tolerance)] as const;
  return leavesOf(all, whole, off)?.map((at) => values[at] ?? 0);
}

test.each<[string, number[], number, number[] | undefined]>([
  ["a sum behind its parts", [20, 30, 50, 15], 65, [20, 30, 15]],
  ["a sum before its parts", [15, 50, 20, 30], 65, [15, 20, 30]],
  ["sums of sums", [1, 2, 3, 4, 7, 10], 10, [1, 2, 3, 4]],
  ["a sum of which some parts are sums by chance", [1, 2, 3, 6], 6, [1, 2, 3]],
  ["a sum of one, beside one of several", [20, 30, 50, 15, 15, 8], 73, [20, 30, 15, 8]],
  ["all of them of one", [480, 480, 60, 60], 540, [480, 60]],
  ["a value that repeats the one before by chance", [3, 3, 5], 8, undefined],
  ["a total that is too large", [3, 4], 8, undefined],
  ["a total that is too small", [3, 4, 9], 15, undefined],
  ["what is taken off", [50, 20, 30, -5], 45, undefined],
])("%s", (_, values, total, wanted) => {
  expect(counted(values, total)).toEqual(wanted);
});

test("sums may be off by what rounding makes of them", () => {
  expect(counted([20, 30, 51, 15], 65)).toBeUndefined();
  expect(counted([20, 30, 51, 15], 65, 1)).toEqual([20, 30, 15]);
});

test("a long list of small numbers takes no time of its own", () => {
  const timeFor = (length: number): number => {
    const values = Array.from({ length }, (_, index) => 1 + (index % 3));
    return timeOf(() => expect(counted(values, length * 2 - 101)).toEqual([]));
  };
  expect(timeFor(3000)).toBeLessThan(50 * Math.max(timeFor(300), 2));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseNumber, toChineseNumber } from "../../../server/src/text/numerals.ts";

describe("chineseNumber", () => {
  test.each([
    ["一", 1],
    ["两", 2],
    ["〇", 0],
    ["零", 0],
    ["十", 10],
    ["十五", 15],
    ["二十", 20],
    ["二十三", 23],
    ["一百", 100],
    ["一百零五", 105],
    ["一百一十五", 115],
    ["两千零四", 2004],
    ["二〇二三", 2023],
    ["一万零五", 10_005],
    ["三万五千", 35_000],
    ["两千一百万", 21_000_000],
    ["一亿零三万", 100_030_000],
  ])("%s is %i", (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  test.each([
    "",
    "十十",
    "百",
    "一十百",
    "万",
    "一五十",
    "三万五",
    "件",
    "1",
    "二十三件",
    "一二三四五六七八九一二三四五六七八",
  ])("%j is no number", (text) => {
    expect(chineseNumber(text)).toBeNull();
  });
});

describe("toChineseNumber", () => {
  test("reads back as what it was written from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(chineseNumber(toChineseNumber(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [2, "二"],
    [10, "十"],
    [15, "十五"],
    [110, "一百一十"],
    [1005, "一千零五"],
    [1050, "一千零五十"],
  ])("writes %d as prose has it", (value, text) => {
    expect(toChineseNumber(value)).toBe(text);
  });

  test.each([0, 10_000, 1.5, Number.NaN])("refuses %d", (value) => {
    expect(() => toChineseNumber(value)).toThrow(RangeError);
  });
});

/** The long form that teachers teach, written apart from the reader so that one checks the other. */
function spell(value: number): string {
  const digits = "零一二三四五六七八九";
  const section = (number: number): string =>
    [...String(number)]
      .map((digit, i, all) =>
        digit === "0" ? "零" : `${digits[Number(digit)]}${["", "十", "百", "千"][all.length - 1 - i]}`,
      )
      .join("")
      .replace(/零+/g, "零")
      .replace(/(?<=.)零$/, "");
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return section(low);
  return `${section(high)}万${low === 0 ? "" : `${low < 1000 ? "零" : ""}${section(low)}`}`;
}

test("every number below 100 million that is spelled out is read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
      const spelled = spell(value);
      // 三万零五 and 三万五千 are certain, so is everything spell() writes.
      expect(chineseNumber(spelled)).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

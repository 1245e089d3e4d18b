import { describe, expect, test } from "vitest";
import { displayWidth, padEnd, padStart } from "../../../server/src/text/width.ts";

describe("displayWidth", () => {
  test.each([
    ["自然人", 6, 6],
    ["１２３", 6, 6],
    ["123", 3, 3],
    ["e\u0301", 1, 1],
    ["\u200b0", 1, 1],
    ["ｱﾊﾟ", 3, 3],
    ["（一）", 6, 6],
    ["“三安全”", 10, 8],
    ["—", 2, 1],
    ["①", 2, 1],
    ["℃", 2, 1],
    ["·", 2, 1],
    ["％", 2, 2],
    ["㎡", 2, 2],
    ["👍", 2, 2],
    ["👨‍👩‍👧", 2, 2],
    ["🇨🇳", 2, 2],
    ["👍🏽", 2, 2],
    ["𠮷", 2, 2],
    ["〇", 2, 2],
    ["\u3000", 2, 2],
    ["⚠", 1, 1],
    ["⚠\ufe0f", 2, 2],
    ["한글", 4, 4],
    ["\u00a0x", 2, 2],
    ["½", 2, 1],
    ["", 0, 0],
    ["1\ufe0f\u20e3", 2, 2],
    ["“𠮷—”", 8, 5],
    ["\ud842", 1, 1],
  ])("%j takes %i columns, or %i where ambiguous is narrow", (text, wide, narrow) => {
    expect([displayWidth(text, 2), displayWidth(text, 1)]).toEqual([wide, narrow]);
  });

  test("one emoji in a text does not change how the rest of it is measured", () => {
    const rest = "“三安全一稳定”—①ｱﾊﾟe\u0301\u200b０";
    for (const width of [1, 2] as const) {
      expect(displayWidth(`${rest}👍`, width)).toBe(displayWidth(rest, width) + 2);
    }
  });
});

test("padding fills up to a width and never cuts", () => {
  expect(padEnd("总计", 6, 2)).toBe("总计  ");
  expect(padStart("12", 4, 2)).toBe("  12");
  expect(padEnd("自然人", 4, 2)).toBe("自然人");
  expect(padStart("“12”", 6, 1)).toBe("  “12”");
});

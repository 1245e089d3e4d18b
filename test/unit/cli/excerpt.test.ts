import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf } from "../../../server/src/cli/excerpt.ts";
import { displayWidth } from "../../../server/src/text/width.ts";

function show(marked: string, columns = 60): string {
  const [before = "", inside = "", after = ""] = marked.split(/[⟦⟧]/);
  const { row, carets } = excerptOf(
    before + inside + after,
    before.length,
    before.length + inside.length,
    columns,
  );
  return `${row}\n${carets}`;
}

describe("excerptOf", () => {
  test.each([
    ["ASCII", "ab⟦cd⟧ef", "abcdef\n  ^^"],
    ["Chinese characters take two columns", "总计⟦十四⟧件", "总计十四件\n    ^^^^"],
    [
      "a tab is shown as two spaces",
      "（一）予以公开\t⟦8\t3⟧\t0",
      "（一）予以公开  8  3  0\n                ^^^^",
    ],
    ["leading tabs are left out", "\t\t（一）\t⟦8⟧", "（一）  8\n        ^"],
    ["an empty place gets one caret", "甲\t⟦⟧\t0", "甲    0\n    ^"],
    ["a place at the end of a row", "甲⟦⟧", "甲\n  ^"],
    ["control characters do not reach the terminal", "a\u001b[31m⟦b⟧", "a [31mb\n      ^"],
    ["letters beyond the basic plane", "😀𠮷⟦x⟧", "😀𠮷x\n    ^"],
  ])("%s", (_, marked, expected) => {
    expect(show(marked)).toBe(expected);
  });

  test("of a long row what stands around the mark is shown", () => {
    const long = "甲乙丙丁".repeat(50);
    expect(show(`${long}⟦14⟧${long}`, 30)).toBe("…丙丁甲乙丙丁14甲乙丙丁甲乙丙…\n             ^^");
  });

  test("the carets always stand within the columns, below the marked text", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "甲", "\t", " ", "“", "😀", "\u001b"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 10, max: 50 }), (before, marked, after, columns) => {
        const end = before.length + marked.length;
        const { row, carets } = excerptOf(before + marked + after, before.length, end, columns);
        expect(displayWidth(row, 1)).toBeLessThanOrEqual(columns);
        expect(carets.length).toBeLessThanOrEqual(columns + 1);
        expect(carets).toMatch(/^ *\^+$/);
      }),
    );
  });
});

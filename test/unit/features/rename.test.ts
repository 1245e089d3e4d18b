import { describe, expect, test } from "vitest";
import { linkedSpans, nameAt, renameEdits } from "../../../server/src/features/rename.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { applyEdits } from "../apply-edits.ts";
import { reportText } from "../rules/report-text.ts";

const TEXT = reportText();

/** The text with the name at a place given another wording. */
function renamed(text: string, at: string, newName: string): string {
  const name = nameAt(parseText(text, "plaintext"), text.indexOf(at));
  if (name === undefined) throw new Error("no name there");
  return applyEdits(text, renameEdits(name, newName));
}

test("the agency's name changes wherever it stands", () => {
  const text = renamed(TEXT, "东风街道", "西关街道");
  expect(text).toBe(TEXT.replaceAll("东风街道", "西关街道"));
});

test("the year changes where the report says which year it is about, and nowhere else", () => {
  const text = renamed(TEXT, "2023", "2024");
  expect(text).toContain("东风街道2024年政府信息公开工作年度报告");
  expect(text).toContain("2024年1月1日至2024年12月31日");
  expect(text).toContain("与2022年相比");
  expect(text).toContain("下一步，2024年将");
  expect(text).toContain("2023年未收取信息处理费");
});

test("a year in other digits is renamed with the others, and not edited together with them", () => {
  const text = TEXT.replace("2023年1月1日", "２０２３年1月1日");
  const parsed = parseText(text, "plaintext");
  const name = nameAt(parsed, text.indexOf("2023"));
  const spans = name === undefined ? [] : linkedSpans(parsed, name);
  expect(spans.length).toBe((name?.all.length ?? 0) - 1);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(spans.map(() => "2023"));
});

describe("what cannot be a name is refused with a word", () => {
  test.each([
    ["2023", "二四", "A year has four digits, such as 2024."],
    ["2023", "20244", "A year has four digits, such as 2024."],
    ["东风街道", "  ", "Please enter a name."],
    ["东风街道", "西关\n街道", "Please enter a name."],
  ])("%s to %j", (at, newName, message) => {
    expect(() => renamed(TEXT, at, newName)).toThrow(message);
  });
});

test.each([
  ["prose", TEXT, "全年公开信息"],
  ["a figure", TEXT, "\t0\t0"],
  ["a text that is no report", "# 东风街道2023年会议通知\n", "东风街道"],
])("nothing to rename in %s", (_, text, at) => {
  expect(nameAt(parseText(text, "plaintext"), text.indexOf(at) + 1)).toBeUndefined();
});

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
  expect(text).toContain("2024年未收取信息处理费");
});

/** Every place whose year changes with the title's between ⟦ and ⟧. */
function marked(sentence: string): string {
  const text = TEXT.replace("与2022年相比，申请数量持平。", sentence);
  const parsed = parseText(text, "plaintext");
  const [start, end] = [text.indexOf(sentence), text.indexOf(sentence) + sentence.length];
  const spans = nameAt(parsed, text.indexOf("2023"))?.all ?? [];
  const own = spans.filter((span) => span.start >= start && span.end <= end);
  for (const { start: place } of own) expect(nameAt(parsed, place + 1)?.all).toEqual(spans);
  return applyEdits(
    text,
    own.map((span) => ({ ...span, newText: `⟦${text.slice(span.start, span.end)}⟧` })),
  ).slice(start, end + 2 * own.length);
}

describe("the year of prose is the report's where that is certain", () => {
  test.each([
    "⟦2023⟧年，我街道新收申请15件，比2022年增长5件。",
    "⟦2023⟧ 年度，我街道主动公开政府信息10条。",
    "截至⟦2023⟧年底，现行有效2件；截至⟦2023⟧年12月31日，办结15件。",
    "⟦2023⟧年1月1日至⟦2023⟧年12月31日，收到申请15件。",
    "与2022年相比，⟦２０２３⟧年申请数量持平。",
    "编制《东风街道⟦2023⟧年政府信息公开工作年度报告》并公布。",
    "⟦2023⟧年上半年收到3件。",
    "根据〔2023〕30号文件，国办函〔2023〕109号。",
    "落实《2023年政务公开工作要点》和《西关街道2023年政府信息公开工作年度报告》。",
    "按照2023年政务公开工作要点的要求，公开信息。",
    "2023年5月10日召开会议，2023年12月31日印发文件。",
    "较2023年增长5件，与2023年相比持平，2023年同期为3件。",
    "2021—2023年和2022年、2023年，2023年至2025年。",
    "下一步，2023年将加强解读。",
    "2022年收到3件，上年结转2件。",
  ])("%s", (sentence) => {
    expect(marked(sentence.replace(/[⟦⟧]/g, ""))).toBe(sentence);
  });
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

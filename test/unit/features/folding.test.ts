import fc from "fast-check";
import { expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { foldingRanges } from "../../../server/src/features/folding.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";
import { languages, texts } from "./any-text.ts";

/** What folds: the line that stays, the last one that goes, and the kind. */
function foldings(text: string, language: Language = "plaintext"): string[] {
  const parsed = parseText(text, language);
  const lineAt = (offset: number): string => {
    const { start, end } = parsed.lines.lineSpan(parsed.lines.positionAt(offset).line);
    return text.slice(start, end);
  };
  return foldingRanges(parsed).map(
    ({ start, end, kind }) => `${kind ?? ""} ${lineAt(start).slice(0, 7)} … ${lineAt(end).slice(0, 7)}`,
  );
}

test("a report folds below its title, sections and tables within, and comments", () => {
  const text = reportText({ layout: "pipe" }).replace("\n二、", "\n<!-- 待\n核 -->\n\n二、");
  expect(foldings(`国发〔2023〕1号\n\n${text}`)).toEqual([
    " 东风街道202 … 2023年未收",
    " 一、总体情况 … 核 -->",
    " （二）依申请公 … 核 -->",
    "comment <!-- 待 … 核 -->",
    " 二、主动公开政 … | 行政事业性",
    "region | 第二十条第 … | 行政事业性",
    " 三、收到和处理 … | 四、结转下",
    "region | （本列数据 … | 四、结转下",
    " 四、政府信息公 … |      ",
    "region | 行政复议  … |      ",
    " 五、存在的主要 … 存在“重发布、",
    " 六、其他需要报 … 2023年未收",
  ]);
});

test("a report folds alike in markdown", () => {
  const text = reportText({ language: "markdown" });
  expect(foldings(text, "markdown")).toEqual(foldings(text));
  expect(foldings(text, "markdown").length).toBeGreaterThan(8);
});

test("what has one line does not fold", () => {
  expect(foldings("一、总体情况\n二、安排\n")).toEqual([]);
});

test("markdown and web pages that are no reports are left to the editor", () => {
  const text = "# 一、a\n\nb\n\n# 二、c\n\nd\n";
  expect(foldings(text, "markdown")).toEqual([]);
  expect(foldings(text, "html")).toEqual([]);
  expect(foldings(text)).toHaveLength(2);
});

test("of any text foldings nest and are of several lines", () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const foldings = foldingRanges(parseText(text, language));
      const open: number[] = [];
      for (const { start, end } of foldings) {
        expect(text.slice(start, end)).toMatch(/[\r\n]/);
        while (open.length > 0 && (open.at(-1) ?? 0) <= start) open.pop();
        expect(end).toBeLessThanOrEqual(open.at(-1) ?? text.length);
        open.push(end);
      }
    }),
    { numRuns: 100 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { selectionRanges } from "../../../server/src/features/selection.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText, row } from "../rules/report-text.ts";
import { languages, texts } from "./any-text.ts";

/** Beginning and end of what is selected, step by step, from a place in the text. */
function selections(text: string, at: string, language: Language = "plaintext"): string[] {
  const offset = text.indexOf(at);
  if (offset < 0) throw new Error(`not there: ${at}`);
  return selectionRanges(parseText(text, language), offset).map(({ start, end }) => {
    const selected = text.slice(start, end).replace(/\s+/g, " ").trim();
    return selected.length > 24 ? `${selected.slice(0, 9)}…${selected.slice(-9)}` : selected;
  });
}

const cells = { ...row("表三", "三(一)", "22（其中1） 0 0 0 0 0 0") };
const around = ["三、收到和处理政府…0 0 0 0 0", "东风街道2023年…未收取信息处理费。"];

test("from a figure: its cell, row, table, section, document", () => {
  expect(selections(reportText({ cells }), "22（其")).toEqual([
    "22",
    "22（其中1）",
    "三、本年度办理结果…0 0 0 0 0",
    "（本列数据的勾稽关…0 0 0 0 0",
    ...around,
  ]);
});

test("from a figure in HTML: the table with its tags", () => {
  expect(selections(reportText({ cells, layout: "html" }), "22（其").slice(0, 4)).toEqual([
    "22",
    "22（其中1）",
    "<tr><td r…/td></tr>",
    "<table> <… </table>",
  ]);
});

test("from a label: its cell, its row", () => {
  expect(selections(reportText({ layout: "pipe" }), "属于国家秘密").slice(0, 2)).toEqual([
    "1.属于国家秘密",
    "| | （三）不予…| 0 | 0 |",
  ]);
});

test("from prose: its paragraph, the section, the document", () => {
  expect(selections(reportText(), "图解")).toEqual([
    "（一）主动公开。全…条（含图解2条）。",
    "一、总体情况 现将…比，申请数量持平。",
    "东风街道2023年…未收取信息处理费。",
  ]);
});

test("from a heading: its title, its line, its section", () => {
  expect(selections(reportText({ language: "markdown" }), "总体情况", "markdown").slice(0, 3)).toEqual([
    "一、总体情况",
    "## 一、总体情况",
    "## 一、总体情况…比，申请数量持平。",
  ]);
});

test("in a volume: the report before the whole text", () => {
  const text = `${reportText({ year: 2022 })}\n${reportText()}`;
  expect(selections(text, "2023年未收取").slice(-2)).toEqual([
    "东风街道2023年…未收取信息处理费。",
    "东风街道2022年…未收取信息处理费。",
  ]);
});

test("of any text selections grow from the offset to the whole text", () => {
  fc.assert(
    fc.property(texts, languages, fc.double({ min: 0, max: 1, noNaN: true }), (text, language, at) => {
      const offset = Math.round(text.length * at);
      const spans = selectionRanges(parseText(text, language), offset);
      let [start, end] = [offset, offset];
      for (const span of spans) {
        expect(span.start <= start && span.end >= end && span.end - span.start > end - start).toBe(true);
        [start, end] = [span.start, span.end];
      }
      if (text !== "") expect([start, end]).toEqual([0, text.length]);
    }),
    { numRuns: 100 },
  );
});

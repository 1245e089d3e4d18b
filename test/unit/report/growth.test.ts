import { expect, test } from "vitest";
import { parseText } from "../../../server/src/report/parse.ts";
import { samples } from "../samples.ts";
import { timeOf } from "../time-of.ts";

const SECTION = "三、收到和处理政府信息公开申请情况\n\n";
const [{ text = "" } = {}] = samples();

/** Texts of any length, on which a careless pass would take the square of it. */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  "figures without an end": (length) =>
    `${SECTION}一、本年新收政府信息公开申请数量\n${"0\n\n".repeat(length * 200)}`,
  "one row without an end": (length) =>
    `${SECTION}一、本年新收政府信息公开申请数量\t${"0\t".repeat(length * 500)}`,
  "rows that come again": (length) =>
    text.replace(/^\t\t2\.重复申请.*$/m, (row) => `${row}\n`.repeat(length * 50)),
  "figures of 表四": (length) =>
    `四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\n${"0\t0\t0\n".repeat(length * 200)}`,
  "a drawn table": (length) => `+---+---+\n${"| 甲 | 1 |\n".repeat(length * 500)}`,
  "marks in a line": (length) => `一、${"**[a]{.b}_<i>[".repeat(length * 100)}`,
  "sections numbered as parts": (length) => "1. 总体情况\n\n略\n\n（二）略\n\n".repeat(length * 30),
  titles: (length) => "某县2023年政府信息公开工作年度报告\n\n".repeat(length * 100),
  reports: (length) => `${text}\n\n`.repeat(length),
};

test.each(Object.entries(TEXTS))("ten times %s take not a hundred times as long", (_, write) => {
  const [short, long] = [write(5), write(50)];
  parseText(short, "plaintext");
  const once = timeOf(() => parseText(short, "plaintext"));
  expect(timeOf(() => parseText(long, "plaintext"))).toBeLessThan(40 * Math.max(once, 0.5));
});

import { expect, test } from "vitest";
import { growthsOf } from "../../../server/src/claims/growths.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { timeOf } from "../time-of.ts";
import { swap } from "./checking.ts";
import { reportText } from "./report-text.ts";

/** Prose of any length, on which a careless pass would take the square of it. */
const PROSE: Readonly<Record<string, (length: number) => string>> = {
  "counts of one sentence": (length) => "收到政府信息公开申请265件，".repeat(length * 100),
  "counts of one clause": (length) => `收到政府信息公开申请${"3件".repeat(length * 400)}，`,
  "shares by name": (length) => "政府信息公开申请中，自然人占80%，".repeat(length * 100),
  "changes in one sentence": (length) => "收到政府信息公开申请265件，同比增长33.8%，".repeat(length * 100),
  "shares of one sentence": (length) => "其中自然人213件，占80.4%，".repeat(length * 40),
  "shares of different counts": (length) =>
    Array.from({ length: length * 40 }, (_, i) => `信息${i + 9}条，其中甲${i}条，占7.${i % 100}%；`).join(""),
  "lists of one sentence": (length) => "公开10条，其中甲4条，乙6条，".repeat(length * 40),
  "sums of one sentence": (length) => "收取信息处理费100元，其中按件50元，按页50元，".repeat(length * 40),
  "all answered, again and again": (length) => "政府信息公开申请全部办结，".repeat(length * 400),
  "periods of one sentence": (length) => "2022年1月1日至2022年12月31日，".repeat(length * 200),
  "sentences of last year": (length) => "2022年收到政府信息公开申请3件。".repeat(length * 100),
  "brackets in brackets": (length) => `${"（".repeat(length * 400)}3件${"）".repeat(length * 400)}`,
  "lists that no bracket closes": (length) => "予以公开107件（".repeat(length * 400),
  "quotation marks": (length) => "“公开".repeat(length * 400),
  headings: (length) => "### （一）主动公开\n\n".repeat(length * 60),
  "headings of unlike ranks": (length) => "公开\n===\n\n".repeat(length * 300),
  "short lists": (length) => "公开10条，其中甲4条，乙6条。\n\n".repeat(length * 20),
};

test.each(Object.entries(PROSE))("ten times %s take not a hundred times as long", (_, write) => {
  const timeFor = (length: number): number => {
    const text = swap(reportText({ language: "markdown" }), "（一）主动公开。", write(length));
    const [report] = parseText(text, "markdown").reports;
    if (report === undefined) throw new Error("no report");
    return timeOf(() => {
      // What is remembered is remembered of the blocks.
      const read = { ...report, blocks: [...report.blocks] };
      for (const rule of rules) expect([...rule.check({ report: read, fileName: "" })]).toBeDefined();
      expect([...growthsOf(read)]).toBeDefined();
    });
  };
  timeFor(5);
  expect(timeFor(50)).toBeLessThan(50 * Math.max(timeFor(5), 2));
});

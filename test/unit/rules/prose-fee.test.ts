import { describe, expect, test } from "vitest";
import { fee } from "../../../server/src/rules/prose/fee.ts";
import { samples } from "../samples.ts";
import { findings, swap } from "./checking.ts";
import { reportText } from "./report-text.ts";

const NONE = "本年度未收取信息处理费。";
const BASE = reportText();
const SECTION = BASE.slice(BASE.indexOf("六、"));

/** What is told of a report for 2023 whose section 六 has these sentences. */
const told = (...sentences: string[]): string[] => {
  const heading = SECTION.split("\n", 1)[0] ?? "";
  const text = swap(BASE, SECTION, [heading, ...sentences].join("\n"));
  return findings(text, [fee]).map(({ level, span }) => `${level} ${text.slice(span.start, span.end)}`);
};

describe("sentences on the fee that agree, or speak of different things, are left alone", () => {
  test.each([
    ["one", [NONE]],
    ["the same twice", [NONE, "全年无收取政府信息处理费情况。"]],
    ["none and 0", [NONE, "全年收取信息处理费0元。"]],
    ["the same sum twice", ["收取信息处理费1200元。", "全年共收取信息处理费0.12万元。"]],
    ["waived", [NONE, "减免信息处理费1200元。"]],
    ["of another year", [NONE, "2022年收取信息处理费1200元。"]],
    ["of last year", [NONE, "上年收取信息处理费1200元。"]],
    ["of another body", [NONE, "全市共收取信息处理费1200元。"]],
    ["a standard", [NONE, "信息处理费按件计收，标准为每件100元。"]],
    ["the law", [NONE, "按照《政府信息公开信息处理费管理办法》，超过10件的部分每件100元。"]],
    ["nothing charged wrongly", ["收取信息处理费1200元。", "不存在违规收取信息处理费的情况。"]],
    ["not said exactly", ["收取信息处理费1200元。", "收取信息处理费约0.1万元。"]],
    ["agencies of an area", ["收取信息处理费共500元。", "市本级未收取信息处理费。"]],
    ["asked for", [NONE, "发出收费通知1件，总金额200元，申请人未缴纳信息处理费。"]],
    [
      "asked for and charged",
      ["收取信息处理费100元。", "发出信息处理费通知2件，总金额200元，实际收取100元。"],
    ],
    ["parts in sentences of their own", ["按件计收信息处理费800元。", "按量计收信息处理费400元。"]],
    ["parts that add up", ["共收取信息处理费1200元，其中按件计收800元，按量计收400元。"]],
    ["another fee", [NONE, "收取行政事业性收费1200元。"]],
  ])("%s", (_, sentences) => {
    expect(told(...sentences)).toEqual([]);
  });
});

describe("sentences on the fee that contradict each other are found", () => {
  test.each([
    ["none and a sum", [NONE, "全年共收取信息处理费1200元。"], ["warning 1200"]],
    ["a sum and none", ["全年共收取信息处理费1200元。", NONE], ["warning 未收取信息处理费"]],
    ["the sum first", [NONE, "收取1200元信息处理费。"], ["warning 1200"]],
    ["two sums", ["收取信息处理费1200元。", "共收取信息处理费0.13万元。"], ["information 0.13"]],
    ["in one line", ["未收取信息处理费；收取信息处理费3件300元。"], ["warning 300"]],
    ["parts that are more", ["共收取信息处理费1200元，其中按件计收800元，按量计收700元。"], ["warning 1200"]],
  ])("%s", (_, sentences, expected) => {
    expect(told(...sentences)).toEqual(expected);
  });

  test("with the other place", () => {
    const text = swap(BASE, SECTION, `六、其他需要报告的事项\n${NONE}\n收取信息处理费1200元。`);
    const [found] = findings(text, [fee]);
    expect(found?.message).toBe("信息处理费 is 1200 元 here and 0 元 in another sentence");
    expect(found?.related?.map(({ message }) => message)).toEqual(["Here it is 0 元"]);
  });
});

test("the samples are silent", () => {
  for (const { text } of samples()) expect(findings(text, [fee])).toEqual([]);
});

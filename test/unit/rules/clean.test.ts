import { describe, expect, test } from "vitest";
import { rules } from "../../../server/src/rules/index.ts";
import { samples } from "../samples.ts";
import { findings } from "./checking.ts";
import { reportText } from "./report-text.ts";

const brief = (text: string, language: "markdown" | "plaintext"): string[] =>
  findings(text, rules, language).map(({ rule, level, message }) => `${level} ${rule}: ${message}`);

const JUMP = "by its rank it should have ##";
const FEE = "says nothing of 信息处理费: whether it was charged, and how much (国办函〔2020〕109号)";
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "000": [],
  "001": [
    "warning prose/unbalanced: The closing mark ” has no opening one",
    "hint prose/half-width: Half-width punctuation in Chinese text, 49 times",
  ],
  "002": [
    "warning table/extra-figure: 表三: 2 rows have 8 figures each, the form wants 7: 三（七）、四",
    `warning section/level: Heading ranks jump at 2 headings; the first: “四、政府信息公开行政复议、行政诉讼情况” has ####, ${JUMP}`,
    `information section/content: Section 六 ${FEE}`,
    "hint prose/half-width: Half-width punctuation in Chinese text, 18 times",
  ],
  "003": [
    `warning section/level: Heading ranks jump at 4 headings; the first: “三、收到和处理政府信息公开申请情况” has ###, ${JUMP}`,
  ],
  "004": [
    "warning table/missing-figure: 表三: 21 rows have 6 figures each, the form wants 7: 三（一）、三（二）、三（三）1–8、三（四）1–3、三（五）1–5、三（六）1–3",
    `information section/content: Section 六 ${FEE}`,
    "information prose/all-closed: The text says that all were answered, 表三“四、结转下年度继续办理/总计” is 1",
    "hint prose/half-width: Half-width punctuation in Chinese text, 17 times",
  ],
};

describe.each(["plaintext", "markdown"] as const)("the real reports as %s", (language) => {
  test.each(samples())("$name has the findings that are true and no others", ({ name, text }) => {
    expect(brief(text, language)).toEqual(EXPECTED[name.slice(0, 3)]);
  });
});

describe("clean reports are silent", () => {
  test.each([2019, 2020, 2021, 2023])("of %i", (year) => {
    expect(brief(reportText({ year }), "plaintext")).toEqual([]);
  });

  test.each(["tab", "pipe", "html", "flat"] as const)("with %s tables", (layout) => {
    expect(brief(reportText({ layout }), "plaintext")).toEqual([]);
    expect(brief(reportText({ layout, language: "markdown" }), "markdown")).toEqual([]);
  });

  test("with other line ends", () => {
    expect(brief(reportText().replaceAll("\n", "\r\n"), "plaintext")).toEqual([]);
  });
});

describe("what is no report is silent", () => {
  test.each([
    ["nothing", ""],
    ["notes", "# Notes\n\n#### Deep (and open\n\n| a | b |\n| - | - |\n| 1 | / |\n"],
    ["a letter", "关于开展检查的通知\n\n一、总体要求\n\n“加强领导。\n\n三、工作安排\n"],
    ["code", "```\n（\n```\n"],
  ])("%s", (_, text) => {
    expect(brief(text, "markdown")).toEqual([]);
    expect(brief(text, "plaintext")).toEqual([]);
  });
});

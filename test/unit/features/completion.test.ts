import { describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { type Completion, completionsAt } from "../../../server/src/features/completion.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { WritableLayout } from "../../../server/src/tables/write/write-table.ts";
import { swap } from "../rules/checking.ts";
import { reportText, row } from "../rules/report-text.ts";

/** What is offered at the mark ‸. */
function offered(marked: string, language: Language = "plaintext"): Completion[] {
  const offset = marked.indexOf("‸");
  return completionsAt(parseText(marked.replace("‸", ""), language), offset);
}

/** The text with an offer taken. */
function taken(marked: string, { span, newText }: Completion): string {
  const text = marked.replace("‸", "");
  return text.slice(0, span.start) + newText + text.slice(span.end);
}

describe("sections that are not there yet", () => {
  const WITHOUT = /六、其他需要报告的事项[\s\S]*/;

  test.each([
    ["on a blank line", "‸"],
    ["after its number", "六、‸"],
    ["after its first words", "六、其他‸"],
  ])("%s", (_, typed) => {
    const marked = swap(reportText(), WITHOUT, typed);
    const [offer, ...more] = offered(marked);
    expect(more).toEqual([]);
    expect(offer).toMatchObject({ kind: "section", label: "六、其他需要报告的事项" });
    expect(offer && taken(marked, offer)).toBe(swap(reportText(), WITHOUT, "六、其他需要报告的事项"));
  });

  test("with the # of the others", () => {
    const marked = swap(reportText({ language: "markdown" }), /## 六、其他需要报告的事项[\s\S]*/, "#‸");
    expect(offered(marked, "markdown").map(({ newText }) => newText)).toEqual(["## 六、其他需要报告的事项"]);
  });

  test.each([
    ["none in a sentence", swap(reportText(), WITHOUT, "本年度未收取信息处理费，六、‸")],
    ["none where all are there", `${reportText()}\n‸`],
    ["none in a text that is no report", "# Notes\n\n‸"],
    ["none before something that is written", swap(reportText(), WITHOUT, "‸六、总结")],
  ])("%s", (_, marked) => {
    expect(offered(marked)).toEqual([]);
  });
});

describe("rows that are not there yet", () => {
  test("in a table between tabs", () => {
    const marked = swap(reportText(), /^.*2\.重复申请.*$/m, "\t\t2.重‸");
    const offers = offered(marked);
    expect(offers.map(({ label }) => label)).toEqual(["2.重复申请"]);
    expect(offers[0]).toMatchObject({ kind: "row", detail: "表三 三、本年度办理结果 （五）不予处理" });
    expect(offers[0] && taken(marked, offers[0])).toContain("\t\t2.重复申请\n");
  });

  test("in a cell of a pipe table", () => {
    const text = reportText({ language: "markdown", layout: "pipe" });
    const marked = swap(text, /^\| 行政强制 .*$/m, "| 行‸ |");
    const [offer] = offered(marked, "markdown");
    expect(offer?.label).toBe("行政强制");
    expect(offer && taken(marked, offer)).toContain("| 行政强制 |");
  });
});

describe("the sum of a total", () => {
  const cells = { ...row("表三", "三(一)", "3 1 0 0 0 0 9") };
  const marked = swap(reportText({ cells }), "3\t1\t0\t0\t0\t0\t9", "3\t1\t0\t0\t0\t0\t9‸");

  test("in place of what stands there", () => {
    const offers = offered(marked);
    expect(offers).toMatchObject([
      { kind: "sum", newText: "4", detail: "The six kinds of applicant make the total" },
    ]);
    expect(offers[0] && taken(marked, offers[0])).toContain("3\t1\t0\t0\t0\t0\t4\n");
  });

  test("also where the total was left blank", () => {
    const blank = swap(
      reportText({ cells: row("表三", "三(一)", "3 1 0 0 0 0 _") }),
      "3\t1\t0\t0\t0\t0\t",
      "3\t1\t0\t0\t0\t0\t‸",
    );
    expect(offered(blank).map(({ newText }) => newText)).toEqual(["4"]);
  });

  test.each([
    [
      "not where it is right",
      swap(reportText(), "（一）予以公开\t\t0\t0\t0\t0\t0\t0\t0", "（一）予以公开\t\t0\t0\t0\t0\t0\t0\t0‸"),
    ],
    [
      "not where a figure is none",
      swap(reportText({ cells: row("表三", "三(一)", "3 l 0 0 0 0 9") }), "0\t9", "0\t9‸"),
    ],
  ])("%s", (_, text) => {
    expect(offered(text)).toEqual([]);
  });
});

describe("the sum of a total whose cell is empty", () => {
  const cells = {
    ...row("表三", "一", "3 1 0 0 0 0 4"),
    ...row("表三", "三(一)", "3 1 0 0 0 0 4"),
    ...row("表三", "三(七)", "3 1 0 0 0 0 4"),
    ...row("表四", "行政复议", "1 0 2 0 3"),
  };
  const empty = (name: string, layout: WritableLayout, language: Language): string =>
    reportText({ cells: { ...cells, [name]: "‸" }, layout, language });
  const TOTALS: [string, string][] = [
    ["表三/一/总计", "4"],
    ["表三/三(一)/总计", "4"],
    ["表三/三(七)/总计", "4"],
    ["表三/三(七)/自然人", "3"],
    ["表三/四/总计", "0"],
    ["表四/行政复议/总计", "3"],
  ];
  test.each([
    ...TOTALS.map((total) => ["tab", "plaintext", ...total] as const),
    ...TOTALS.map((total) => ["pipe", "markdown", ...total] as const),
    ...TOTALS.map((total) => ["html", "html", ...total] as const),
    // Where a table has one cell a line, an empty one is but a blank line more: of 0 and 0 none can be told.
    ...TOTALS.slice(0, 4).map((total) => ["flat", "plaintext", ...total] as const),
  ])("%s %s: %s", (layout, language, name, sum) => {
    expect(offered(empty(name, layout, language), language).map(({ newText }) => newText)).toEqual([sum]);
  });

  test.each([
    [
      "with merged cells lost, so that rows have tabs behind them",
      "一、本年新收政府信息公开申请数量",
      "4\t",
      "‸\t",
    ],
    ["at the end of such a row", "（七）总计", "4\t", "‸"],
  ])("%s", (_, label, written, left) => {
    const lost = reportText({ cells })
      .replace(/^(一、|二、|四、)(.*?)\t+(?=\d)/gm, "$1$2\t\t")
      .replace(/^\t（七）总计\t+(.*)$/m, "（七）总计\t$1\t")
      .replace(/^((?:一|二|四)、.*)$/gm, "$1\t");
    const line = lost.split("\n").find((one) => one.startsWith(`${label}\t`)) ?? "";
    const at = line.lastIndexOf(written);
    const marked = swap(lost, line, line.slice(0, at) + left);
    expect(offered(marked).map(({ newText }) => newText)).toEqual(["4"]);
  });

  test.each([
    ["not in a cell that is no total", empty("表三/一/自然人", "pipe", "markdown")],
    ["not right behind a figure", swap(reportText({ cells }), /(本年新收.*)\t4\n/, "$1‸\n")],
  ])("%s", (_, marked) => {
    expect(offered(marked, marked.startsWith("#") ? "markdown" : "plaintext")).toEqual([]);
  });
});

describe("the number that a sentence asks for", () => {
  const cells = { ...row("表三", "一", "7 5 0 0 0 0 12"), ...row("表三", "二", "1 0 0 0 0 0 1") };
  const numbers = (sentence: string): string[] => {
    const marked = swap(reportText({ cells }), "（二）依申请公开。与2022年相比，申请数量持平。", sentence);
    return offered(marked).map(({ newText }) => newText);
  };

  test.each([
    ["in both usual readings", "全年共收到政府信息公开申请‸", ["12件", "13件"]],
    ["with words behind it", "本年度新收政府信息公开申请‸，均已答复。", ["12件"]],
    ["of a part", "收到政府信息公开申请12件，其中自然人‸", ["7件", "8件"]],
    ["not in a sentence about something else", "全年发布信息‸", []],
    ["not before a number", "全年共收到政府信息公开申请‸15件", []],
  ])("%s", (_, sentence, expected) => {
    expect(numbers(sentence)).toEqual(expected);
  });
});

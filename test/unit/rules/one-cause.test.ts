import { describe, expect, test } from "vitest";
import { rules } from "../../../server/src/rules/index.ts";
import { findings, swap } from "./checking.ts";
import { reportText, row } from "./report-text.ts";

const cells = {
  ...row("表三", "一", "37 7 0 0 0 0 44"),
  ...row("表三", "二", "1 0 0 0 0 0 1"),
  ...row("表三", "三(一)", "30 7 0 0 0 0 37"),
  ...row("表三", "三(四)1", "8 0 0 0 0 0 8"),
  ...row("表三", "三(七)", "38 7 0 0 0 0 45"),
};

describe("a row that stands one column off is one finding, at the row", () => {
  test.each([
    ["三(七)", "0 38 7 0 0 0 45"],
    ["三(一)", "0 30 7 0 0 0 37"],
  ])("%s: %s", (key, texts) => {
    const text = reportText({ cells: { ...cells, ...row("表三", key, texts) } });
    const [found, ...more] = findings(text, rules);
    expect(more).toEqual([]);
    expect(found?.cell?.split("/")[1]).toBe(key);
    expect(found?.message).toContain("probably stand one cell off");
    const [fix, ...others] = found?.fixes ?? [];
    expect([fix?.safe, others]).toEqual([false, []]);
    expect(fix && found?.after(fix)).toBe(reportText({ cells }));
  });
});

describe("a figure that the relations have located", () => {
  const SENTENCE = "（二）依申请公开。新收政府信息公开申请44件。";
  const withSentence = (more: Readonly<Record<string, string>>): string =>
    swap(reportText({ cells: { ...cells, ...more } }), /（二）依申请公开。.*/, SENTENCE);

  test("is said once where it is no count", () => {
    for (const text of ["-7", "7.5"]) {
      const found = findings(reportText({ cells: { ...cells, "表三/一/商业企业": text } }), rules);
      expect(found.map(({ rule, expected }) => [rule, expected])).toEqual([["table3/row-total", "7"]]);
    }
  });

  test("is no figure that the text contradicts where the text says what it should be", () => {
    expect(findings(withSentence({}), rules)).toEqual([]);
    const text = withSentence({ "表三/一/总计": "45" });
    const found = findings(text, rules);
    expect(found.map(({ rule, expected }) => [rule, expected])).toEqual([["table3/row-total", "44"]]);
    expect(found[0]?.related?.map(({ message }) => message)).toContain(
      "The text says 44, which would then be right",
    );
  });

  test("leaves other numbers of the text wrong", () => {
    const text = swap(withSentence({ "表三/一/总计": "45" }), "申请44件", "申请43件");
    expect(findings(text, rules).map(({ rule }) => rule)).toEqual(["table3/row-total", "prose/claim"]);
  });
});

test("a blank is no 0 that the text contradicts", () => {
  const text = swap(
    reportText({ cells: { ...cells, "表三/一/总计": "" } }),
    /（二）依申请公开。.*/,
    "（二）依申请公开。新收政府信息公开申请44件。",
  );
  const found = findings(text, rules).filter(({ rule }) => rule === "prose/claim");
  expect(found.map(({ message, expected, fixes }) => [message, expected, fixes?.length])).toEqual([
    ["The text says 44, 表三“一、本年新收政府信息公开申请数量/总计” is blank", undefined, 1],
  ]);
});

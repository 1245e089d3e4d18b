import { describe, expect, test } from "vitest";
import { hoverAt } from "../../../server/src/features/hover.ts";
import { rowNote } from "../../../server/src/features/row-notes.ts";
import { forms } from "../../../server/src/forms/index.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText, row } from "../rules/report-text.ts";

/** The hover at a figure of a report that is right but for `cells`. */
function hover(name: string, cells: Readonly<Record<string, string>> = {}): string | undefined {
  const parsed = parseText(reportText({ cells }), "plaintext");
  const place = parsed.reports[0]?.figures.get(name)?.place;
  return place && hoverAt(parsed, parsed.document.offsetOf(place.block) + place.start)?.text;
}

const agreeing = {
  ...row("表三", "一", "8 0 0 0 0 0 8"),
  ...row("表三", "三(一)", "7 0 0 0 0 0 7"),
  ...row("表三", "三(三)2", "1 0 0 0 0 0 1"),
  ...row("表三", "三(七)", "8 0 0 0 0 0 8"),
};

describe("a figure says which cell it is and shows each of its relations", () => {
  test.each([
    [
      "a figure in the middle: row and column; of the long column only what is not 0",
      "表三/三(一)/自然人",
      agreeing,
      "**表三 （一）予以公开/自然人**: 7\n\n✓ The six kinds of applicant make the total: **7** + 0 + 0 + 0 + 0 + 0 = 7  \n✓ The outcomes make （七）总计: **7** + 1 = 8",
    ],
    [
      "a figure that breaks both",
      "表三/三(一)/自然人",
      { ...agreeing, "表三/三(一)/自然人": "9" },
      "**表三 （一）予以公开/自然人**: 9\n\n✗ The six kinds of applicant make the total: **9** + 0 + 0 + 0 + 0 + 0 ≠ 7  \n✗ The outcomes make （七）总计: **9** + 1 ≠ 8",
    ],
    [
      "a figure of the balance",
      "表三/一/自然人",
      agreeing,
      "**表三 一、本年新收政府信息公开申请数量/自然人**: 8\n\n✓ The six kinds of applicant make the total: **8** + 0 + 0 + 0 + 0 + 0 = 8  \n✓ 一 + 二 = （七）总计 + 四: **8** + 0 = 8 + 0",
    ],
    [
      "a blank total cannot be checked",
      "表四/行政复议/总计",
      { ...row("表四", "行政复议", "1 0 0 0 _") },
      "**表四 行政复议/总计**: blank\n\n– The four results of 行政复议 make the total: cannot be checked, since a figure is missing",
    ],
    [
      "a figure without relations",
      "表二/行政许可/本年处理决定数量",
      {},
      "**表二 第二十条第（五）项 行政许可/本年处理决定数量**: 0",
    ],
  ])("%s", (_, name, cells, expected) => {
    expect(hover(name, cells)).toBe(expected);
  });
});

test("a wrong figure shows the sums that it breaks", () => {
  const cells = { ...agreeing, "表三/三(一)/自然人": "9" };
  expect(hover("表三/三(一)/自然人", cells)).toMatch(
    /^\*\*表三 （一）予以公开\/自然人\*\*: 9\n\n✗ .*\*\*9\*\*.* ≠ .*\n✗ .*\*\*9\*\*.* ≠ /,
  );
});

test("a figure whose column is not certain says so", () => {
  const text = reportText({ cells: agreeing }).replace("1.属于国家秘密\t0\t0", "1.属于国家秘密\t0");
  const parsed = parseText(text, "plaintext");
  const at = text.indexOf("1.属于国家秘密") + "1.属于国家秘密\t".length;
  expect(hoverAt(parsed, at)?.text).toBe(
    "**表三 （三）不予公开 1.属于国家秘密**: 0\n\nIts row has a figure too few or too many, so its column is not certain.",
  );
});

describe("prose that says a figure is quoted in whole clauses", () => {
  const long = "在区委、区政府的坚强领导下和上级主管部门的指导下，我街道认真贯彻落实各项部署和要求";
  test.each([
    ["2023 年，我街道新收政府信息公开申请 8 件。", "2023 年，我街道新收政府信息公开申请 8 件"],
    ["做好工作。2023年，新收申请8件，比上年增长5件。", "2023年，新收申请8件…"],
    [
      `${long}，2023年新收申请8件；其他工作继续推进。`,
      "…我街道认真贯彻落实各项部署和要求，2023年新收申请8件",
    ],
    ["公开信息1,234条，新收政府信息公开申请8件。", "公开信息1,234条，新收政府信息公开申请8件"],
  ])("%s", (sentence, quoted) => {
    const text = reportText({ cells: agreeing }).replace("与2022年相比，申请数量持平。", sentence);
    const parsed = parseText(text, "plaintext");
    const place = parsed.reports[0]?.figures.get("表三/一/总计")?.place;
    const offset = place === undefined ? -1 : parsed.document.offsetOf(place.block) + place.start;
    expect(hoverAt(parsed, offset)?.text).toContain(`In the text: “${quoted}”`);
  });
});

test("a label says what the form asks for", () => {
  const text = reportText();
  const parsed = parseText(text, "plaintext");
  const at = text.indexOf("重复申请");
  const { start, end } = hoverAt(parsed, at)?.span ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe("2.重复申请");
  expect(hoverAt(parsed, at)?.text).toContain("Article 36 (6)");
});

describe("what the form asks for is told of headings, heads, groups and 信息处理费", () => {
  test.each([
    ["一、总体情况", "总体", "主动公开, 依申请公开"],
    ["五、存在的主要问题及改进情况", "主要问题", "Article 50 (4)"],
    ["本年制发件数", "制发", "Article 20 (1)"],
    ["商业企业", "企业", "six kinds of applicant"],
    ["法律服务机构", "服务", "six kinds of applicant"],
    ["（三）不予公开", "不予", "Articles 14, 15, 16 and 36 (7)"],
    ["三、本年度办理结果", "办理结果", "closed within the year"],
    ["未经复议直接起诉", "直接", "without a review"],
    ["结果维持", "维持", "upheld"],
    ["未收取信息处理费", "处理费", "国办函〔2020〕109号"],
  ])("%s", (words, at, told) => {
    for (const [layout, language] of [
      ["tab", "plaintext"],
      ["flat", "plaintext"],
      ["pipe", "markdown"],
      ["html", "markdown"],
    ] as const) {
      const text = reportText({ layout, language });
      const offset = text.indexOf(at, text.indexOf(words)) + 1;
      const hover = hoverAt(parseText(text, language), offset);
      expect(hover?.text).toContain(told);
      expect(text.slice(hover?.span.start, hover?.span.end)).toContain(at);
    }
  });

  test("also where a narrow column has broken them", () => {
    const text = reportText().replace("商业企业", "商业 企业").replace("结果维持", "结果\n维持");
    for (const [at, told] of [
      ["业 企业", "six kinds of applicant"],
      ["果\n维持", "upheld"],
    ] as const)
      expect(hoverAt(parseText(text, "plaintext"), text.indexOf(at) + 3)?.text).toContain(told);
  });

  test("not in a text that is no report", () => {
    const text = "# 一、总体情况\n\n信息处理费\n";
    expect(hoverAt(parseText(text, "markdown"), text.indexOf("处理费"))).toBeUndefined();
  });
});

test.each([
  ["行政复议", "行政复议/总计"],
  ["行政诉讼", "行政诉讼"],
])("of a sentence that denies both, %s tells its own", (word, told) => {
  const sentence = "全年未发生因政府信息公开引起的行政复议和行政诉讼。";
  const text = reportText().replace("与2022年相比，申请数量持平。", sentence);
  const at = text.indexOf(word, text.indexOf(sentence)) + 2;
  expect(hoverAt(parseText(text, "plaintext"), at)?.text).toContain(told);
});

test("nothing to say of prose", () => {
  const text = reportText();
  expect(hoverAt(parseText(text, "plaintext"), text.indexOf("现将"))).toBeUndefined();
});

test("every labelled row of the present form has a note", () => {
  const rows = forms[0]?.tables.filter(({ id }) => id !== "表四").flatMap((table) => table.rows) ?? [];
  expect(rows).toHaveLength(31);
  expect(rows.filter(({ key }) => rowNote(key) === undefined)).toEqual([]);
});

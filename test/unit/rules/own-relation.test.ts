import { beforeEach, describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { useLocale } from "../../../server/src/l10n.ts";
import { ownRelation } from "../../../server/src/rules/own-relation.ts";
import type { OwnRelation } from "../../../server/src/rules/rule.ts";
import { own } from "../relations/own.ts";
import { type Found, findings, mark, unmark } from "./checking.ts";
import { reportText, row } from "./report-text.ts";

beforeEach(() => useLocale("en"));

function check(
  text: string,
  relations: readonly OwnRelation[],
  language: Language = "markdown",
): { marked: string; found: Found[] } {
  const rule = {
    ...ownRelation,
    check: (context: Parameters<typeof ownRelation.check>[0]) => ownRelation.check({ ...context, relations }),
  };
  const found = findings(text, [rule], language);
  return { marked: mark(text, found), found };
}

const BUDGET = `## 附件

表1：2023年经费收支情况（单位：万元）

| 项目 | 上年 | 本年 | 同比增长 |
| --- | --- | --- | --- |
| 人员经费 | 10.5 | 12 | 14.3 |
| 公用经费 | 4 | 3.5 | -12.5 |
| 其中：会议费 | 1 | 0.5 | -50 |
| 合计 | 14.5 | 15.5 | 6.9 |
`;
const SUM = own("经费收支情况", "合计 = 人员经费 + 公用经费");

/** The text with one piece replaced by what stands between marks. */
function broken(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe("a table is found", () => {
  const TABLE = "| 项目 | 件数 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |\n| 合计 | ⟦4⟧ |\n";
  const told = (text: string, table: string, language?: Language): boolean =>
    check(text, [own(table, "合计 = 甲 + 乙")], language).found.length > 0;

  test.each([
    ["by the line above it", `受理情况\n\n${TABLE}`, "受理情况"],
    ["without number, year and remark", `附件2：2023年受理情况（件）\n\n${TABLE}`, "受理情况"],
    ["as it stands", `附件2：2023年受理情况（件）\n\n${TABLE}`, "附件2：2023年受理情况（件）"],
    ["without marks and blanks", `**受理 情况：**\n\n${TABLE}`, "受理情况"],
    ["by the line above that of units", `受理情况\n单位：件\n\n${TABLE}`, "受理情况"],
    [
      "by the line above that of units, blank lines between",
      `受理情况\n\n（单位：件）\n\n${TABLE}`,
      "受理情况",
    ],
    ["by its heading, with a line of units", `## 受理情况\n\n计量单位：件\n\n${TABLE}`, "受理情况"],
    ["by a line that begins with 单位", `单位受理情况\n\n${TABLE}`, "单位受理情况"],
    ["by a paragraph of HTML", `<p>附件2 受理情况</p>\n\n${TABLE}`, "受理情况"],
    ["by its heading", `## 三、受理情况\n\n各单位情况如下，其中不含已经撤回的。\n\n${TABLE}`, "受理情况"],
    ["by its heading in words of its own", `# 受理情况 #\n\n${TABLE}`, "受理情况"],
    [
      "by its caption",
      "<table>\n<caption class=a>附件2：<b>受理情况</b></caption><tr><td>项目</td><td>件数</td></tr><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr><tr><td>合计</td><td>⟦4⟧</td></tr></table>",
      "受理情况",
    ],
    [
      "by its title cell",
      "<table><tr><td colspan=2>受理情况</td></tr><tr><td>项目</td><td>件数</td></tr><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr><tr><td>合计</td><td>⟦4⟧</td></tr></table>",
      "受理情况",
    ],
  ])("%s", (_, marked, table) => {
    const { text } = unmark(marked);
    expect(check(text, [own(table, "合计 = 甲 + 乙")]).marked).toBe(marked);
  });

  test("in plain text with tabs, its title in the first line", () => {
    const marked = "受理情况\n项目\t件数\n甲\t1\n乙\t2\n合计\t⟦4⟧\n";
    expect(check(unmark(marked).text, [own("受理情况", "合计 = 甲 + 乙")], "plaintext").marked).toBe(marked);
  });

  test("in columns of spaces", () => {
    const marked = "受理情况\n\n项目    件数\n甲      1\n乙      2\n合计    ⟦4⟧\n";
    expect(check(unmark(marked).text, [own("受理情况", "合计 = 甲 + 乙")], "plaintext").marked).toBe(marked);
  });

  test.each([
    ["part of the name", `受理情况\n\n${TABLE}`, "受理"],
    ["another name", `受理情况\n\n${TABLE}`, "办理情况"],
    ["a paragraph between", `受理情况\n\n说明。\n\n${TABLE}`, "受理情况"],
    ["no name", TABLE, "受理情况"],
  ])("not by %s", (_, marked, table) => {
    expect(told(unmark(marked).text, table)).toBe(false);
  });
});

describe("a relation", () => {
  test("that holds is silent", () => {
    expect(check(BUDGET, [SUM]).found).toEqual([]);
  });

  test("that fails stands at the figure alone on its side, with both sides and a fix", () => {
    const text = broken(BUDGET, "| 合计 | 14.5 | 15.5", "| 合计 | 14.5 | 16.5");
    const { marked, found } = check(text, [SUM]);
    expect(marked).toBe(broken(text, "16.5", "⟦16.5⟧"));
    const [finding] = found;
    expect(finding?.message).toBe(
      "表1：2023年经费收支情况（单位：万元）, column “本年”: “合计 = 人员经费 + 公用经费” does not hold: 16.5 on the left, 15.5 on the right, off by 1",
    );
    expect(finding).toMatchObject({ expected: "15.5", actual: "16.5", level: "error" });
    expect(finding?.fixes?.map(({ title, safe }) => [title, safe])).toEqual([
      ["Set the total to the sum: from 16.5 to 15.5 (changes a figure)", false],
      ["Change “人员经费/本年” from 12 to 13 (changes a figure)", false],
      ["Change “公用经费/本年” from 3.5 to 4.5 (changes a figure)", false],
    ]);
    const [fix] = finding?.fixes ?? [];
    expect(fix && finding?.after(fix)).toBe(BUDGET);
  });

  test("and another that fails by the same figure are one finding at that figure", () => {
    const table = (b: string): string =>
      `收支\n\n| 项目 | 一季度 | 二季度 | 全年 |\n| --- | --- | --- | --- |\n| 人员 | 10 | ${b} | 30 |\n| 公用 | 5 | 6 | 11 |\n| 合计 | 15 | 26 | 41 |\n`;
    const relations = [own("收支", "合计 = 人员 + 公用"), own("收支", "全年 = 一季度 + 二季度")];
    expect(check(table("20"), relations).found).toEqual([]);
    const { marked, found } = check(table("21"), relations);
    expect(marked).toBe(table("⟦21⟧"));
    expect(found[0]?.message).toContain("both its row and its column would agree");
    expect(found[0]?.fixes).toHaveLength(1);
    expect(found[0]?.relations).toEqual([
      "收支/二季度: 合计 = 人员 + 公用",
      "收支/人员: 全年 = 一季度 + 二季度",
    ]);
  });

  test("with a minus is told as it is written", () => {
    const text = "收支\n\n| 项目 | 本年 |\n| --- | --- |\n| 收入 | 9 |\n| 支出 | 5 |\n| 结余 | 3 |\n";
    const { marked, found } = check(text, [own("收支", "结余 = 收入 - 支出")]);
    expect(marked).toBe(broken(text, "| 3 |", "| ⟦3⟧ |"));
    expect(found[0]?.message).toContain("3 on the left, 4 on the right, off by 1");
    expect(found[0]?.fixes?.map(({ title }) => title)).toEqual([
      "Set the total to the sum: from 3 to 4 (changes a figure)",
      "Change “收入/本年” from 9 to 8 (changes a figure)",
      "Change “支出/本年” from 5 to 6 (changes a figure)",
    ]);
  });

  test("of more or less offers no figure", () => {
    const text = broken(BUDGET, "| 其中：会议费 | 1 | 0.5", "| 其中：会议费 | 1 | 5");
    const { marked, found } = check(text, [own("经费收支情况", "会议费 <= 公用经费")]);
    expect(marked).toBe(broken(text, "| 5 |", "| ⟦5⟧ |"));
    expect(found[0]?.fixes).toBeUndefined();
    expect(found[0]?.expected).toBeUndefined();
    expect(check(BUDGET, [own("经费收支情况", "会议费 <= 公用经费")]).found).toEqual([]);
  });

  test.each([
    ["合计 > 人员经费", 0],
    ["合计 < 人员经费", 2],
    ["合计 >= 15", 1],
    ["15 >= 合计 - 0.5", 0],
    ["合计 = sum(人员经费, 公用经费)", 0],
    ["合计 = sum(人员经费..公用经费)", 0],
    ["合计 = sum(*)", 0],
    ["合计 = sum(*) - 公用经费", 2],
    ["合计 - 公用经费 = sum(*)", 0],
    ["合计 - sum(*) = 公用经费", 0],
    ["合计 = 人员经费 + sum(*)", 0],
    ["0 = 人员经费 - (合计 - 公用经费)", 0],
  ])("%s: %i findings", (expression, expected) => {
    expect(check(BUDGET, [own("经费收支情况", expression)]).found).toHaveLength(expected);
  });

  test("may be off by its tolerance", () => {
    const text = broken(BUDGET, "| 公用经费 | 4 |", "| 公用经费 | 4.05 |");
    expect(check(text, [SUM]).found).toHaveLength(1);
    expect(check(text, [own("经费收支情况", SUM.check, { tolerance: "0.05" })]).found).toEqual([]);
    expect(check(text, [own("经费收支情况", SUM.check, { tolerance: "0.04" })]).found).toHaveLength(1);
  });

  test("holds only in the columns that it names", () => {
    const text = broken(BUDGET, "| 合计 | 14.5 | 15.5", "| 合计 | 15.5 | 16.5");
    expect(check(text, [own("经费收支情况", SUM.check, { in: ["上年"] })]).found).toHaveLength(1);
    expect(check(text, [own("经费收支情况", SUM.check, { in: ["上年", "本年"] })]).found).toHaveLength(2);
    expect(check(text, [own("经费收支情况", SUM.check, { in: ["后年"] })]).found).toEqual([]);
  });

  test("has its own severity and words", () => {
    const text = broken(BUDGET, "| 合计 | 14.5", "| 合计 | 15");
    const { found } = check(text, [
      own("经费收支情况", SUM.check, { severity: "hint", message: "请核对决算" }),
    ]);
    expect(found[0]?.level).toBe("hint");
    expect(found[0]?.message).toMatch(/^请核对决算 \(表1.*\)$/);
  });
});

describe("silence", () => {
  const table = (cells: string): string => `收支\n\n| 项目 | 数额 |\n| --- | --- |\n${cells}\n`;
  test.each([
    ["a cell that is no number", "| 甲 | 约3 |\n| 乙 | 1 |\n| 合计 | 9 |"],
    ["a blank total", "| 甲 | 3 |\n| 乙 | 1 |\n| 合计 | / |"],
    ["different units", "| 甲 | 3万元 |\n| 乙 | 1元 |\n| 合计 | 9万元 |"],
    ["a row that is missing", "| 甲 | 3 |\n| 合计 | 9 |"],
    ["a name that means two rows", "| 甲 | 3 |\n| 乙 | 1 |\n| 乙 | 1 |\n| 合计 | 9 |"],
  ])("on %s", (_, cells) => {
    expect(check(table(cells), [own("收支", "合计 = 甲 + 乙")]).found).toEqual([]);
  });

  test("on a row that lost a cell, since nobody knows which", () => {
    const text = "收支\n项目\t上年\t本年\n甲\t3\n乙\t1\t1\n合计\t9\t9\n";
    expect(check(text, [own("收支", "合计 = 甲 + 乙")], "plaintext").found).toEqual([]);
  });

  test("on names that are both rows and columns, until one is said", () => {
    const text =
      "收支\n\n| 项目 | 甲 | 乙 | 合计 |\n| --- | --- | --- | --- |\n| 甲 | 1 | 2 | 3 |\n| 乙 | 1 | 2 | 3 |\n| 合计 | 2 | 4 | 7 |\n";
    expect(check(text, [own("收支", "合计 = 甲 + 乙")]).found).toEqual([]);
    expect(check(text, [own("收支", "合计 = 甲 + 乙", { each: "row" })]).marked).toBe(
      text.replace("7", "⟦7⟧"),
    );
    expect(check(text, [own("收支", "合计 = 甲 + 乙", { each: "column" })]).marked).toBe(
      text.replace("7", "⟦7⟧"),
    );
  });

  test("a blank counts as 0 where the rest is there", () => {
    expect(
      check(table("| 甲 | 3 |\n| 乙 |  |\n| 合计 | 3 |"), [own("收支", "合计 = 甲 + 乙")]).found,
    ).toEqual([]);
    expect(
      check(table("| 甲 | 3 |\n| 乙 |  |\n| 合计 | 4 |"), [own("收支", "合计 = 甲 + 乙")]).found,
    ).toHaveLength(1);
  });
});

describe("names", () => {
  const html = (rows: string): string => `<p>受理</p>\n<table>${rows}</table>`;
  const HEAD =
    "<tr><td rowspan=2>单位</td><td colspan=2>自然人</td><td colspan=2>法人</td><td rowspan=2>总计（件）</td></tr><tr><td>线上</td><td>其他</td><td>线上</td><td>其他</td></tr>";
  test("of merged heads tell columns of one name apart", () => {
    const text = html(
      `${HEAD}<tr><td>甲局</td><td>1</td><td>2</td><td>3</td><td>4</td><td>11</td></tr><tr><td>乙局</td><td>0</td><td>0</td><td>0</td><td>4</td><td>4</td></tr>`,
    );
    const relation = own("受理", "总计 = 自然人/线上 + 自然人/其他 + 法人/线上 + 法人/其他");
    expect(check(text, [relation], "html").marked).toBe(text.replace("11", "⟦11⟧"));
    expect(check(text, [own("受理", "总计 = sum(自然人/线上..法人/其他)")], "html").found).toHaveLength(1);
    expect(check(text, [own("受理", "总计 = 线上 + 其他")], "html").found).toEqual([]);
  });

  test("of merged labels tell rows of one name apart", () => {
    const text = html(
      "<tr><td>类别</td><td>方式</td><td>件数</td></tr><tr><td rowspan=2>自然人</td><td>线上</td><td>1</td></tr><tr><td>其他</td><td>2</td></tr><tr><td rowspan=2>法人</td><td>线上</td><td>3</td></tr><tr><td>其他</td><td>4</td></tr><tr><td colspan=2>合计</td><td>11</td></tr>",
    );
    const { marked } = check(text, [own("受理", "合计 = sum(自然人/线上..法人/其他)")], "html");
    expect(marked).toBe(text.replace("11", "⟦11⟧"));
  });

  test("of years and numbers in quotation marks", () => {
    const text =
      "受理\n\n| 年份 | 受理 | 办结 | 结转 |\n| --- | --- | --- | --- |\n| 2022 | 5 | 4 | 1 |\n| 2023 | 5 | 5 | 1 |\n";
    expect(check(text, [own("受理", "受理 = 办结 + 结转")]).marked).toBe(
      text.replace("| 2023 | 5", "| 2023 | ⟦5⟧"),
    );
    expect(check(text, [own("受理", "「2022」 = 「2023」", { in: ["结转"] })]).found).toEqual([]);
    expect(check(text, [own("受理", "「2022」 = 「2023」", { in: ["办结"] })]).found).toHaveLength(1);
  });

  test("stand behind a column of numbers in order", () => {
    const text =
      "受理\n\n| 序号 | 单位 | 件数 |\n| --- | --- | --- |\n| 1 | 甲局 | 2 |\n| 2 | 乙局 | 3 |\n| 3 | 合计 | 6 |\n";
    expect(check(text, [own("受理", "合计 = 甲局 + 乙局")]).marked).toBe(text.replace("6", "⟦6⟧"));
  });

  test("of the statutory tables", () => {
    const text = "表\n\n| 行政处罚 | 8 |\n| --- | --- |\n| 行政强制 | 2 |\n";
    expect(check(text, [own("表二", "行政处罚 <= 行政强制")]).found).toEqual([]);
  });
});

test("a table wrong in every line is told of fifty times", () => {
  const rows = Array.from({ length: 4000 }, (_, index) => `| 单位${index} | 1 | 2 | 4 |`);
  const text = `受理\n\n| 单位 | 线上 | 线下 | 合计 |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  expect(check(text, [own("受理", "合计 = 线上 + 线下")]).found).toHaveLength(50);
});

describe.each(["tab", "pipe", "html", "flat"] as const)("statutory tables (%s)", (layout) => {
  const cells = { ...row("表三", "一", "1 2 0 0 0 3 6"), ...row("表四", "行政复议", "1 2 0 0 3") };
  const wrong = { ...row("表三", "一", "1 2 0 0 0 3 7"), ...row("表四", "行政复议", "1 2 0 0 4") };

  test.each([
    ["表三", "总计 = sum(自然人..法律服务机构) + 法人或其他组织/其他", "表三/一"],
    ["表四", "行政复议/总计 = 行政复议/结果维持 + 行政复议/结果纠正", "表四/行政复议"],
    ["表四", "行政复议/总计 <= 行政诉讼/复议后起诉/总计 + 3", "表四/行政复议"],
    ["表四", "总计 = sum(结果维持..尚未审结)", "表四/行政复议"],
  ])("%s: %s", (table, expression, subject) => {
    const relations = [own(table, expression)];
    expect(check(reportText({ layout, cells }), relations).found).toEqual([]);
    const [found, ...more] = check(reportText({ layout, cells: wrong }), relations).found;
    expect(more).toEqual([]);
    expect(found?.relations?.[0]).toBe(`${subject}: ${expression}`);
    expect(found?.message).not.toContain("/总计”/");
  });
});

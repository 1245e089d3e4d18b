import { describe, expect, test } from "vitest";
import { isCalled } from "../../../server/src/relations/named-table.ts";
import { namedLines, nameOf } from "../../../server/src/relations/names.ts";
import { namedTablesOf } from "../../../server/src/relations/tables.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { samples } from "../samples.ts";

const line = (label: string, groups: readonly string[] = [], aliases: readonly string[] = []) => ({
  label,
  groups,
  aliases,
});

describe("a name means", () => {
  const lines = namedLines([
    line("一、人员经费（万元）"),
    line("其中：会议费"),
    line("1.其他", ["（三）不予公开"]),
    line("3.其他", ["三、办理结果", "（六）其他处理"], ["三(六)3"]),
    line("处罚/强制"),
    line("合计"),
    line("合计（件）"),
    line(""),
  ]);
  test.each([
    ["一、人员经费（万元）", [0]],
    ["一、人员经费", [0]],
    ["人员经费", [0]],
    ["会议费", [1]],
    ["其中会议费", [1]],
    ["其他", [2, 3]],
    ["不予公开/其他", [2]],
    ["（六）其他处理/其他", [3]],
    ["办理结果/其他处理/其他", [3]],
    ["其他处理/办理结果/其他", []],
    ["三（六）3", [3]],
    ["处罚/强制", [4]],
    ["处罚强制", [4]],
    ["合计", [5]],
    ["合计（件）", [6]],
    ["人员", []],
    ["/", []],
    ["", []],
  ])("%j: %j", (name, expected) => {
    expect(lines.find(name)).toEqual(expected);
  });

  test("and every line that can be told apart has a name that means it", () => {
    const names = lines.lines.map((_, index) => nameOf(lines, index));
    expect(names).toEqual([
      "一、人员经费（万元）",
      "其中：会议费",
      "1.其他",
      "3.其他",
      "处罚/强制",
      "合计",
      "合计（件）",
      undefined,
    ]);
  });

  test("no line where a hundred are called alike", () => {
    const many = namedLines(Array.from({ length: 5000 }, (_, index) => line("其他", [`组${index}`])));
    expect(many.lines.map((_, index) => nameOf(many, index)).every((name) => name === undefined)).toBe(true);
  });
});

test.each([
  ["附件2：2023年经费收支（万元）", "经费收支", true],
  ["表1经费收支", "经费收支", true],
  ["附表1-2 2023年度经费收支", "经费收支", true],
  ["附件：经费收支", "经费收支", true],
  ["（一）经费收支", "经费收支", true],
  ["三、经费收支", "3.经费收支", true],
  ["表1", "表1", true],
  ["表1", "表2", false],
  ["三、经费收支情况表", "经费收支", true],
  ["表 1-2：经费收支统计表（万元）", "经费收支", true],
  ["经费收支情况表", "经费收支情况", true],
  ["经费收支情况", "经费收支", false],
  ["经费收支明细表", "经费收支", false],
  ["情况表", "统计表", false],
  ["经费收支", "收支", false],
  ["2023年", "2022年", false],
])("%s is called %s: %s", (title, name, expected) => {
  expect(isCalled([title], name)).toBe(expected);
});

describe("the figures of a table", () => {
  const named = (text: string): string[] => {
    const [table] = parseText(text, "markdown").reports.flatMap(namedTablesOf);
    if (table === undefined) throw new Error("no table");
    return table.rows.lines.flatMap((_, row) =>
      table.columns.lines.flatMap((_, column) => table.figure(row, column)?.name ?? []),
    );
  };

  test("have names of their own whatever rows and columns are called", () => {
    const names = named(
      "表/格\n\n| 项目 | 数 | 数 | a/b |\n| --- | --- | --- | --- |\n| 甲 | 1 | 2 | 3 |\n| 甲 | 4 | 5 | 6 |\n| 甲#2 | 7 | 8 | 9 |\n",
    );
    expect(names).toContain("表／格/甲/a／b");
    expect(new Set(names).size).toBe(9);
  });

  test("of the samples are those of the statutory tables", () => {
    for (const { text } of samples()) {
      const tables = parseText(text, "markdown").reports.flatMap(namedTablesOf);
      expect(tables.map(({ titles }) => titles[0])).toEqual(["表二", "表三", "表四"]);
    }
  });
});

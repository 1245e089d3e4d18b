import { describe, expect, test } from "vitest";
import { otherTotals } from "../../../../server/src/rules/relations/other-totals.ts";
import type { Finding } from "../../../../server/src/rules/rule.ts";
import { check, fixed, reportWithGrids } from "./report-of.ts";

/** Cells parted by spaces here, by tabs in the table; _ is an empty cell. */
function tableOf(...lines: readonly string[]): string {
  return lines.map((line) => line.split(" ").join("\t").replaceAll("_", "")).join("\n");
}

/** The table with every finding's place marked. */
function marked(...lines: readonly string[]): string[] {
  const text = tableOf(...lines);
  const show = ({ place, expected }: Finding): string => {
    const start = text.lastIndexOf("\n", place.start - 1) + 1;
    const end = text.indexOf("\n", place.end);
    const before = text.slice(start, place.start);
    const after = text.slice(place.end, end < 0 ? undefined : end);
    const line = `${before}⟦${text.slice(place.start, place.end)}⟧${after}`;
    return `${line.split("\t").join(" ")} → ${expected}`;
  };
  return check(otherTotals, reportWithGrids(text)).map(show);
}

describe("a total row", () => {
  test("that adds up is silent", () => {
    expect(marked("单位 主动公开 依申请", "甲镇 3 1", "乙镇 4 2", "合计 7 3")).toEqual([]);
  });

  test("that does not, in a plain list", () => {
    expect(marked("单位 件数", "甲镇 3", "乙镇 4", "合计 8")).toEqual(["合计 ⟦8⟧ → 7"]);
  });

  test("is wrong where two other columns add up", () => {
    expect(marked("单位 收到 办结 结转", "甲镇 3 1 2", "乙镇 4 2 2", "合计 8 3 4")).toEqual([
      "合计 ⟦8⟧ 3 4 → 7",
    ]);
  });

  test("may stand first, and be called otherwise", () => {
    expect(marked("单位 件数", "总 9", "甲镇 3", "乙镇 4")).toEqual([]);
    expect(marked("单位 件数", "总计 9", "甲镇 3", "乙镇 4")).toEqual(["总计 ⟦9⟧ → 7"]);
    expect(marked("单位 件数", "甲镇 3", "乙镇 4", "Total 9")).toEqual(["Total ⟦9⟧ → 7"]);
    expect(marked("单位 件数", "甲镇 3", "乙镇 4", "合计（件） 9")).toEqual(["合计（件） ⟦9⟧ → 7"]);
  });

  test("of which every column fails adds up something else", () => {
    expect(marked("单位 收到 办结", "甲镇 3 1", "乙镇 4 2", "合计 9 9")).toEqual([]);
  });
});

describe("a total column", () => {
  test("is wrong in one row where others hold", () => {
    expect(marked("单位 网络 信函 合计", "甲镇 3 1 4", "乙镇 4 2 6", "丙镇 5 1 7")).toEqual([
      "丙镇 5 1 ⟦7⟧ → 6",
    ]);
    expect(marked("单位 网络 信函 合计", "甲镇 3 1 4", "乙镇 4 2 7")).toEqual(["乙镇 4 2 ⟦7⟧ → 6"]);
  });

  test("alone proves nothing", () => {
    expect(marked("单位 网络 信函 合计", "甲镇 3 1 9", "乙镇 4 2 8")).toEqual([]);
  });
});

test("a figure that is wrong in its row and its column is one finding, at the figure", () => {
  const lines = ["单位 网络 信函 合计", "甲镇 3 1 4", "乙镇 5 2 6", "丙镇 5 1 6", "合计 12 4 16"];
  expect(marked(...lines)).toEqual(["乙镇 ⟦5⟧ 2 6 → 4"]);
});

describe("silent", () => {
  test.each<[string, string[]]>([
    ["rates", ["单位 满意率", "甲镇 3", "乙镇 4", "合计 8"]],
    ["averages", ["单位 平均用时", "甲镇 3", "乙镇 4", "合计 3"]],
    ["numbers in order", ["序号 单位 件数", "1 甲镇 3", "2 乙镇 4", "3 合计 7"]],
    ["rates in a row", ["项目 甲 乙 合计", "次数 2 3 5", "人数 50 60 110", "满意度（%） 98 97 98"]],
    ["a mean in a row", ["项目 甲 乙 合计", "次数 2 3 5", "人数 50 60 110", "人均课时 2 3 2.4"]],
    ["a rate among the parts", ["项目 件数 份数", "收到 8 8", "办结 6 6", "办结率 75 75", "合计 14 89"]],
    ["a balance", ["日期 收入 支出 余额", "1月 500 100 400", "2月 300 200 500", "合计 800 300 500"]],
    ["what is left of each period", ["季度 收到 办结 结转", "一季度 5 4 1", "二季度 6 6 1", "合计 11 10 1"]],
    [
      "what is counted from the beginning",
      ["年份 公开 累计公开", "甲 100 100", "乙 120 220", "合计 220 220"],
    ],
    ["a state beside what came in", ["单位 上年余额 收 拨 合计", "甲 0 2 3 5", "乙 0 2 3 5", "丙 2 2 3 5"]],
    ["a total that counts nothing twice", ["渠道 信息数", "网站 100", "微信 80", "合计（去重） 150"]],
    [
      "a total column that leaves out some",
      ["单位 甲 乙 合计（不含乙）", "一 1 2 1", "二 3 0 3", "三 5 0 5"],
    ],
    ["rows left out", ["部门 件数", "公安局 50", "资源局 30", "…… _", "合计 156"]],
    ["columns left out", ["项目 甲 乙 …… 合计", "一 1 2 _ 3", "二 1 2 _ 3", "三 1 2 _ 8"]],
    ["years", ["年份 单位 件数", "2021 甲镇 3", "2022 乙镇 4", "2023 合计 7"]],
    ["percentages", ["单位 占比情况", "甲镇 30%", "乙镇 40%", "合计 80%"]],
    ["mixed units in a column", ["项目 数额", "公告 3件", "收费 4万元", "合计 8件"]],
    ["mixed units in a row", ["单位 件数（件） 金额（元） 合计", "甲 3 1 4", "乙 4 2 6", "丙 4 2 9"]],
    ["a list with 其中", ["渠道 件数", "网站 7", "其中：公告 3", "微信 4", "合计 12"]],
    ["a cell that is no number", ["单位 件数", "甲镇 3", "乙镇 约4", "合计 8"]],
    ["a blank total", ["单位 件数", "甲镇 3", "乙镇 4", "合计 _"]],
    ["one part only", ["单位 件数", "甲镇 3", "合计 8"]],
    ["a total in the middle", ["单位 件数", "甲镇 3", "乙镇 4", "合计 8", "丙镇 2"]],
    ["two totals", ["单位 件数", "总计 9", "甲镇 3", "乙镇 4", "合计 8"]],
    ["no head", ["甲镇 3", "乙镇 4", "合计 8"]],
    ["a row too short", ["单位 收到 办结", "甲镇 3", "乙镇 4 2", "合计 8 3"]],
    ["subtotals that add up", ["单位 件数", "甲 3", "乙 4", "小计 7", "丙 5", "小计 5", "合计 12"]],
    [
      "ranks of which one adds up",
      ["项目 件数", "一、主动 7", "1.网站 3", "2.微信 4", "二、其他 2", "合计 9"],
    ],
    ["decimals rounded for print", ["项目 金额（万元）", "甲 1.25", "乙 2.33", "丙 3.41", "合计 7.00"]],
    ["whole 万元, rounded too", ["项目 金额（万元）", "甲 3", "乙 4", "丙 5", "合计 13"]],
    ["a word that begins alike", ["单位 件数", "甲镇 3", "乙镇 4", "合计办理 8"]],
  ])("%s", (_, lines) => {
    expect(marked(...lines)).toEqual([]);
  });

  test("what is no report", () => {
    const report = reportWithGrids(tableOf("单位 件数", "甲镇 3", "乙镇 4", "合计 8"));
    expect(check(otherTotals, { ...report, isReport: false })).toEqual([]);
  });
});

test.each<[string, string[]]>([
  ["rounding explains a little only", ["项目 金额（万元）", "甲 1.25", "乙 2.33", "丙 3.41", "合计 7.10"]],
  ["exact decimals", ["项目 件数", "甲 0.1", "乙 0.2", "合计 0.9"]],
  [
    "subtotals of which no reading fits",
    ["单位 件 次", "甲 3 1", "乙 4 1", "小计 7 2", "丙 5 1", "合计 13 3"],
  ],
])("not silent: %s", (_, lines) => {
  expect(marked(...lines)).toHaveLength(1);
});

test("a total under a merged head adds up what is under that head", () => {
  const report = reportWithGrids(
    tableOf("单位 复议 _ _ 诉讼", "_ 维持 纠正 总计 件数", "甲 1 2 3 9", "乙 2 2 4 9", "丙 2 2 5 9"),
  );
  const [other] = report.otherGrids;
  if (other === undefined) throw new Error("no grid");
  const rows = other.grid.rows.map((row, index) =>
    index > 0
      ? row
      : {
          ...row,
          cells: row.cells
            .filter(({ column }) => column < 2 || column > 3)
            .map((cell) => (cell.column === 1 ? { ...cell, columnSpan: 3 } : cell)),
        },
  );
  const found = check(otherTotals, { ...report, otherGrids: [{ ...other, grid: { ...other.grid, rows } }] });
  expect(found.map(({ expected, actual }) => [expected, actual])).toEqual([["4", "5"]]);
});

test.each([
  [
    "the total is set to the sum",
    ["单位 件数", "甲镇 3", "乙镇 4", "合计 8"],
    ["单位 件数", "甲镇 3", "乙镇 4", "合计 7"],
  ],
  [
    "the crossing is corrected",
    ["单位 网络 信函 合计", "甲镇 3 1 4", "乙镇 5 2 6", "丙镇 5 1 6", "合计 12 4 16"],
    ["单位 网络 信函 合计", "甲镇 3 1 4", "乙镇 4 2 6", "丙镇 5 1 6", "合计 12 4 16"],
  ],
  [
    "separators stay",
    ["单位 件数", "甲镇 1,300", "乙镇 1,400", "合计 2,600"],
    ["单位 件数", "甲镇 1,300", "乙镇 1,400", "合计 2,700"],
  ],
])("fix: %s", (_, before, after) => {
  const text = tableOf(...before);
  const [finding] = check(otherTotals, reportWithGrids(text));
  const [fix] = finding?.fixes ?? [];
  expect(fix?.safe).toBe(false);
  expect(fix && fixed(text, fix)).toBe(tableOf(...after));
});

test("a total that is wrong for its column and right for its row is not offered to be set", () => {
  const lines = ["单位 网络 信函 当面 合计", "甲 3 1 1 5", "乙 4 2 1 7", "丙 5 1 1 7", "合计 12 5 3 20"];
  const found = check(otherTotals, reportWithGrids(tableOf(...lines)));
  expect(found.map(({ fixes, actual }) => [actual, fixes?.length ?? 0])).toEqual([
    ["5", 0],
    ["20", 0],
  ]);
});

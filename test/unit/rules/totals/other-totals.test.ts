import { describe, expect, test } from "vitest";
import type { Finding } from "../../../../server/src/rules/rule.ts";
import { otherTotals } from "../../../../server/src/rules/totals/other-totals.ts";
import { check, fixed, reportWithGrids } from "../relations/report-of.ts";

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

describe("a total that may count nothing twice is silent", () => {
  test.each<[string, string[]]>([
    [
      "groups before their sums",
      ["单位 数量", "东街 20", "西街 30", "城区计 50", "甲镇 10", "乙镇 5", "乡镇计 15", "总计 65"],
    ],
    [
      "groups behind their sums, one of a single part",
      ["单位 数量", "机关 50", "办公室 20", "人事科 30", "学校 15", "一中 15", "合计 65"],
    ],
    ["some of the rows have parts", ["项目 数量", "公开 271", "网站 158", "微信 113", "解读 10", "合计 281"]],
    [
      "groups of groups",
      [
        ...["时间 数量", "1月 1", "2月 2", "3月 3", "一季度 6", "4月 4", "5月 5", "6月 0", "二季度 9"],
        ...["上半年 15", "合计 15"],
      ],
    ],
    ["the sum stands first, too", ["单位 数量", "全局 65", "办公室 20", "人事科 30", "一中 15", "合计 65"]],
    ["what was aimed at", ["镇 条数", "目标值 100", "甲 40", "乙 60", "合计 100"]],
    ["numbers with points", ["项目 数量", "1 5", "1.1 3", "1.2 2", "2 4", "合计 9"]],
    [
      "every page has its total",
      ["项目 数量", "甲 10", "乙 20", "本页合计 30", "丙 5", "本页合计 5", "合计 35"],
    ],
    [
      "parts that do not fill their row",
      ["项目 数量", "公开 271", "-网站 158", "-微信 90", "解读 10", "合计 281"],
    ],
    ["parts moved in", ["项目 数量", "公开 271", "　　网站 158", "　　微信 90", "解读 10", "合计 281"]],
    ["包括", ["项目 数量", "公开 271", "包括：网站 158", "微信 101", "解读 10", "合计 281"]],
    ["含", ["项目 数量", "公开 271", "（含重点领域） 158", "解读 10", "合计 281"]],
    ["#", ["项目 数量", "公开 271", "#重点领域 158", "解读 10", "合计 281"]],
    ["what is taken off", ["项目 件数", "收到 28", "减：撤回 3", "合计 25"]],
    ["lists side by side", ["类别 条数 类别 条数", "机构 3 财政 8", "政策 12 人事 5", "合计 28 _ _"]],
    ["what came over beside the total of the year", ["项目 件数", "本年合计 25", "上年结转 2", "总计 27"]],
  ])("%s", (_, lines) => {
    expect(marked(...lines)).toEqual([]);
  });

  test("but not where another column shows that there are no groups", () => {
    expect(marked("单位 件 次", "甲 3 1", "乙 4 5", "丙 7 2", "合计 7 8")).toEqual(["合计 ⟦7⟧ 8 → 14"]);
  });

  test("and shows how to read a column that is wrong", () => {
    const lines = ["单位 件 次", "甲 3 1", "乙 4 5", "城区计 7 6", "丙 2 2", "合计 8 8"];
    expect(marked(...lines)).toEqual(["合计 ⟦8⟧ 8 → 9"]);
  });
});

describe("what is beside the parts is left out", () => {
  test.each<[string, string[], string]>([
    [
      "a column of shares",
      ["渠道 条数 占比", "网站 158 61%", "微信 101 39%", "合计 359 100%"],
      "合计 ⟦359⟧ 100% → 259",
    ],
    ["a row of means", ["镇 条数", "甲 30", "乙 21", "平均 25.5", "合计 99"], "合计 ⟦99⟧ → 51"],
    ["a column of notes", ["渠道 条数 说明", "网站 3 含专栏", "微信 4 _", "合计 8 _"], "合计 ⟦8⟧ _ → 7"],
  ])("%s", (_, lines, wanted) => {
    expect(marked(...lines)).toEqual([wanted.replace("_", "")]);
  });
});

test.each(["全县合计", "本年合计", "2023年总计", "总数", "合计数"])("%s is a total", (label) => {
  expect(marked("镇 条数", "甲 30", "乙 21", `${label} 53`)).toEqual([`${label} ⟦53⟧ → 51`]);
});

test.each(["上年合计", "收入合计", "本页合计", "本年收入合计"])("%s is none", (label) => {
  expect(marked("镇 条数", "甲 30", "乙 21", `${label} 53`)).toEqual([]);
});

describe("subtotals", () => {
  const list = (first: string, second: string, total: string): string[] => [
    ...["类 件数", "甲 30", "乙 20", `小计 ${first}`, "丙 10", "丁 5", `小计 ${second}`, `合计 ${total}`],
  ];

  test("leave no doubt that a total is wrong where they come to the same as the details", () => {
    expect(marked(...list("50", "15", "99"))).toEqual(["合计 ⟦99⟧ → 65"]);
  });

  test("are wrong themselves where others are right", () => {
    expect(marked(...list("80", "15", "65"))).toEqual(["小计 ⟦80⟧ → 50"]);
  });

  test("leave rows alone that are in no group, as the other columns show", () => {
    const lines = ["类 件 次", "甲 3 1", "乙 2 4", "小计 5 5", "散 9 7", "丙 1 2", "丁 5 6"];
    expect(marked(...lines, "小计 6 8", "合计 20 20")).toEqual([]);
    expect(marked(...lines, "小计 6 9", "合计 20 20")).toHaveLength(1);
  });

  test("may stand before their parts", () => {
    const lines = ["类 件数", "城区小计 80", "甲 30", "乙 20", "乡镇小计 15", "丙 10", "丁 5", "合计 65"];
    expect(marked(...lines)).toEqual(["城区小计 ⟦80⟧ → 50"]);
  });
});

describe("a total column", () => {
  test("is wrong in one row where others hold", () => {
    expect(marked("单位 网络 信函 合计", "甲镇 3 1 4", "乙镇 4 2 6", "丙镇 5 1 7")).toEqual([
      "丙镇 5 1 ⟦7⟧ → 6",
    ]);
    expect(marked("单位 网络 信函 合计", "甲镇 3 1 4", "乙镇 4 2 7")).toEqual(["乙镇 4 2 ⟦7⟧ → 6"]);
  });

  test("between others adds up those beside it, and what it does with the rest is no mistake", () => {
    const head = "单位 建议 提案 合计 已办结 办理中";
    expect(marked(head, "甲 3 7 7 6 1", "乙 2 2 4 4 0", "合计 5 6 11 10 1")).toEqual(["甲 3 ⟦7⟧ 7 6 1 → 4"]);
    expect(marked(head, "甲 3 4 7 6 1", "乙 2 2 4 3 0", "丙 1 1 2 2 0", "合计 6 7 13 11 1")).toEqual([]);
  });

  test("may be one of two, each of the columns before it", () => {
    const lines = ["镇 男 女 合计 老 少 合计", "甲 103 90 190 10 8 18", "乙 200 210 410 20 15 35"];
    expect(marked(...lines, "合计 300 300 600 30 23 53")).toEqual(["甲 ⟦103⟧ 90 190 10 8 18 → 100"]);
  });

  test("beside a subtotal that is right leaves no doubt of the crossing", () => {
    const lines = ["单位 网站 微信 小计 总计", "甲 1 2 3 3", "乙 4 5 9 9", "合计 5 7 12 15"];
    expect(marked(...lines)).toEqual(["合计 5 7 12 ⟦15⟧ → 12"]);
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

test("a row that adds up and is wrong in two columns alike is one finding, and no total is offered to be set", () => {
  const lines = ["单位 网络 信函 当面 合计", "甲 3 1 1 5", "乙 4 2 1 7", "丙 5 1 1 7", "合计 12 5 3 20"];
  const found = check(otherTotals, reportWithGrids(tableOf(...lines)));
  expect(found.map(({ fixes, actual }) => [actual, fixes?.length ?? 0])).toEqual([["5", 0]]);
});

test.each<[string, string[], (boolean | undefined)[]]>([
  [
    "what row and column tell alike",
    ["单位 网络 信函 合计", "甲 3 1 4", "乙 5 2 6", "合计 7 3 10"],
    [undefined],
  ],
  ["any part may be wrong", ["单位 件数", "甲镇 3", "乙镇 4", "合计 8"], [true]],
  ["a column beside others", ["单位 主办 会办", "甲 3 1", "乙 4 2", "合计 8 3"], [true]],
])("a fix is for a program only where there is no doubt: %s", (_, lines, wanted) => {
  const found = check(otherTotals, reportWithGrids(tableOf(...lines)));
  expect(found.flatMap(({ fixes = [] }) => fixes).map(({ draft }) => draft)).toEqual(wanted);
});

test.each<[string, string[], string]>([
  [
    "with its number where two are called the same",
    ["类 数量 类 数量", "甲 3 乙 5", "丙 4 丁 6", "合计 8 合计 11"],
    "数量 (column 2)",
  ],
  [
    "by the upper head where the lower is empty",
    ["单位 总数 其中 _", "_ _ 网站 微信", "甲 3 1 1", "乙 4 2 1", "合计 8 3 2"],
    "总数",
  ],
])("names a column %s", (_, lines, name) => {
  const [finding] = check(otherTotals, reportWithGrids(tableOf(...lines)));
  expect(finding?.message).toContain(`Column “${name}”`);
});

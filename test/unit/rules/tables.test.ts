import * as l10n from "@vscode/l10n";
import { afterEach, describe, expect, test } from "vitest";
import chinese from "../../../l10n/bundle.l10n.zh-cn.json";
import { form2019 } from "../../../server/src/forms/2019.ts";
import { formForYear } from "../../../server/src/forms/index.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Report } from "../../../server/src/report/report.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { blank } from "../../../server/src/rules/table-blank.ts";
import { decimalPlaces } from "../../../server/src/rules/table-decimal-places.ts";
import { extraFigure } from "../../../server/src/rules/table-extra-figure.ts";
import { missingTable } from "../../../server/src/rules/table-missing.ts";
import { missingFigure } from "../../../server/src/rules/table-missing-figure.ts";
import { missingRow } from "../../../server/src/rules/table-missing-row.ts";
import { notACount } from "../../../server/src/rules/table-not-a-count.ts";
import { notANumber } from "../../../server/src/rules/table-not-a-number.ts";
import { outdatedForm } from "../../../server/src/rules/table-outdated-form.ts";
import { fromInteger } from "../../../server/src/text/decimal.ts";
import { findings, remark, swap } from "./checking.ts";
import { reportText, row } from "./report-text.ts";

afterEach(() => l10n.config({ contents: {} }));

/** Tables in tabs: what stands between two headings. */
const TABLE_4 = /行政复议\t(?:.+\n)+(?=\n五、)/;

describe("table/missing", () => {
  const text = swap(
    swap(reportText(), TABLE_4, "本年度未发生。\n"),
    /四、政府.*/,
    "⟦四、政府信息公开行政复议、行政诉讼情况⟧",
  );

  test("stands at the section's heading", () => {
    const { marked, found } = remark(text, missingTable);
    expect(marked).toBe(text);
    expect(found.map(({ message }) => message)).toEqual([
      "表四 (“政府信息公开行政复议、行政诉讼情况”) is missing; it must be there also where all is 0",
    ]);
  });

  test.each(["plaintext", "markdown"] as const)("is settled by the table of the form in %s", (language) => {
    const before = text.replace(/[⟦⟧]/g, "");
    const [found] = findings(before, [missingTable], language);
    const [fix] = found?.fixes ?? [];
    expect([fix?.safe, fix?.draft]).toEqual([false, true]);
    expect(fix && found && findings(found.after(fix), rules, language)).toEqual([]);
  });

  test("is information where the section holds a picture", () => {
    const pictured = text.replace("本年度未发生。", "![表四](four.png)");
    const { marked, found } = remark(pictured, missingTable, "markdown");
    expect(marked).toBe(pictured);
    expect(found.map(({ level, fixes }) => [level, fixes])).toEqual([["information", undefined]]);
  });

  test("stands at the title where the section is missing too", () => {
    const bare = swap(
      swap(text.replace(/[⟦⟧]/g, ""), /四、政府.*\n\n.*\n\n/, ""),
      /^.*/,
      "⟦东风街道2023年政府信息公开工作年度报告⟧",
    );
    expect(remark(bare, missingTable).marked).toBe(bare);
  });
});

describe("table/missing-row", () => {
  test("names one row by its label", () => {
    const { found } = remark(swap(reportText(), /\t*8\.属于行政查询事项.*\n/, ""), missingRow);
    expect(found.map(({ message }) => message)).toEqual([
      "表三: row “（三）不予公开 8.属于行政查询事项” is missing",
    ]);
  });

  test("names several rows in one finding", () => {
    const text = swap(
      swap(reportText(), /\t*[78]\.属于行政.*\n\t*8\.属于行政.*\n/, ""),
      /四、结转下年度.*\n/,
      "",
    );
    expect(remark(text, missingRow).found.map(({ message }) => message)).toEqual([
      "表三: 3 rows are missing: 三（三）7–8、四",
    ]);
  });
});

describe("table/columns", () => {
  const cells = {
    ...row("表三", "一", "37 7 0 0 0 0 44"),
    ...row("表三", "三(一)", "36 6 0 0 0 0 42"),
    ...row("表三", "三(七)", "36 6 0 0 0 0 42"),
    ...row("表三", "四", "1 1 0 0 0 0 2"),
  };
  const NAMES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const SUBTOTAL = "法人或其他组织小计";
  /** 表三 in one head row, its columns as named; `words` for what the head says instead. */
  const reportWith = (names: readonly string[], words: Readonly<Record<string, string>> = {}): string => {
    const head = `| 项目 | ${names.map((name) => words[name] ?? name).join(" | ")} |`;
    const rows = (formForYear(2023).tables[1]?.rows ?? []).map(({ key, label }) => {
      const at = (name: string): number => Number(cells[`表三/${key}/${name}` as keyof typeof cells] ?? 0);
      const figures = names.map((name) => (name === SUBTOTAL ? at("总计") - at("自然人") : at(name)));
      return `| ${label} | ${figures.join(" | ")} |`;
    });
    const table = [head, `|${" --- |".repeat(names.length + 1)}`, ...rows].join("\n");
    return swap(reportText({ language: "markdown" }), /（本列数据的(?:.+\n)+(?=\n## 四、)/, `${table}\n`);
  };
  const readIn = (text: string): unknown[] => {
    const { figures = new Map() } = parseText(text, "markdown").reports[0] ?? {};
    return NAMES.map((name) => figures.get(`表三/一/${name}`)?.text);
  };

  test.each([
    [["总计", ...NAMES.slice(0, 6)], "总计", "another order"],
    [["自然人", "科研机构", "商业企业", ...NAMES.slice(3)], "科研机构", "another order"],
    [[...NAMES.slice(0, 6), SUBTOTAL, "总计"], SUBTOTAL, `no column “${SUBTOTAL}”`],
  ])("are read as the head names them: %s", (names, odd, said) => {
    const text = reportWith(names);
    expect(readIn(text)).toEqual(["37", "7", "0", "0", "0", "0", "44"]);
    const found = findings(text, rules, "markdown");
    expect(found.map(({ rule, level, span }) => [rule, level, text.slice(span.start, span.end)])).toEqual([
      ["table/columns", "information", odd],
    ]);
    expect(found[0]?.message).toContain(said);
  });

  test("may be called 合计", () => {
    const text = reportWith(["总计", ...NAMES.slice(0, 6)], { 总计: "合计" });
    expect(readIn(text)).toEqual(["37", "7", "0", "0", "0", "0", "44"]);
  });

  test("are not guessed where head and figures contradict each other", () => {
    const text = reportWith(["总计", ...NAMES.slice(0, 6)], { 总计: "机构", 自然人: "总计", 其他: "自然人" });
    const found = findings(text, rules, "markdown");
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([["table/columns", "warning"]]);
    expect(found[0]?.message).toContain("cannot be read for sure");
  });

  test("are the form's where it alone lets the figures add up", () => {
    const text = reportWith(NAMES, { 自然人: "总计", 总计: "自然人" });
    expect(readIn(text)).toEqual(["37", "7", "0", "0", "0", "0", "44"]);
    expect(findings(text, rules, "markdown")).toEqual([]);
  });
});

test("a remark in a row of its own below 表四 is no figure of it", () => {
  for (const remark of ["备注\t无", "注\t见附件", "说明\t3\t0"]) {
    const text = swap(reportText(), /\n\n五、/, `\n${remark}\n\n五、`);
    expect(findings(text, rules)).toEqual([]);
  }
});

describe("table/missing-figure", () => {
  test("stands at the row's label", () => {
    const text = swap(reportText(), /\t1\.本机关不掌握相关政府信息\t0/, "\t⟦1.本机关不掌握相关政府信息⟧");
    const { marked, found } = remark(text, missingFigure);
    expect(marked).toBe(text);
    expect(found.map(({ message }) => message)).toEqual([
      "表三: row “（四）无法提供 1.本机关不掌握相关政府信息” has 6 figures, the form wants 7",
    ]);
  });

  test("says of 表四 what it has as a whole", () => {
    const text = swap(reportText(), /0(?:\t0){14}/, "0".concat("\t0".repeat(13)));
    expect(remark(text, missingFigure).found.map(({ message }) => message)).toEqual([
      "表四 has 14 figures, the form wants 15",
    ]);
  });
});

describe("table/extra-figure", () => {
  test("stands at the first row and lists the others", () => {
    const more = (text: string, label: string): string => swap(text, `${label}\t`, `${label}\t0\t`);
    const text = swap(
      more(more(reportText(), "（七）总计\t"), "四、结转下年度继续办理\t\t"),
      "（七）总计",
      "⟦（七）总计⟧",
    );
    const { marked, found } = remark(text, extraFigure);
    expect(marked).toBe(text);
    expect(found.map(({ message, related }) => [message, related?.map((one) => one.message)])).toEqual([
      [
        "表三: 2 rows have 8 figures each, the form wants 7: 三（七）、四",
        [
          "row “（七）总计” has 8 figures, the form wants 7",
          "row “四、结转下年度继续办理” has 8 figures, the form wants 7",
        ],
      ],
    ]);
  });

  describe("a number over two cells", () => {
    const cells = {
      ...row("表三", "一", "21 0 0 0 0 0 21"),
      ...row("表三", "三(一)", "21 0 0 0 0 0 21"),
      ...row("表三", "三(七)", "21 0 0 0 0 0 21"),
    };
    test.each([
      ["tab", "21\t0", "2\t1\t0"],
      ["pipe", /21 \| +0 \|/, "2 | 1 | 0 |"],
      ["html", "<td>21</td>", "<td>2</td><td>1</td>"],
      ["flat", "21\n", "2\n\n1\n"],
    ] as const)("is joined in a %s table", (layout, from, to) => {
      const clean = reportText({ layout, cells });
      const at = clean.indexOf("予以公开");
      const text = clean.slice(0, at) + swap(clean.slice(at), from, to);
      const [found, ...more] = findings(text, rules);
      expect(more.map(({ message }) => message)).toEqual([]);
      expect([found?.rule, found?.cell, found?.message]).toEqual([
        "table/extra-figure",
        "表三/三(一)/自然人",
        "表三: row “（一）予以公开” has 8 figures, the form wants 7; 2 and 1 are probably one number, 21",
      ]);
      const [fix] = found?.fixes ?? [];
      expect(fix?.safe).toBe(false);
      expect(fix && found && findings(found.after(fix), rules)).toEqual([]);
    });
  });
});

describe("table/blank", () => {
  const slash = row("表三", "三(一)", "/ _ - — 无 0 0");

  test("is one finding a table, with the cells", () => {
    const text = reportText({ cells: { ...slash, ...row("表四", "行政复议", "/ 0 0 0 0") } });
    const found = findings(text, rules);
    expect(found.map(({ rule, message, related }) => [rule, message, related?.length])).toEqual([
      ["table/blank", "表三: 5 cells are blank; the form wants 0 where there is nothing", 5],
      [
        "table/blank",
        "表四 “行政复议/结果维持” is blank; the form wants 0 where there is nothing",
        undefined,
      ],
    ]);
  });

  test("stands at the first", () => {
    const text = swap(reportText({ cells: slash }), "/\t", "⟦/⟧\t");
    expect(remark(text, blank).marked).toBe(text);
  });

  test.each(["tab", "pipe", "html"] as const)(
    "is filled with 0 in a %s table, but never as a safe fix",
    (layout) => {
      const [found] = findings(reportText({ layout, cells: slash }), [blank]);
      const [fix] = found?.fixes ?? [];
      expect(fix?.safe).toBe(false);
      expect(fix && found && findings(found.after(fix), rules)).toEqual([]);
      expect(fix?.title).toBe("Fill 5 blanks of 表三 with 0 (writes figures)");
    },
  );

  describe("a total left blank over parts that are not 0", () => {
    const open = {
      ...row("表三", "一", "3 0 0 0 0 0 3"),
      ...row("表三", "三(一)", "2 / 0 0 0 0 _"),
      ...row("表三", "三(七)", "2 0 0 0 0 0 2"),
      ...row("表三", "四", "1 0 0 0 0 0 _"),
    };

    test("is a finding of its own, and its fix writes the sum", () => {
      const text = reportText({ cells: open });
      const found = findings(text, rules);
      expect(found.map(({ message }) => message)).toEqual([
        "表三 “（一）予以公开/商业企业” is blank; the form wants 0 where there is nothing",
        "表三: 2 totals are blank though their parts are not 0",
      ]);
      const [fix] = found[1]?.fixes ?? [];
      expect(fix?.title).toBe("Set 2 blank totals to their sums (writes figures)");
      const after = fix && found[1]?.after(fix);
      expect(after).toBe(reportText({ cells: { ...open, "表三/三(一)/总计": "2", "表三/四/总计": "1" } }));
    });

    test("names the one total", () => {
      const text = reportText({ cells: row("表四", "行政复议", "2 0 1 0 /") });
      expect(findings(text, rules).map(({ message, expected }) => [message, expected])).toEqual([
        ["表四: the total “行政复议/总计” is blank, its parts add up to 3", "3"],
      ]);
    });

    test("has no fix where its sums contradict each other", () => {
      const text = reportText({
        cells: {
          ...row("表三", "一", "3 0 0 0 0 0 3"),
          ...row("表三", "三(一)", "2 0 0 0 0 0 2"),
          ...row("表三", "三(七)", "3 0 0 0 0 0 _"),
        },
      });
      expect(findings(text, [blank]).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
    });
  });

  test("fills no blank in a sum that fails for a reason nobody knows", () => {
    const [total, blanks] = findings(reportText({ cells: row("表四", "行政复议", "2 / _ 0 9") }), rules);
    expect([total?.rule, blanks?.message, blanks?.fixes]).toEqual([
      "table4/group-total",
      "表四: 2 cells are blank in sums that do not add up",
      undefined,
    ]);
  });

  test("leaves a blank that breaks its row and its column to the finding there", () => {
    const cells = {
      ...row("表三", "一", "3 0 0 0 0 0 3"),
      ...row("表三", "三(一)", "_ 0 0 0 0 0 3"),
      ...row("表三", "三(七)", "3 0 0 0 0 0 3"),
    };
    expect(findings(reportText({ cells }), rules).map(({ rule }) => rule)).toEqual(["table3/row-total"]);
  });
});

describe("table/not-a-number", () => {
  test("stands at the cell", () => {
    const text = swap(reportText({ cells: { "表三/三(一)/商业企业": "若干" } }), "若干", "⟦若干⟧");
    const { marked, found } = remark(text, notANumber);
    expect(marked).toBe(text);
    expect(found.map(({ message, cell, fixes }) => [message, cell, fixes])).toEqual([
      ["表三 “（一）予以公开/商业企业”: “若干” is no number", "表三/三(一)/商业企业", undefined],
    ]);
  });

  test("offers the digit that a letter stands for", () => {
    const cells = { ...row("表四", "行政复议", "l5 0 O 0 15") };
    const found = findings(reportText({ cells }), [notANumber]);
    expect(found.map(({ fixes }) => fixes?.map(({ title }) => title))).toEqual([
      ["Change l5 to 15 (changes a figure)"],
      ["Change O to 0 (changes a figure)"],
    ]);
  });

  test("offers no digit that would break a sum", () => {
    const found = findings(reportText({ cells: row("表四", "行政复议", "l5 0 0 0 18") }), [notANumber]);
    expect(found.map(({ fixes }) => fixes)).toEqual([undefined]);
  });
});

describe("what is a number all the same", () => {
  test.each([
    ["a mark of a footnote", "15[^1]"],
    ["several", "15①②"],
    ["a note", "15注2"],
    ["a star", "15*"],
    ["a unit with a mark", "15件①"],
    ["a sign of money", "￥15"],
  ])("%s: %s", (_, written) => {
    expect(findings(reportText({ cells: row("表四", "行政复议", `${written} 0 0 0 15`) }), rules)).toEqual(
      [],
    );
  });

  test.each([
    ["增15", 15n],
    ["减15", -15n],
    ["↓15", -15n],
    ["减少 15", -15n],
  ])("a change in words: %s", (written, value) => {
    const text = reportText({ year: 2020, cells: { "表二/规章/本年新制作数量": written } });
    const figure = parseText(text, "plaintext").reports[0]?.figures.get("表二/规章/本年新制作数量");
    expect(figure?.value).toBe(fromInteger(value));
    expect(figure && figure.place.end - figure.place.start).toBe(written.length);
  });

  test.each(["不涉及", "不适用", "无此职能", "未发生"])("%s is a blank, to be filled with 0", (written) => {
    const text = reportText({ cells: { "表二/行政强制/本年处理决定数量": written } });
    const [found, ...more] = findings(text, rules);
    expect([found?.rule, found?.fixes?.[0]?.edits[0]?.newText, more]).toEqual(["table/blank", "0", []]);
  });
});

describe("表四 in two tables", () => {
  const groups = ["行政复议\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n1\t0\t0\t2\t3", ""];
  const lawsuits = (cells: string): string =>
    `行政诉讼\n未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n${"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t".repeat(2).trim()}\n${cells}\n`;
  const written = (cells: string): string =>
    swap(reportText(), TABLE_4, [...groups, lawsuits(cells)].join("\n").replaceAll(" ", "\t"));

  test("is read whole", () => {
    const text = written("1 0 0 0 1 0 2 0 0 2");
    expect(findings(text, rules)).toEqual([]);
    const { figures } = parseText(text, "plaintext").reports[0] as Report;
    expect(figures.get("表四/未经复议直接起诉/结果维持")?.text).toBe("1");
    expect(figures.get("表四/复议后起诉/结果纠正")?.text).toBe("2");
  });

  test("adds up for itself", () => {
    const found = findings(written("1 0 0 0 1 0 2 0 0 3"), rules);
    expect(found.map(({ rule, cell }) => [rule, cell])).toEqual([
      ["table4/group-total", "表四/复议后起诉/总计"],
    ]);
  });
});

describe("table/not-a-count", () => {
  test.each([
    ["表四/行政复议/结果维持", "-1", "表四 “行政复议/结果维持”: -1 is below 0"],
    [
      "表二/行政许可/本年处理决定数量",
      "0.5",
      "表二 “第二十条第（五）项 行政许可/本年处理决定数量”: 0.5 is no whole number",
    ],
    [
      "表二/行政事业性收费/本年收费金额",
      "-3",
      "表二 “第二十条第（八）项 行政事业性收费/本年收费金额”: -3 is below 0",
    ],
  ])("%s: %s", (name, text, message) => {
    const marked = reportText({ cells: { [name]: text } }).replace(text, `⟦${text}⟧`);
    const result = remark(marked, notACount);
    expect(result.marked).toBe(marked);
    expect(result.found.map((one) => one.message)).toEqual([message]);
  });

  test.each([
    [2023, "表二/行政事业性收费/本年收费金额", "12.3456"],
    [2020, "表二/行政许可/本年增/减", "-3"],
    [2020, "表二/政府集中采购/采购总金额", "25.1万元"],
    [2023, "表三/三(一)/商业企业", "1.0"],
  ])("of %i, %s may be %s", (year, name, text) => {
    expect(findings(reportText({ year, cells: { [name]: text } }), [notACount])).toEqual([]);
  });
});

test("messages are Chinese where the reader's language is", () => {
  l10n.config({ contents: chinese });
  const cells = { ...row("表三", "三(二)", "/ / 0 0 0 0 0"), ...row("表三", "三(一)", "0 若干 -1 0 0 0 0") };
  const text = swap(swap(reportText({ cells }), TABLE_4, "无。\n"), /\t*8\.属于行政查询事项.*\n/, "");
  expect(
    findings(
      text,
      rules.filter(({ code }) => code.startsWith("table/")),
    ).map(({ message }) => message),
  ).toEqual([
    "缺少表四（“政府信息公开行政复议、行政诉讼情况”），全部为 0 时也应有此表",
    "表三：缺少“（三）不予公开 8.属于行政查询事项”一行",
    "表三：有 2 格空白，没有的应填 0",
    "表三“（一）予以公开/商业企业”：“若干”不是数字",
    "表三“（一）予以公开/科研机构”：-1 小于 0",
  ]);
});

describe("table/outdated-form", () => {
  const [report] = parseText(reportText(), "plaintext").reports;

  test("stands at the first table where the format is not that of the year", () => {
    const found = report && [...outdatedForm.check({ report: { ...report, form: form2019 }, fileName: "" })];
    expect(found?.map(({ message }) => message)).toEqual([
      "The tables are in the format of 2019; a report for 2023 wants the format of 2021",
    ]);
    expect(found?.[0]?.place).toBe(report?.tables[0]?.first);
  });

  test("is silent about a report whose year is unknown", () => {
    const { year: _, ...rest } = report ?? {};
    const found = [...outdatedForm.check({ report: { ...rest, form: form2019 } as Report, fileName: "" })];
    expect(found).toEqual([]);
  });
});

describe("table/decimal-places", () => {
  const FEE = "表二/行政事业性收费/本年收费金额";
  const headed = (head: string, amount: string, layout: "tab" | "pipe" | "flat" = "tab"): string =>
    swap(reportText({ layout, cells: { [FEE]: amount } }), "（单位：万元）", head);
  const asking = "（单位：万元，保留4位小数）";

  test.each([
    ["125.36", "125.3600"],
    ["1,284", "1,284.0000"],
  ])("%s is written %s", (amount, filled) => {
    const text = headed(asking, `⟦${amount}⟧`);
    const { marked, found } = remark(text, decimalPlaces);
    expect(marked).toBe(text);
    expect(found.map(({ level, fixes }) => [level, fixes?.map(({ safe }) => safe)])).toEqual([
      ["hint", [false]],
    ]);
    const [fix] = found[0]?.fixes ?? [];
    const mended = fix && found[0]?.after(fix);
    expect(mended).toBe(headed(asking, filled));
    expect(findings(mended ?? "", [decimalPlaces])).toEqual([]);
  });

  test("a figure with more is not cut", () => {
    const { found } = remark(headed(asking, "125.36001"), decimalPlaces);
    expect(found.map(({ message, fixes }) => [message, fixes])).toEqual([
      [
        "表二 “第二十条第（八）项 行政事业性收费/本年收费金额”: the head asks for 4 decimal places, 125.36001 has 5",
        [],
      ],
    ]);
  });

  test.each([
    ["（单位：万元，保留四位小数）", "tab"],
    ["\n（单位：万元，保留4位小数）", "flat"],
  ] as const)("is asked by %j", (head, layout) => {
    expect(findings(headed(head, "125.36", layout), [decimalPlaces])).toHaveLength(1);
  });

  test.each([
    ["no head that asks", "（单位：万元、按实际）", "125.36"],
    ["as many as asked", asking, "125.3600"],
    ["0", asking, "0"],
    ["a blank", asking, ""],
    ["another unit", asking, "1253600元"],
  ])("nothing is said of %s", (_, head, amount) => {
    expect(findings(headed(head, amount), [decimalPlaces])).toEqual([]);
  });
});

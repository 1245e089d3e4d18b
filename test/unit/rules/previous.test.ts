import { describe, expect, test } from "vitest";
import { figureName } from "../../../server/src/forms/form.ts";
import { formForYear } from "../../../server/src/forms/index.ts";
import { carryOver } from "../../../server/src/rules/previous-carry-over.ts";
import { copied } from "../../../server/src/rules/previous-copied.ts";
import { growth } from "../../../server/src/rules/previous-growth.ts";
import { inForce } from "../../../server/src/rules/previous-in-force.ts";
import type { Rule } from "../../../server/src/rules/rule.ts";
import { richFigures } from "../mutations/consistent.ts";
import type { Figures } from "../report/layouts.ts";
import { samples } from "../samples.ts";
import { type OfficeOptions, off, office, officeReport, type Told, textOf } from "../workspace/files.ts";
import { row } from "./report-text.ts";

const RULES: readonly Rule[] = [carryOver, inForce, growth, copied];
const COLUMNS = formForYear(2023).tables[1]?.rows[0]?.columns ?? [];
const DOCUMENTS = ["规章", "行政规范性文件"];

const carriedIn = (column: string): string => figureName("表三", "二", column);
const carriedOver = (column: string): string => figureName("表三", "四", column);
const inForceOf = (kind: string): string => figureName("表二", kind, "现行有效件数");

/** Last year's figures, and this year's that go on from them; not consistent otherwise. */
const before: Figures = { ...richFigures(formForYear(2022), 7), ...row("表三", "四", "1 2 3 4 5 6 21") };
const now: Figures = {
  ...richFigures(formForYear(2023), 8),
  ...Object.fromEntries(COLUMNS.map((column) => [carriedIn(column), before[carriedOver(column)] ?? ""])),
  ...Object.fromEntries(
    DOCUMENTS.flatMap((kind) => [
      [figureName("表二", kind, "本年制发件数"), "5"],
      [figureName("表二", kind, "本年废止件数"), "2"],
      [inForceOf(kind), String(Number(before[inForceOf(kind)]) + 3)],
    ]),
  ),
};

const told = (last: OfficeOptions, own: OfficeOptions): readonly Told[] =>
  office({ "2022.txt": officeReport({ year: 2022, ...last }), "2023.txt": officeReport(own) }).findings(
    "2023.txt",
    RULES,
  );

test("two years that agree are silent, in every layout", () => {
  for (const layout of ["tab", "pipe", "html", "flat"] as const) {
    expect(told({ cells: before }, { cells: now, layout })).toEqual([]);
    expect(told({ cells: before, layout }, { cells: now })).toEqual([]);
  }
});

describe("carry-over", () => {
  const one = (found: readonly Told[]): unknown =>
    found.map(({ rule, level, cell, expected, actual, others }) => ({
      rule,
      level,
      cell,
      expected,
      actual,
      others,
    }));

  describe.each(COLUMNS)("of column %s", (column) => {
    const last = Number(before[carriedOver(column)]);
    const finding = { rule: "previous/carry-over", level: "warning", cell: carriedIn(column) };

    test("broken in this year's report is found there", () => {
      const found = told({ cells: before }, { cells: off(now, carriedIn(column), 2) });
      expect(one(found)).toEqual([
        { ...finding, expected: `${last}`, actual: `${last + 2}`, others: [`2022.txt: ${last}`] },
      ]);
    });

    test("broken in last year's report is found in this year's", () => {
      const found = told({ cells: off(before, carriedOver(column), 4) }, { cells: now });
      expect(one(found)).toEqual([
        { ...finding, expected: `${last + 4}`, actual: `${last}`, others: [`2022.txt: ${last + 4}`] },
      ]);
    });

    test.each([
      ["blank", ""],
      ["no number", "若干"],
    ])("is not compared with a figure that is %s", (_, text) => {
      expect(told({ cells: { ...before, [carriedOver(column)]: text } }, { cells: now })).toEqual([]);
    });
  });

  test("is information where last year's own table says that this year's figure is right", () => {
    const last = richFigures(formForYear(2022), 7);
    const own = Object.fromEntries(
      COLUMNS.map((column) => [carriedIn(column), last[carriedOver(column)] ?? ""]),
    );
    const carried = (cells: Figures): readonly Told[] =>
      office({
        "2022.txt": officeReport({ year: 2022, cells }),
        "2023.txt": officeReport({ cells: own }),
      }).findings("2023.txt", [carryOver]);
    expect(carried(last)).toEqual([]);
    for (const column of COLUMNS) {
      const [finding, ...more] = carried(off(last, carriedOver(column), 1));
      expect([finding?.cell, more]).toEqual([carriedIn(column), []]);
      expect([finding?.level, finding?.expected, finding?.fixes]).toEqual([
        "information",
        undefined,
        undefined,
      ]);
      expect(finding?.message).toContain(`by last year's own table it should be ${own[carriedIn(column)]}`);
    }
    // Where it says nothing of the kind, last year's report may be right.
    const both = off(off(last, carriedOver("自然人"), 1), carriedOver("总计"), 1);
    expect(carried(both).map(({ level }) => level)).toContain("warning");
  });

  test("stands at the figure", () => {
    const held = office({
      "2022.txt": officeReport({ year: 2022, cells: before }),
      "2023.txt": officeReport({ cells: { ...now, ...row("表三", "二", "1 2 345 4 5 6 21") } }),
    });
    const [finding] = held.findings("2023.txt", RULES);
    expect(finding && textOf(held, "2023.txt", finding)).toBe("345");
    expect(finding?.message).toBe(
      "表三, column “科研机构”: 二、上年结转 says 345, last year's report carried over 3 (its 四)",
    );
  });

  test("of a column whose total is off by as much is told once", () => {
    const found = told({ cells: before }, { cells: { ...now, ...row("表三", "二", "1 2 9 4 5 6 27") } });
    expect(found.map(({ cell }) => cell)).toEqual([carriedIn("科研机构")]);
  });

  test("of figures in the wrong columns is told for each", () => {
    const found = told({ cells: before }, { cells: { ...now, ...row("表三", "二", "2 1 3 4 5 6 21") } });
    expect(found.map(({ cell }) => cell)).toEqual([carriedIn("自然人"), carriedIn("商业企业")]);
  });

  test("left blank is told where last year carried something over", () => {
    const blank = { cells: { ...now, ...row("表三", "二", "1 _ 3 4 5 6 21") } };
    expect(told({ cells: before }, blank).map(({ cell }) => cell)).toEqual([carriedIn("商业企业")]);
    const nothing = { ...before, ...row("表三", "四", "1 0 3 4 5 6 21") };
    expect(told({ cells: nothing }, blank)).toEqual([]);
  });

  test("can be written as last year had it where the table adds up with it, its total too", () => {
    const last = row("表三", "四", "3 0 0 0 0 0 3");
    const balanced = { ...row("表三", "一", "4 0 0 0 0 0 4"), ...row("表三", "三(一)", "7 0 0 0 0 0 7") };
    const own = {
      ...balanced,
      ...row("表三", "二", "2 0 0 0 0 0 2"),
      ...row("表三", "三(七)", "7 0 0 0 0 0 7"),
    };
    const [finding] = told({ cells: last }, { cells: own });
    expect(finding?.fixes?.map(({ safe, edits }) => [safe, edits.map(({ newText }) => newText)])).toEqual([
      [false, ["3", "3"]],
    ]);
    const held = { ...own, ...row("表三", "一", "5 0 0 0 0 0 5") };
    expect(told({ cells: last }, { cells: held })[0]?.fixes).toBeUndefined();
  });

  test("of a row with a figure too few is not told: its columns are not sure", () => {
    const text = officeReport({ cells: now }).replace("\t1\t2\t3\t4\t5\t6\t21", "\t1\t2\t3\t4\t5\t21");
    const files = { "2022.txt": officeReport({ year: 2022, cells: before }), "2023.txt": text };
    expect(office(files).findings("2023.txt", RULES)).toEqual([]);
  });

  test("goes over from the older format to the newer", () => {
    const last = { year: 2020, cells: row("表三", "四", "3 0 0 0 0 0 3") };
    const files = { "2020.txt": officeReport(last), "2021.txt": officeReport({ year: 2021 }) };
    expect(
      office(files)
        .findings("2021.txt", RULES)
        .map(({ cell }) => cell),
    ).toEqual([carriedIn("自然人")]);
  });
});

describe("what is in force", () => {
  describe.each(DOCUMENTS)("of %s", (kind) => {
    const last = Number(before[inForceOf(kind)]);

    test.each<[string, Figures, Figures]>([
      ["in force this year", before, off(now, inForceOf(kind), 1)],
      ["made", before, off(now, figureName("表二", kind, "本年制发件数"), -1)],
      ["repealed", before, off(now, figureName("表二", kind, "本年废止件数"), 1)],
      ["in force last year", off(before, inForceOf(kind), -1), now],
    ])("is to be checked where the number %s is changed", (_, cells, own) => {
      const found = told({ cells }, { cells: own });
      expect(found).toMatchObject([
        { rule: "previous/in-force", level: "information", cell: inForceOf(kind) },
      ]);
      expect(found[0]?.others).toEqual([`2022.txt: ${cells[inForceOf(kind)]}`]);
    });

    test("is not asked of a blank", () => {
      expect(told({ cells: { ...before, [inForceOf(kind)]: "/" } }, { cells: now })).toEqual([]);
      expect(told({ cells: before }, { cells: { ...now, [inForceOf(kind)]: "" } })).toEqual([]);
    });

    test("says what follows and can write it", () => {
      const [finding] = told({ cells: before }, { cells: off(now, inForceOf(kind), 1) });
      expect(finding?.message).toBe(
        `表二, row “${kind}”: check 现行有效件数. Last year's ${last}, with 5 made and 2 repealed, would be ${last + 3}; here it is ${last + 4}`,
      );
      expect(finding?.fixes).toMatchObject([{ safe: false, edits: [{ newText: `${last + 3}` }] }]);
    });
  });
});

describe("changes since last year, told in prose", () => {
  /** Last year 10 came in (8 of them by persons) and 9 were closed; this year 15, 12 and 16. */
  const last = {
    ...row("表三", "一", "8 2 0 0 0 0 10"),
    ...row("表三", "三(七)", "7 2 0 0 0 0 9"),
    ...row("表三", "四", "1 0 0 0 0 0 1"),
  };
  const own = {
    ...row("表三", "一", "12 3 0 0 0 0 15"),
    ...row("表三", "二", "1 0 0 0 0 0 1"),
    ...row("表三", "三(七)", "13 3 0 0 0 0 16"),
  };
  const changes = (sentence: string): readonly Told[] =>
    told({ cells: last }, { cells: own, prose: { 一: sentence } }).filter(
      ({ rule }) => rule === "previous/growth",
    );

  test.each([
    ["2023年共收到政府信息公开申请15件，同比增长50%。"],
    ["2023年共收到政府信息公开申请15件，较上年增加5件，增长50%。"],
    ["2023年共收到政府信息公开申请15件，与2022年相比增长50.0%。"],
    ["2023年共收到政府信息公开申请16件，同比增长60%。"],
    ["2023年共办结政府信息公开申请16件，同比增长77.8%。"],
    ["2023年共办结政府信息公开申请16件，同比增长77.7%。"],
    ["2023年共办结政府信息公开申请16件，同比增长78%。"],
    ["2023年共收到政府信息公开申请15件（含信函2件），同比增长50%。"],
    ["2023年共收到政府信息公开申请15件，其中自然人12件，同比增长50%。"],
    ["上年结转政府信息公开申请1件。"],
    ["2023年新收政府信息公开申请15件，办结16件，同比分别增长50%、77.8%。"],
    ["2023年新收政府信息公开申请15件，办结16件，较上年分别增加5件和7件。"],
    ["2023年共收到政府信息公开申请15件，较上年的10件增加5件。"],
    ["2023年共收到政府信息公开申请15件，较2022年10件有所增加。"],
  ])("agree: %s", (sentence) => {
    expect(changes(sentence)).toEqual([]);
  });

  test.each([
    [
      "2023年共收到政府信息公开申请15件，同比增长⟦70.3⟧%。",
      "The text says +70.3%; from 10 in last year's report to 15 it is +50%",
      ["50.0"],
    ],
    [
      "2023年共收到政府信息公开申请15件，同比下降⟦50⟧%。",
      "The text says −50%; from 10 in last year's report to 15 it is +50%",
      [],
    ],
    [
      "2023年共收到政府信息公开申请15件，较上年增加⟦6⟧件，增长⟦60⟧%。",
      "The text says +6; from 10 in last year's report to 15 it is +5",
      ["5"],
    ],
    [
      "2023年共收到政府信息公开申请15件，与上年⟦持平⟧。",
      "The text says as many as last year; last year's report has 10, this one 15",
      [],
    ],
    [
      "2023年共收到政府信息公开申请15件，其中自然人12件，同比增长⟦33⟧%。",
      "The text says +33%; from 8 in last year's report to 12 it is +50%",
      ["50"],
    ],
    [
      "2023年共收到政府信息公开申请１５件，同比增长⟦７０⟧％。",
      "The text says +70%; from 10 in last year's report to 15 it is +50%",
      ["５０"],
    ],
    [
      "2023年新收政府信息公开申请15件，办结16件，同比分别增长50%、⟦70.3⟧%。",
      "The text says +70.3%; from 9 in last year's report to 16 it is +77.8%",
      ["77.8"],
    ],
    [
      "2023年共收到政府信息公开申请15件，较上年的⟦11⟧件增加5件。",
      "The text says 11 of last year; last year's report has 10",
      ["10"],
    ],
    [
      "2023年共收到政府信息公开申请15件，较上年⟦１２⟧件明显增加。",
      "The text says 12 of last year; last year's report has 10",
      ["１０"],
    ],
  ])("differ: %s", (marked, message, fixes) => {
    const sentence = marked.replace(/[⟦⟧]/g, "");
    const found = changes(sentence);
    expect(found[0]).toMatchObject({ level: "warning", message });
    expect(found[0]?.fixes?.map(({ edits, safe }) => [safe, edits[0]?.newText]) ?? []).toEqual(
      fixes.map((text) => [false, text]),
    );
    const held = office({
      "2022.txt": officeReport({ year: 2022, cells: last }),
      "2023.txt": officeReport({ cells: own, prose: { 一: sentence } }),
    });
    const stood = held.findings("2023.txt", [growth]).map((finding) => textOf(held, "2023.txt", finding));
    expect(stood).toEqual([...marked.matchAll(/⟦(.*?)⟧/g)].map(([, text]) => text));
    expect(found[0]?.others[0]).toMatch(/^2022\.txt: (?:10|9|8)$/);
  });

  test.each([
    ["not exact", "2023年共收到政府信息公开申请15件，同比增长约70%。"],
    ["of another thing", "2023年共收到政府信息公开申请15件，答复率同比增长70%。"],
    ["behind another count", "2023年共收到政府信息公开申请15件，主动公开信息500条，同比增长70%。"],
    ["in points", "2023年共收到政府信息公开申请15件，同比增长70个百分点。"],
    [
      "of more counts than are told",
      "2023年新收政府信息公开申请15件，办结16件，主动公开12件，同比分别增长70%、70%。",
    ],
    ["of fewer counts than are told", "2023年新收政府信息公开申请15件，办结16件，同比分别增长70%、70%、7%。"],
    ["beside another thing of last year", "2023年共收到政府信息公开申请15件，较上年12件补正的多。"],
    ["against another year", "2023年共收到政府信息公开申请15件，较2021年增长70%。"],
    ["of a count that the table does not confirm", "2023年共收到政府信息公开申请14件，同比增长70%。"],
    ["in the next sentence", "2023年共收到政府信息公开申请15件。同比增长70%。"],
  ])("are left alone: %s", (_, sentence) => {
    expect(changes(sentence)).toEqual([]);
  });

  test("are left alone where last year's figure is not known", () => {
    const prose = { 一: "2023年共收到政府信息公开申请15件，同比增长70%。" };
    const blank = { ...last, "表三/一/总计": "" };
    expect(
      told({ cells: blank }, { cells: own, prose }).filter(({ rule }) => rule === "previous/growth"),
    ).toEqual([]);
    expect(
      office({ "2023.txt": officeReport({ cells: own, prose }) }).findings("2023.txt", [growth]),
    ).toEqual([]);
  });
});

describe("copied paragraphs", () => {
  const paragraph = (year: number): string =>
    `（三）政府信息管理。${year}年，我街道坚持把政府信息公开和街道办事处的各项工作联系起来，自觉接受广大群众监督，组织开展信息公开工作会议，对相关人员进行业务技能学习培训。`;
  const problems =
    "存在主要问题：一是部分公开的信息收集不够全面，信息公开的广度和深度还有待加强。二是专业型人才紧缺，业务培训不够经常。";

  test.each([
    ["一", paragraph(2022), paragraph(2023)],
    ["五", problems, problems],
    ["五", problems, problems.replaceAll("，", ",").replaceAll("：", " : ")],
    ["一", paragraph(2022).replaceAll("2022", "二〇二二"), paragraph(2023)],
  ])("of section %s are found but for the year, spaces and punctuation", (section, last, own) => {
    const held = office({
      "2022.txt": officeReport({ year: 2022, prose: { [section]: last } }),
      "2023.txt": officeReport({ prose: { [section]: own } }),
    });
    const found = held.findings("2023.txt", RULES);
    expect(found).toMatchObject([
      { rule: "previous/copied", level: "information", others: [`2022.txt: ${last}`] },
    ]);
    expect(found[0] && textOf(held, "2023.txt", found[0])).toBe(own);
    expect(found[0]?.message).toMatch(
      new RegExp(`^Section ${section}: 1 of \\d paragraphs, \\d+% of its text`),
    );
  });

  test.each([
    ["another number", problems.replace("二是", "三是")],
    ["another word", problems.replace("紧缺", "不足")],
    ["more", `${problems}三是平台更新不及时。`],
  ])("are none with %s", (_, own) => {
    expect(told({ prose: { 五: problems } }, { prose: { 五: own } })).toEqual([]);
  });

  test.each([
    [
      "the period",
      "本报告中所列数据的统计期限为2023年1月1日至2023年12月31日，报告由总体情况等六个部分组成，供公众监督。",
    ],
    [
      "nothing to report",
      "2023年，我街道未收到有关政府信息公开的申请，全年未发生因政府信息公开工作引起的行政复议和行政诉讼案件。",
    ],
    [
      "the address",
      "如对本报告有疑问，请与我街道党政办公室联系，联系电话：0379-1234567，邮政编码：471000，地址：中州路一号院二楼。",
    ],
    [
      "the preamble",
      "根据《中华人民共和国政府信息公开条例》有关规定和上级要求，结合我街道2023年工作实际，编制并公布本年度报告。",
    ],
    ["something short", "坚持应公开尽公开。"],
  ])("are none where they only say %s", (_, text) => {
    expect(told({ prose: { 一: text.replaceAll("2023", "2022") } }, { prose: { 一: text } })).toEqual([]);
  });

  test("are none in another section or another year's own words", () => {
    expect(told({ prose: { 五: problems } }, { prose: { 一: problems } })).toEqual([]);
    expect(told({ prose: { 六: problems } }, { prose: { 六: problems } })).toEqual([]);
  });

  test("are none below a tenth of the section", () => {
    const others = Array.from(
      { length: 20 },
      (_, i) => `${problems.replace("二是", `${i}是`)}今年第${i}项。`,
    );
    const prose = { 五: [problems, ...others].join("\n\n") };
    expect(told({ prose: { 五: problems } }, { prose })).toEqual([]);
  });

  test("are found where lines are broken within them", () => {
    const broken = `${problems.slice(0, 30)}\n${problems.slice(30)}`;
    expect(told({ prose: { 五: problems } }, { prose: { 五: broken } })).toHaveLength(1);
  });
});

test("the real reports, all in one folder, are of different agencies and silent", () => {
  const files = Object.fromEntries(samples().map(({ name, text }) => [name, text]));
  const held = office(files);
  for (const name of Object.keys(files)) expect(held.findings(name, RULES)).toEqual([]);
});

test("a real report copied to the next year is found out", () => {
  for (const { text } of samples()) {
    if (!/年政府信息公开/.test(text.slice(0, 300))) continue;
    const year = /(\d{4}) ?年政府信息公开/.exec(text)?.[1] ?? "";
    const next = text.replaceAll(year, String(Number(year) + 1));
    const found = office({ "a.md": text, "b.md": next }).findings("b.md", [copied]);
    expect(found.length).toBeGreaterThan(0);
  }
});

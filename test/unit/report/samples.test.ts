import { describe, expect, test } from "vitest";
import { spanOf } from "../../../server/src/document/block.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Section } from "../../../server/src/report/report.ts";
import { samples } from "../samples.ts";
import { misplaced, outlineOf, reportIn, valuesIn, zerosBut } from "./reading.ts";
import { sampleFigures } from "./sample-figures.ts";

interface Expected {
  readonly title?: string;
  readonly agency: string;
  readonly year: number;
  readonly layout: string;
  readonly parts: readonly string[];
  readonly last?: readonly string[];
  /** 四 as the sample spells it. */
  readonly fourth?: string;
}

const PARTS = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];
const numbered = (words: readonly string[], [open, close]: readonly [string, string]): string[] =>
  words.map((word, index) => `${open}${"一二三四五"[index]}${close}${word}`);

const EXPECTED: Readonly<Record<string, Expected>> = {
  "000": {
    title: "老城区西关街道办事处 2023 年政府信息公开工作 年度报告",
    agency: "老城区西关街道办事处",
    year: 2023,
    layout: "tab",
    parts: numbered(PARTS, ["（", "）"]),
  },
  "001": {
    agency: "南星街道",
    year: 2023,
    layout: "flat",
    parts: numbered(PARTS, ["(", ")"]),
    fourth: "四、 政府信息公开行政复议、行政诉讼情况",
  },
  "002": {
    title: "西工区社区治理和服务创新办公室2021年政府信息公开工作年度报告",
    agency: "西工区社区治理和服务创新办公室",
    year: 2021,
    layout: "tab",
    parts: numbered(["加强组织领导", "积极回应关切", "主动公开信息"], ["(", ") "]),
  },
  "003": {
    title: "偃师区信访局 2023 年政府信息公开工作年度报告",
    agency: "偃师区信访局",
    year: 2023,
    layout: "tab",
    parts: numbered(
      ["主动公开情况", "政府信息依申请公开办理情况", "政府信息管理情况", "政府信息公开平台建设情况"],
      ["（", "）"],
    ),
  },
  "004": {
    title: "老城区人民政府办公室2022年政府信息公开工作年度报告",
    agency: "老城区人民政府办公室",
    year: 2022,
    layout: "tab",
    parts: numbered(PARTS, ["（", "）、"]),
    last: ["(一) 存在问题", "(二) 改进措施"],
  },
};

function outline({ parts, last = [], fourth = "四、政府信息公开行政复议、行政诉讼情况" }: Expected): string {
  return [
    "[一] 一、总体情况",
    ...parts.map((part) => `  ${part}`),
    "[二] 二、主动公开政府信息情况",
    "[三] 三、收到和处理政府信息公开申请情况",
    `[四] ${fourth}`,
    "[五] 五、存在的主要问题及改进情况",
    ...last.map((part) => `  ${part}`),
    "[六] 六、其他需要报告的事项",
  ].join("\n");
}

const cases = samples().flatMap(({ name, text }) => {
  const id = name.slice(0, 3);
  const expected = EXPECTED[id];
  if (expected === undefined) throw new Error(name);
  return (["plaintext", "markdown"] as const).map((language) => ({ id, language, text, expected }));
});

describe.each(cases)("sample $id as $language", ({ id, language, text, expected }) => {
  const report = reportIn(text, language);
  const wanted = zerosBut(form2021, sampleFigures[id] ?? {});

  test("every figure of the form is read with its value, but for those that the source lacks", () => {
    const missing = new Set(report.tables.flatMap((table) => table.missing));
    expect(missing.size).toBe(id === "004" ? 21 : 0);
    expect(Object.keys(wanted)).toHaveLength(200);
    expect(valuesIn(report)).toEqual(
      Object.fromEntries(Object.entries(wanted).filter(([name]) => !missing.has(name))),
    );
  });

  test("every figure stands where its place says, and no two at one place", () => {
    expect(misplaced(parseText(text, language))).toEqual([]);
  });

  test("figures follow one another in the source as in the form", () => {
    const starts = [...report.figures.values()].map(({ place }) => spanOf(report.document, place).start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test("title, agency and year are read", () => {
    const { title, agency, year, yearPlace } = report;
    expect({ title: title?.text, agency, year }).toEqual({
      title: expected.title,
      agency: expected.agency,
      year: expected.year,
    });
    expect(yearPlace?.block.text.slice(yearPlace.start, yearPlace.end)).toBe(String(expected.year));
    if (title !== undefined)
      expect(title.place.block.text.slice(title.place.start, title.place.end)).toBe(title.text);
  });

  test("it is a whole report of form 2021 with three tables of one layout", () => {
    expect({
      ...report,
      tables: report.tables.map(({ id: table, layout }) => [table, layout]),
    }).toMatchObject({
      isReport: true,
      isWhole: true,
      form: { id: "2021" },
      tables: ["表二", "表三", "表四"].map((table) => [table, expected.layout]),
      otherGrids: [],
    });
  });

  test("the sections are found by their numbering, whatever their number of #", () => {
    expect(outlineOf(report)).toBe(outline(expected));
  });

  test("headings stand where their places say, each before the end of its section", () => {
    const visit = ({ title, place, last, children }: Section): void => {
      expect(place.block.text.slice(place.start, place.end)).toBe(title);
      expect(spanOf(report.document, last).end).toBeGreaterThanOrEqual(spanOf(report.document, place).end);
      for (const child of children) visit(child);
    };
    for (const section of report.sections) visit(section);
  });
});

test("the rows of 004 that lack a figure keep its first and its last, and nothing is sure between", () => {
  const text = samples().find(({ name }) => name.startsWith("004"))?.text ?? "";
  const table = reportIn(text).tables.find(({ id }) => id === "表三");
  const short = table?.rows.filter(({ found, expected }) => found.length < expected) ?? [];
  expect(short).toHaveLength(21);
  for (const { found, figures, key } of short) {
    expect(found).toHaveLength(6);
    expect(figures[0]).toMatchObject({ column: "自然人", place: found[0]?.place });
    expect(figures.at(-1)).toMatchObject({ column: "总计", place: found[5]?.place });
    const sure = figures.filter(({ name }) => !table?.uncertain.has(name)).map(({ column }) => column);
    expect(sure, key).toEqual(["自然人", "总计"]);
  }
});

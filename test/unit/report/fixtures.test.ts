import { describe, expect, test } from "vitest";
import { form2019 } from "../../../server/src/forms/2019.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { findings } from "../rules/checking.ts";
import { row } from "../rules/report-text.ts";
import { fixture, languageOf } from "./fixtures.ts";
import { misplaced, outlineOf, valuesIn, zerosBut } from "./reading.ts";

const issued = {
  "表二/行政规范性文件/本年制发件数": "3",
  "表二/行政规范性文件/本年废止件数": "1",
  "表二/行政规范性文件/现行有效件数": "12",
};
const busyRows = {
  ...row("表三", "一", "21 3 0 0 0 0 24"),
  ...row("表三", "二", "2 0 0 0 0 0 2"),
  ...row("表三", "三(一)", "9 3 0 0 0 0 12"),
  ...row("表三", "三(二)", "1 0 0 0 0 0 1"),
  ...row("表三", "三(三)5", "2 0 0 0 0 0 2"),
  ...row("表三", "三(四)1", "6 0 0 0 0 0 6"),
  ...row("表三", "三(四)2", "1 0 0 0 0 0 1"),
  ...row("表三", "三(五)1", "1 0 0 0 0 0 1"),
  ...row("表三", "三(七)", "21 3 0 0 0 0 24"),
  ...row("表三", "四", "2 0 0 0 0 0 2"),
  ...row("表四", "行政复议", "2 0 1 0 3"),
  ...row("表四", "未经复议直接起诉", "1 0 0 1 2"),
  ...row("表四", "复议后起诉", "0 1 0 0 1"),
};
const busy2021 = zerosBut(form2021, { ...issued, ...busyRows, ...row("表三", "三(六)1", "1 0 0 0 0 0 1") });
const whole = zerosBut(form2021, {
  ...busy2021,
  "表二/行政许可/本年处理决定数量": "1345",
  "表二/行政处罚/本年处理决定数量": "87",
  "表二/行政强制/本年处理决定数量": "6",
  "表二/行政事业性收费/本年收费金额": "12.5",
});
const small = zerosBut(form2021, {
  ...issued,
  ...row("表三", "一", "5 1 0 0 0 0 6"),
  ...row("表三", "三(一)", "4 1 0 0 0 0 5"),
  ...row("表三", "三(五)2", "1 0 0 0 0 0 1"),
  ...row("表三", "三(七)", "5 1 0 0 0 0 6"),
});
/** Of a page whose cells are so narrow that labels and heads are broken anywhere. */
const narrow = zerosBut(form2021, {
  ...row("表三", "一", "8 2 0 1 0 0 11"),
  ...row("表三", "二", "1 0 0 0 0 0 1"),
  ...row("表三", "三(一)", "5 1 0 1 0 0 7"),
  ...row("表三", "三(三)8", "2 0 0 0 0 0 2"),
  ...row("表三", "三(四)1", "1 1 0 0 0 0 2"),
  ...row("表三", "三(七)", "8 2 0 1 0 0 11"),
  ...row("表三", "四", "1 0 0 0 0 0 1"),
});
const old = zerosBut(form2019, {
  ...busyRows,
  "表三/三(六)/自然人": "1",
  "表三/三(六)/总计": "1",
  "表二/规范性文件/本年新制作数量": "4",
  "表二/规范性文件/本年新公开数量": "4",
  "表二/规范性文件/对外公开总数量": "31",
  "表二/行政许可/上一年项目数量": "52",
  "表二/行政许可/本年增/减": "14",
  "表二/行政许可/处理决定数量": "1345",
  "表二/其他对外管理服务事项/上一年项目数量": "33",
  "表二/其他对外管理服务事项/本年增/减": "-2",
  "表二/其他对外管理服务事项/处理决定数量": "208",
  "表二/行政处罚/上一年项目数量": "87",
  "表二/行政处罚/处理决定数量": "96",
  "表二/行政强制/上一年项目数量": "6",
  "表二/行政强制/处理决定数量": "3",
  "表二/行政事业性收费/上一年项目数量": "4",
  "表二/行政事业性收费/本年增/减": "-1",
  "表二/政府集中采购/采购项目数量": "17",
  "表二/政府集中采购/采购总金额": "251000",
});

interface Expected {
  readonly agency: string;
  readonly year: number;
  readonly figures: Readonly<Record<string, string>>;
}

const bureau: Expected = { agency: "青川县自然资源局", year: 2023, figures: whole };
const civil: Expected = { agency: "利川市民政局", year: 2020, figures: old };
const volume: readonly Expected[] = [
  { agency: "利州区人民政府办公室", year: 2023, figures: busy2021 },
  { agency: "利州区教育局", year: 2023, figures: small },
  { agency: "利州区东坝街道办事处", year: 2023, figures: zerosBut(form2021, issued) },
];

const FILES: Readonly<Record<string, readonly Expected[]>> = {
  "pdf-layout.txt": [bureau],
  "pdf-text.txt": [{ agency: "示例区统计局", year: 2023, figures: narrow }],
  "scattered.md": [bureau],
  "word-filtered.html": [bureau],
  "web-page.html": [bureau],
  "form-2019-tab.txt": [civil],
  "form-2019-pipe.md": [civil],
  "form-2019-html.md": [civil],
  "volume.txt": volume,
  "volume.md": volume,
};

const cases = Object.entries(FILES).flatMap(([name, expected]) => {
  const language = languageOf(name);
  const languages = language === "html" ? [language] : (["plaintext", "markdown"] as const);
  return languages.map((one) => ({ name, language: one, expected }));
});

describe.each(cases)("$name as $language", ({ name, language, expected }) => {
  const text = fixture(name);
  const parsed = parseText(text, language);

  test("each report has its agency, year and figures", () => {
    const read = parsed.reports.map((report) => ({
      agency: report.agency,
      year: report.year,
      figures: valuesIn(report),
      missing: report.tables.flatMap(({ missing }) => missing),
    }));
    expect(read).toEqual(expected.map((one) => ({ ...one, missing: [] })));
  });

  test("figures stand where their places say", () => {
    expect(misplaced(parsed)).toEqual([]);
  });

  test("the outline holds the six sections at its top, and no row of a table", () => {
    for (const report of parsed.reports) {
      expect(report.sections.map(({ key }) => key)).toEqual(["一", "二", "三", "四", "五", "六"]);
      expect(outlineOf(report)).not.toMatch(/公开申请$|予以公开|不予|无法提供|其他处理|复议后|结转/m);
    }
  });

  test("nothing is found", () => {
    // The prose of these files is cut short, which is told as information.
    const found = findings(text, rules, language).filter(
      ({ level }) => level === "error" || level === "warning",
    );
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

test("no fix writes over the tags that part a number's digits", () => {
  const text = fixture("word-filtered.html").replace(/serif'>24<\/span>/, "serif'>2</span><span>5</span>");
  const found = findings(text, rules, "html").filter(({ rule }) => rule === "table3/row-total");
  expect(found.map(({ expected, actual }) => [expected, actual])).toEqual([["24", "25"]]);
  expect(found.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
});

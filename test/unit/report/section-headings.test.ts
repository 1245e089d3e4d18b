import { describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { spanOf } from "../../../server/src/document/block.ts";
import { sections } from "../../../server/src/forms/common.ts";
import { undress } from "../../../server/src/report/undress.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { findings } from "../rules/checking.ts";
import { reportText } from "../rules/report-text.ts";
import { reportIn } from "./reading.ts";

const HEADING = /^(?:## )?([一二三四五六])、(?!本年|上年|结转)([^\t\n]*)$/gm;

/** A report whose headings are all written in another way: $1 is the number, $2 the title, $3 the number as a digit. */
function written(way: string, language: Language): string {
  return reportText({ language: "markdown" }).replace(HEADING, (_, number, title) =>
    (language === "markdown" ? way : way.replace(/^## /, ""))
      .replace("$1", number)
      .replace("$2", title)
      .replace("$3", String("一二三四五六".indexOf(number) + 1)),
  );
}

describe.each<[way: string, title: string, language?: Language]>([
  ["##$1、$2", "$1、$2"],
  ["##$1、$2##", "$1、$2"],
  ["## $1、$2 ##", "$1、$2"],
  ["- ## $1、$2", "$1、$2"],
  ["1. ## $2", "$2"],
  ["- $1、$2", "$1、$2"],
  ['## <span id="_Toc1"></span>$1、$2', "$1、$2"],
  ['<a name="_Toc4"></a>$1、$2', "$1、$2"],
  ["## []{#_Toc123456 .anchor}$1、$2", "$1、$2"],
  ["## [**$1、$2**]{.underline}", "$1、$2"],
  ["## $1、$2 {#sec .unnumbered}", "$1、$2"],
  ["## $1、$2 {-}", "$1、$2"],
  ["## $1、$2[](#sec)", "$1、$2"],
  ["## $1、$2[^1]", "$1、$2"],
  ["## $1、$2 <!-- 已审 -->", "$1、$2"],
  ["## &nbsp;$1、$2&nbsp;", "$1、$2"],
  ["## ***$1、$2***", "$1、$2"],
  ["_$1、$2_", "$1、$2"],
  ["`$1、$2`", "$1、$2"],
  ['<h2 align="center">$1、$2</h2>', "$1、$2"],
  ["<p><strong>$1、$2</strong></p>", "$1、$2"],
  ["$1､$2", "$1､$2"],
  ["第$1部分　$2", "第$1部分　$2", "plaintext"],
  ["## 第$1章 $2", "第$1章 $2"],
  ["$3.$2", "$3.$2", "plaintext"],
  ["$3. $2", "$3. $2"],
  ["1. $2", "1. $2"],
  ["$3、$2：", "$3、$2"],
  ["## $3. $2", "$3. $2"],
  ["（$1）$2", "（$1）$2"],
  ["## （$1）$2", "（$1）$2"],
])("a report with headings as %s", (way, title, language = "markdown") => {
  const text = written(way, language);
  const report = reportIn(text, language);

  test("has its six sections and nothing is said of them", () => {
    expect(report.sections.map(({ key }) => key)).toEqual(sections.map(({ number }) => number));
    const said = findings(text, rules, language).map(({ rule, level }) => `${level} ${rule}`);
    expect(said).toEqual(way.startsWith("##$") ? ["information section/unspaced"] : []);
  });

  test("has its titles without the dress, and where their words stand", () => {
    const wanted = sections.map(({ number, title: words }, index) =>
      title
        .replace("$1", number)
        .replace("$2", words)
        .replace("$3", String(index + 1)),
    );
    expect(report.sections.map((one) => one.title)).toEqual(wanted);
    expect(
      report.sections.map(({ place }) => {
        const { start, end } = spanOf(report.document, place);
        return text.slice(start, end);
      }),
    ).toEqual(wanted);
  });
});

const part = (lines: string): string => reportText().replace("存在“重", `${lines}\n\n存在“重`);

test.each([
  ["a list in a section", part("1. 总体情况\n\n略\n\n2. 其他需要报告的事项")],
  ["parts of a section", part("（一）总体情况\n\n略\n\n（六）其他需要报告的事项\n\n略")],
  ["parts of a section with #", part("### （一）总体情况\n\n略\n\n### （六）其他需要报告的事项\n\n略")],
  [
    "a table of contents",
    reportText().replace(
      "\n\n",
      `\n\n${sections.map(({ title }, index) => `${index + 1}. ${title}`).join("\n")}\n\n`,
    ),
  ],
])("%s is no section", (_, text) => {
  const report = reportIn(text);
  expect(report.sections.flatMap(({ key = [] }) => key)).toEqual(sections.map(({ number }) => number));
  expect(findings(text, rules)).toEqual([]);
});

test.each(["一、工作概况", "六、其他需要报告的事项"])("1. 总体情况 below %s is no section", (heading) => {
  const text = reportText()
    .replace("一、总体情况", "一、工作概况")
    .replace(heading, `${heading}\n\n1. 总体情况\n\n略`);
  const [first] = reportIn(text).sections;
  expect([first?.title, first?.key]).toEqual(["一、工作概况", undefined]);
  expect(findings(text, rules).map(({ message }) => message)).toEqual([
    "The form calls this section “一、总体情况”",
  ]);
});

test.each([
  ["alone", "## 五、存在的主要问题及改进情况", "5. 存在的主要问题及改进情况"],
  ["at the head of its text", "## 六、其他需要报告的事项\n\n", "六、其他需要报告的事项："],
  ["before its first part", "## 一、总体情况\n\n", "一、总体情况。"],
])("one heading in another dress is its section: %s", (_, from, to) => {
  const text = reportText({ language: "markdown" }).replace(from, to);
  expect(text).toContain(to);
  const report = reportIn(text, "markdown");
  expect(report.sections.map(({ key }) => key)).toEqual(sections.map(({ number }) => number));
  expect(findings(text, rules, "markdown")).toEqual([]);
});

test.each([
  ["plain", "一、总体情况", "[一、总体情况]"],
  ["parted by emphasis", "  **一、**总体<b>情况</b> ", "[一、][总体][情况]"],
  ["an escaped mark", "1\\. 总体情况", "[1][. 总体情况]"],
  ["marks within a Latin word", "a_b_c", "[a_b_c]"],
  ["a comparison", "3<5，5>3", "[3<5，5>3]"],
  ["a link with words", "[见附件](a.md)", "[[见附件](a.md)]"],
  ["blanks only", "  ** ** ", "[]"],
  ["nothing", "", "[]"],
])("undressed: %s", (_, source, wanted) => {
  const { text, pieces } = undress(source);
  expect(pieces.map(({ start, end }) => `[${source.slice(start, end)}]`).join("")).toBe(wanted);
  expect(pieces.map(({ start, end }) => source.slice(start, end)).join("")).toBe(text);
});

import * as l10n from "@vscode/l10n";
import { spanOf } from "../document/block.ts";
import type { SectionForm, TableForm } from "../forms/form.ts";
import type { Report, Section } from "../report/report.ts";
import { statutoryTable } from "../tables/write/statutory.ts";
import { writeTable } from "../tables/write/write-table.ts";
import { lineBreakOf } from "../text/line-break.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { statutorySectionsOf } from "./statutory-sections.ts";
import { headOf, tableFormOf } from "./support.ts";

/** Statutory tables that a report lacks. */
export const missingTable: Rule = {
  code: "table/missing",
  severity: "error",
  title: { en: "A statutory table is missing", zh: "缺少法定表格" },
  documentation: {
    en: `The report must have the three tables of the form: 表二 in section 二, 表三 in section 三, 表四 in section 四.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) makes the tables part of the form. They must be there also where every figure is 0.

**How they are found.** By the labels of their rows, in a markdown or HTML table, between tabs or spaces, or one cell a line. A table that is a picture cannot be read: where the section holds a picture, the finding is information only.

**Example.** Section 四 says 本年度未发生行政复议、行政诉讼 and has no table.

**What to do.** Add the table of the form. A quick fix inserts it below the section's heading, with 0 in every cell: put in the actual figures.`,
    zh: `报告应有规定的三张表：第二部分的表二、第三部分的表三、第四部分的表四。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）所附格式包括这三张表，全部数字为 0 时也应保留。

**识别办法** 按行标题识别，可以是 markdown 或 HTML 表格，也可以用制表符、空格分隔，或者一格一行。图片形式的表格无法读取：这一部分中有图片的，只作信息提示。

**示例** 第四部分只写“本年度未发生行政复议、行政诉讼”，没有表格。

**处理办法** 补上规定的表格。快速修复会在这一部分的标题之下插入各格填 0 的表格，请改为实际数字。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isWhole) return;
    const { present } = statutorySectionsOf(report);
    for (const sectionForm of report.form.sections) {
      const id = sectionForm.table;
      if (id === undefined || report.tables.some((table) => table.id === id)) continue;
      const section = present.find(({ form }) => form === sectionForm)?.section;
      const place = section?.place ?? headOf(report);
      if (place === undefined) continue;
      const isPictured = section !== undefined && hasPicture(report, section);
      yield {
        place,
        message: messageOf(sectionForm, isPictured),
        ...(isPictured && { severity: "information" as const }),
        ...(section !== undefined && !isPictured && withFix(report, section, tableFormOf(report, id))),
      };
    }
  },
};

function messageOf({ table = "表二", title }: SectionForm, isPictured: boolean): string {
  return isPictured
    ? l10n.t("{0} (“{1}”) is not there as text; a picture cannot be checked", table, title)
    : l10n.t("{0} (“{1}”) is missing; it must be there also where all is 0", table, title);
}

const PICTURE = /!\[|<img/i;

/** Whether a picture stands between a section's heading and the next. */
function hasPicture(report: Report, section: Section): boolean {
  const { document } = report;
  const from = spanOf(document, section.line).end;
  const starts = statutorySectionsOf(report).present.map((one) => spanOf(document, one.section.line).start);
  const last = report.blocks.at(-1);
  const end = last === undefined ? from : document.offsetOf(last) + last.text.length;
  const to = Math.min(end, ...starts.filter((start) => start > from));
  return PICTURE.test(document.text.slice(from, to));
}

function withFix(report: Report, section: Section, form: TableForm): Pick<Finding, "fixes"> {
  const { document } = report;
  // In a web page the heading is a tag of the page's own making.
  if (document.language === "html") return {};
  const lineBreak = lineBreakOf(document.text);
  const data = statutoryTable(form, { figure: () => "0", wording: (text) => text });
  const layout = document.language === "markdown" ? "pipe" : "tab";
  const table = writeTable(data, layout, { lineBreak, ambiguousWidth: 2 });
  if (table === undefined) return {};
  const { block, end } = section.line;
  // Prose in the line below the heading must not become part of the table.
  const follows = block.text.slice(end).trim() === "" ? "" : lineBreak;
  const newText = lineBreak + lineBreak + table + follows;
  const fix: Fix = {
    title: l10n.t("Insert {0} with 0 in every cell (put in the actual figures)", form.id),
    safe: false,
    draft: true,
    edits: [{ place: { block, start: end, end }, newText }],
  };
  return { fixes: [fix] };
}

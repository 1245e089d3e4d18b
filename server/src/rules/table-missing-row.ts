import * as l10n from "@vscode/l10n";
import { rowLabel } from "./relations/labels.ts";
import type { Finding, Rule } from "./rule.ts";
import { rowsInWords, tableFormOf } from "./support.ts";

/** Rows of the form that a statutory table lacks: one finding a table. */
export const missingRow: Rule = {
  code: "table/missing-row",
  severity: "error",
  title: {
    en: "A statutory table lacks rows of the form",
    zh: "法定表格缺少规定的行",
  },
  documentation: {
    en: `Every row of the form must stand in the table, also where all its figures are 0.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) prescribes the tables row by row, so that reports can be added up row by row. Rows are recognised by what their labels say; spacing, punctuation and small differences of wording do not matter. 表四 counts as three rows: 行政复议 and the two kinds of 行政诉讼.

**Example.** In 表三 the row 8.属于行政查询事项 below （三）不予公开 is not there: the finding names it as 三（三）8.

**What to do.** Put the row back where the form has it and fill in its figures, 0 where there is nothing. If the row is there and its label says something else, use the words of the form.`,
    zh: `法定表格必须保留规定的每一行，全部为 0 的行也不能省略。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）逐行规定了表格内容，各地各部门的报告据此逐行汇总。行是按行标题的文字识别的，空格、标点和个别文字的差异没有影响。表四视为三行：行政复议和两类行政诉讼。

**示例** 表三“（三）不予公开”之下缺少“8.属于行政查询事项”一行，提示中写作“三（三）8”。

**处理办法** 在规定的位置补上这一行并填写数字，没有的填 0。如果这一行已在表中，只是标题写成了别的文字，请改用规定的标题。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const table of report.tables) {
      const form = tableFormOf(report, table.id);
      const present = new Set(table.rows.map(({ key }) => key));
      const missing = form.rows.map(({ key }) => key).filter((key) => !present.has(key));
      if (missing.length === 0) continue;
      const [only] = missing;
      yield {
        place: table.first,
        message:
          missing.length === 1 && only !== undefined
            ? l10n.t("{0}: row “{1}” is missing", table.id, rowLabel(form, only))
            : l10n.t(
                "{0}: {1} rows are missing: {2}",
                table.id,
                missing.length,
                rowsInWords(form, new Set(missing)),
              ),
      };
    }
  },
};

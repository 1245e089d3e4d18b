import * as l10n from "@vscode/l10n";
import type { FigureRow, StatutoryTable } from "../report/report.ts";
import { countFinding } from "./row-counts.ts";
import type { Finding, Rule } from "./rule.ts";
import { placeOfRow, tableFormOf } from "./support.ts";

/** Rows with fewer figures than the form wants: one finding a table. */
export const missingFigure: Rule = {
  code: "table/missing-figure",
  severity: "warning",
  title: {
    en: "Rows of a statutory table have too few figures",
    zh: "法定表格有的行数字不全",
  },
  documentation: {
    en: `Each row of a statutory table holds as many figures as the form has columns: seven in 表三, five in each group of 表四.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) wants every cell filled in, with 0 where there is nothing. A row with a figure too few is most often a cell lost in copying, and the figures after the gap are then read in the wrong column.

**Example.** A row of 表三 reads 7, 0, 0, 0, 0, 7: six figures for seven columns. Which column is gone cannot be told from that.

**What to do.** Compare the rows with the original and put the missing cell back. What is certain about such rows is still checked (whether the known figures already exceed the total); nothing is guessed. A cell that is there and empty is another finding, table/blank.`,
    zh: `法定表格的每一行，数字个数应与规定的列数相同：表三每行 7 个，表四每组 5 个。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）要求每格都填写，没有的填 0。一行少一个数字，多半是复制时丢了一格，缺口之后的数字就会错列。

**示例** 表三某行为 7、0、0、0、0、7，七列只有六个数字，无法判断丢的是哪一列。

**处理办法** 与原件核对，补上丢失的单元格。这样的行只核对可以确定的内容（已有数字之和是否已超过总计），不作猜测。单元格还在、只是空着的，属于另一个问题 table/blank。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const table of report.tables) {
      const [first, ...others] = table.rows.filter(({ found, expected }) => found.length < expected);
      if (first === undefined) continue;
      const form = tableFormOf(report, table.id);
      // The groups of 表四 may stand in one row; where that row is short, which group is cannot be told.
      yield table.id === "表四" && others.length === 0 && table.uncertain.size > 0
        ? wholeFinding(table, first)
        : countFinding(table, form, [first, ...others]);
    }
  },
};

function wholeFinding({ id, rows, first }: StatutoryTable, short: FigureRow): Finding {
  const found = rows.reduce((sum, row) => sum + row.found.length, 0);
  const expected = rows.reduce((sum, row) => sum + row.expected, 0);
  return {
    place: placeOfRow(short) ?? first,
    message: l10n.t("{0} has {1} figures, the form wants {2}", id, found, expected),
  };
}

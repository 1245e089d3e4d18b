import type { Rule } from "../rule.ts";
import { readPlainTable } from "./plain-table.ts";
import { sumFindings } from "./sum-findings.ts";
import { sumsAcross } from "./sums-across.ts";
import { sumsDown } from "./sums-down.ts";

/** Tables that are no statutory form, where their labels promise a sum. */
export const otherTotals: Rule = {
  code: "table/total",
  severity: "warning",
  title: {
    en: "A table's total is not the sum of its parts",
    zh: "表格的合计与各项之和不相符",
  },
  documentation: {
    en: `A table outside the statutory form whose last (or first) row, or one of whose columns, is labelled 合计, 总计, 共计, 总数 or Total (or 全县合计, 本年合计) is added up, too, and with it its subtotals (小计, 城区合计).

**Why.** Reports carry tables of their own (by district, by channel, by month). A total there that does not add up is sent back like one in the statutory tables. The Regulation asks for no such table and no form says what it adds up, so this is a warning.

**What is left alone.** Rows and columns of rates, averages, scores, balances, 累计, years, numbers in order: they are left out, and the others are checked. Totals that say what they leave out (合计（去重）); mixed units; lists with 其中, with 减： or with a row of dots; columns with cells that are neither numbers nor blank; total rows in the middle. A total may be meant in several ways: with subtotals, with rows numbered in ranks or moved in, with rows that are the sums of those beside them, with lists side by side under one total. If one of them fits, nothing is said. Printed decimals may differ by what rounding makes of them. Only tables in pipe, HTML and tab layout are read; in one whose columns are padded with spaces, or that has one cell a line, nothing but the statutory forms is known well enough.

**Example.** 甲镇 3, 乙镇 4, 合计 8: the parts make 7.

**What to do.** Check the parts, then the total. Where a row and a column are off by the same, the finding stands at the figure in both, and the quick fix corrects it. Elsewhere any of the parts may be wrong: the quick fix sets the total to the sum if no other sum of the table goes wrong by that, and \`gouji fix --unsafe\` leaves it to you.`,
    zh: `法定表格以外的表格，如果最后（或最前）一行或者某一列标有“合计”“总计”“共计”“总数”（包括“全县合计”“本年合计”等），也会核对，其中的小计（包括“城区合计”等）一并核对。

**依据** 报告中常有自制的表格（按地区、按渠道、按月份）。其中的合计与各项之和不符，同样会被退回。条例没有规定这类表格的格式，合计的口径由填表人自定，所以只作为警告。

**不核对的情形** 比率、平均数、得分、余额、累计数、年份、序号等行列不计入，其余行列照常核对。写明另有口径的合计（如“合计（去重）”）；单位不一致；带有“其中”“减：”或以省略号略去若干行的表；含有既非数字又非空白单元格的列；位于中间的合计行，不核对。合计可能有几种算法的：有小计，行标题分级编号或缩进，某些行是相邻各行之和，一个合计对应并排的几栏，只要有一种相符就不报告。带小数的数字，允许四舍五入造成的差异。只核对竖线、HTML、制表符三种写法的表格；用空格对齐的、一行一格的，除法定表格外无法准确识别，不核对。

**示例** 甲镇 3，乙镇 4，合计 8，而各项之和为 7。

**处理办法** 先核对各项，再核对合计。如果一行与一列相差相同的数，问题标在行列交叉处，快速修复改正这一格。其他情形，各项都可能有误：快速修复把合计改为各项之和（前提是表中其他合计不因此变得不符），\`gouji fix --unsafe\` 不会自行改动。`,
  },
  check: function* ({ report }) {
    if (!report.isReport) return;
    for (const { grid } of report.otherGrids) {
      const table = readPlainTable(grid);
      if (table !== undefined) yield* sumFindings([...sumsDown(table), ...sumsAcross(table)]);
    }
  },
};

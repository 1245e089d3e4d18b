import * as l10n from "@vscode/l10n";
import { formatDecimal, isInteger } from "../text/decimal.ts";
import { isLocated } from "./relations/confirmed.ts";
import { cellLabel } from "./relations/labels.ts";
import type { Finding, Rule } from "./rule.ts";
import { tableFormOf } from "./support.ts";

/** Amounts of money: 表二 of format 2021 and of format 2019. */
const AMOUNTS: ReadonlySet<string> = new Set(["本年收费金额", "采购总金额"]);
/** Signed in format 2019: +14, -3. */
const SIGNED: ReadonlySet<string> = new Set(["本年增/减"]);

/** Counts below 0 or with decimals. */
export const notACount: Rule = {
  code: "table/not-a-count",
  severity: "error",
  title: {
    en: "A count is negative or has decimals",
    zh: "件数为负数或带小数",
  },
  documentation: {
    en: `What the statutory tables count are documents, decisions, applications and cases: whole numbers, never below 0.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) asks for numbers of pieces. Two kinds of columns are something else: amounts of money (行政事业性收费 in ten thousand 元, 政府集中采购) may have decimals, and 本年增/减 of the format of 2019 may be negative.

**Said once.** Where the sums of the table tell what the figure should be, the finding under table3/row-total says so, and this rule nothing.

**Example.** 1.5 applications in 表三; -1 in the column 其他.

**What to do.** Look the number up. A decimal point is often a slip for a separator or a page's speck; a minus sign a dash that belonged to the cell beside it.`,
    zh: `法定表格统计的是文件、处理决定、申请和案件的件数，应为不小于 0 的整数。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）填写的是件数。两类列例外：金额（行政事业性收费的万元数、政府集中采购的总金额）可以带小数；2019 年格式的“本年增/减”可以为负数。

**不重复提示** 如果表内的合计关系已查明这个数字应为多少，只在 table3/row-total 中提示，本规则不再提示。

**示例** 表三填 1.5 件；“其他”一列填 -1。

**处理办法** 核对原始数字。小数点多半是分隔符误写或扫描污点，负号多半是旁边单元格的短横。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const { name, table, place, text, value, column } of report.figures.values()) {
      if (value === null) continue;
      const isNegative = value < 0n && !SIGNED.has(column);
      const isFraction = !isInteger(value) && !AMOUNTS.has(column);
      // Where the table tells what it should be, that is said of it once.
      if ((!isNegative && !isFraction) || isLocated(report, name)) continue;
      const label = cellLabel(tableFormOf(report, table), name);
      yield {
        place,
        message: isNegative
          ? l10n.t("{0} “{1}”: {2} is below 0", table, label, formatDecimal(value))
          : l10n.t("{0} “{1}”: {2} is no whole number", table, label, formatDecimal(value)),
        cell: name,
        actual: text,
      };
    }
  },
};

import * as l10n from "@vscode/l10n";
import type { Grid } from "../../tables/grid.ts";
import { type Decimal, formatDecimal } from "../../text/decimal.ts";
import type { Finding, Fix, Rule } from "../rule.ts";
import { type PlainValue, readPlainTable } from "./plain-table.ts";
import { added, holds, type PromisedSum, promisedSums } from "./promised-sums.ts";
import { writeNumber } from "./write-number.ts";

/** Tables that are no statutory form, where their labels promise a sum. */
export const otherTotals: Rule = {
  code: "table/total",
  severity: "warning",
  title: {
    en: "A table's total is not the sum of its parts",
    zh: "表格的合计与各项之和不相符",
  },
  documentation: {
    en: `A table outside the statutory form whose last (or first) row or column is labelled 合计, 总计, 共计 or Total is added up, too.

**Why.** Reports carry tables of their own (by district, by channel, by month). A total there that does not add up is sent back like one in the statutory tables. The Regulation asks for no such table and no form says what it adds up, so this is a warning.

**What is left alone.** Rows and columns of rates, averages, scores, balances, 累计, years, numbers in order; totals that say what they leave out (合计（去重）); mixed units; lists with 其中 or with a row of dots; tables with cells that are neither numbers nor blank; totals in the middle. Subtotals (小计) and rows numbered in ranks may be added up in several ways: if one fits, nothing is said. Printed decimals may differ by what rounding makes of them.

**Example.** 甲镇 3, 乙镇 4, 合计 8: the parts make 7.

**What to do.** Check the parts, then the total. The quick fix sets the total to the sum, or, where a row and a column are off by the same, corrects the figure in both.`,
    zh: `法定表格以外的表格，如果最后（或最前）一行、一列标有“合计”“总计”“共计”，也会核对。

**依据** 报告中常有自制的表格（按地区、按渠道、按月份）。其中的合计与各项之和不符，同样会被退回。条例没有规定这类表格的格式，合计的口径由填表人自定，所以只作为警告。

**不核对的情形** 比率、平均数、得分、余额、累计数、年份、序号等行列；写明另有口径的合计（如“合计（去重）”）；单位不一致；带有“其中”或以省略号略去若干行的表；含有既非数字又非空白单元格的行列；合计位于中间的。有“小计”的、行标题分级编号的，合计可能有几种算法，只要有一种相符就不报告。带小数的数字，允许四舍五入造成的差异。

**示例** 甲镇 3，乙镇 4，合计 8，而各项之和为 7。

**处理办法** 先核对各项，再核对合计。快速修复把合计改为各项之和；如果一行与一列相差相同的数，则改正行列交叉处的数字。`,
  },
  check: function* ({ report }) {
    if (!report.isReport) return;
    for (const { grid } of report.otherGrids) yield* findingsIn(grid);
  },
};

function* findingsIn(grid: Grid): Generator<Finding> {
  const table = readPlainTable(grid);
  if (table === undefined) return;
  const sums = promisedSums(table);
  const down = doubtful(sums.filter(({ direction }) => direction === "down"));
  const across = doubtful(sums.filter(({ direction }) => direction === "across"));
  const [column, ...moreColumns] = down;
  const [row, ...moreRows] = across;
  if (column !== undefined && row !== undefined && moreColumns.length === 0 && moreRows.length === 0) {
    const crossing = crossingOf(column, row);
    if (crossing !== undefined) {
      yield crossingFinding(crossing, column, row);
      return;
    }
  }
  for (const sum of [...down, ...across]) yield totalFinding(sum, sums);
}

/** The sums of one direction that fail, if others of the same table show that the labels mean a sum. */
function doubtful(sums: readonly PromisedSum[]): readonly PromisedSum[] {
  const failing = sums.filter((sum) => !holds(sum));
  const isTelling = ({ total, readings }: PromisedSum): boolean =>
    total.value !== 0n || (readings[0] ?? []).some(({ value }) => value !== null && value !== 0n);
  const proofs = sums.filter((sum) => holds(sum) && isTelling(sum)).length;
  const [only] = sums;
  // A list of one column has nothing to prove it; its label alone must do, in the plainest table only.
  const isPlainList = sums.length === 1 && only?.direction === "down" && only.plain;
  return isPlainList || failing.length <= proofs ? failing : [];
}

interface Crossing {
  readonly value: PlainValue;
  readonly wanted: Decimal;
}

/** The one figure that settles a column and a row at once. */
function crossingOf(column: PromisedSum, row: PromisedSum): Crossing | undefined {
  const places = (sum: PromisedSum): readonly PlainValue[] => [sum.total, ...(sum.readings[0] ?? [])];
  const value = places(column).find((one) => places(row).includes(one));
  if (value === undefined || !column.plain || !row.plain) return undefined;
  const now = value.value ?? 0n;
  const wantedIn = ({ total, readings }: PromisedSum): Decimal => {
    const excess = added(readings[0] ?? []) - (total.value ?? 0n);
    return value === total ? now + excess : now - excess;
  };
  const wanted = wantedIn(column);
  return wanted === wantedIn(row) && wanted >= 0n ? { value, wanted } : undefined;
}

function messageOf({ direction, label, subject, total, readings }: PromisedSum): string {
  const sum = added(readings[0] ?? []);
  const stated = total.value ?? 0n;
  const words = [
    subject,
    label,
    formatDecimal(sum),
    formatDecimal(stated),
    formatDecimal(sum > stated ? sum - stated : stated - sum),
  ];
  return direction === "down"
    ? l10n.t("Column “{0}”: the parts add up to {2}, row “{1}” says {3}, off by {4}", ...words)
    : l10n.t("Row “{0}”: the parts add up to {2}, column “{1}” says {3}, off by {4}", ...words);
}

function crossingFinding({ value, wanted }: Crossing, column: PromisedSum, row: PromisedSum): Finding {
  const now = value.value === null ? l10n.t("blank") : formatDecimal(value.value);
  const suggest = formatDecimal(wanted);
  return {
    place: value.place,
    message: l10n.t(
      "{0}; {1}",
      messageOf(row),
      l10n.t("at {0} (now {1}) both its row and its column would agree", suggest, now),
    ),
    expected: suggest,
    ...(value.value !== null && { actual: now }),
    related: [
      { place: row.total.place, message: messageOf(row) },
      { place: column.total.place, message: messageOf(column) },
    ],
    fixes: [
      {
        title: l10n.t("Change {0} to {1} (changes a figure)", now, suggest),
        safe: false,
        edits: [{ place: value.place, newText: writeNumber(textAt(value), wanted) }],
      },
    ],
  };
}

function totalFinding(sum: PromisedSum, all: readonly PromisedSum[]): Finding {
  const { total, readings } = sum;
  const wanted = added(readings[0] ?? []);
  const actual = formatDecimal(total.value ?? 0n);
  return {
    place: total.place,
    message: messageOf(sum),
    expected: formatDecimal(wanted),
    actual,
    related: (readings[0] ?? []).flatMap(({ place, value }) =>
      value === null || value === 0n ? [] : [{ place, message: formatDecimal(value) }],
    ),
    ...(canBeSet(sum, wanted, all) && { fixes: [setToSum(total, wanted)] }),
  };
}

/** Whether the total may become the sum and every other sum that holds goes on to hold. */
function canBeSet({ total }: PromisedSum, wanted: Decimal, all: readonly PromisedSum[]): boolean {
  const changed = (value: PlainValue): PlainValue => (value === total ? { ...value, value: wanted } : value);
  return all
    .filter(holds)
    .every((sum) =>
      holds({ ...sum, total: changed(sum.total), readings: sum.readings.map((one) => one.map(changed)) }),
    );
}

function setToSum(total: PlainValue, wanted: Decimal): Fix {
  const now = formatDecimal(total.value ?? 0n);
  return {
    title: l10n.t("Set the total to the sum: from {0} to {1} (changes a figure)", now, formatDecimal(wanted)),
    safe: false,
    edits: [{ place: total.place, newText: writeNumber(textAt(total), wanted) }],
  };
}

function textAt({ place }: PlainValue): string {
  return place.block.text.slice(place.start, place.end);
}

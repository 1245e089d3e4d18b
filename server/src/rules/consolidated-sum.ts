import * as l10n from "@vscode/l10n";
import type { TableForm } from "../forms/form.ts";
import type { Report } from "../report/report.ts";
import { type Decimal, formatDecimal } from "../text/decimal.ts";
import { type Difference, differencesOf, figuresOf, type MemberFigures } from "./consolidated-cells.ts";
import { setFigures } from "./figure-fix.ts";
import { figurePlace, type MemberSum, nameOf } from "./other-reports.ts";
import { cellLabel } from "./relations/labels.ts";
import { shownValue } from "./relations/messages.ts";
import type { Finding, Rule } from "./rule.ts";

/** So many members are named in a message, and so many shown as related places. */
const NAMED = 5;
const RELATED = 10;

/** A consolidated report's tables, cell by cell, against its members' added up. */
export const consolidatedSum: Rule = {
  code: "consolidated/sum",
  severity: "warning",
  title: {
    en: "A figure of a consolidated report is not the sum of its members'",
    zh: "汇总报告的数字与各成员单位之和不一致",
  },
  documentation: {
    en: `Every figure in 表二, 表三 and 表四 of a consolidated report is the sum of its members' figures in the same cell. Which reports are its members is told in gouji.yaml:

    consolidated:
      - report: district.md
        members: ["members/*.md"]

**Why.** A government's report counts the applications, decisions and cases of its own office and of all departments and lower offices (articles 49 and 50 of the Regulation, 国令第711号; 国办公开办函〔2021〕30号). A department's report sums nobody's.

**What is compared.** Reports of the same year. Where a member's report is missing or cannot be read, or its figure is blank or unsure, the sum of the others must still not exceed the whole. Amounts with decimals may differ by what rounding explains. Totals that differ only by what their parts differ are not told again.

**Example.** The members have 4, 5 and 3 in 三（一）予以公开/自然人, the consolidated report has 13.

**What to do.** The finding names the members with their figures, the largest first, and says so where exactly one member left out or counted twice would explain the difference. A quick fix writes the sum where the table still adds up with it.`,
    zh: `汇总报告表二、表三、表四的每个数字，应等于各成员单位报告同一单元格之和。成员单位在 gouji.yaml 中指定：

    consolidated:
      - report: district.md
        members: ["members/*.md"]

**依据** 一级政府的报告汇总本级政府办公机构、所属部门和下级单位的申请、处理决定和案件数量（《中华人民共和国政府信息公开条例》（国令第711号）第四十九条、第五十条；国办公开办函〔2021〕30号）。部门的报告不汇总其他单位。

**比较的内容** 同一年度的报告。有成员单位的报告缺失、无法读取，或者其数字留空、无法确定时，其余成员之和也不应大于汇总数。带小数的金额，允许由四舍五入造成的差异。合计与各分项同步不一致的，不重复提示。

**示例** 三个成员单位“三（一）予以公开/自然人”分别为 4、5、3，汇总报告填 13。

**处理办法** 提示中列出各成员单位及其数字，数字大的在前；恰好由某一个成员单位漏计或重复计入造成的，也会指明。改后表内各项关系仍成立的，快速修复可填入各成员之和。`,
  },
  check: function* ({ report, members }): Generator<Finding> {
    if (members === undefined) return;
    for (const table of report.form.tables) {
      for (const difference of differencesOf(report, table, members)) {
        yield findingOf(report, table, members, difference);
      }
    }
  },
};

function findingOf(report: Report, table: TableForm, members: MemberSum, difference: Difference): Finding {
  const { figure, sum, isPartial } = difference;
  const { name, place } = figure;
  const size: Decimal = difference.off < 0n ? -difference.off : difference.off;
  const counted = figuresOf(members, name, size, RELATED);
  const label = cellLabel(table, name);
  const [wanted, now] = [formatDecimal(sum), shownValue(figure)];
  const message = isPartial
    ? l10n.t(
        "{0}, “{1}”: the members' reports that are there already add up to {2}, more than the {3} here",
        table.id,
        label,
        wanted,
        now,
      )
    : l10n.t(
        "{0}, “{1}”: the reports of the {2} members add up to {3}, here it is {4}",
        table.id,
        label,
        members.members.length,
        wanted,
        now,
      );
  const more = [named(counted), ...hints(difference, counted)].filter((one) => one !== "");
  const fixes = isPartial ? [] : setFigures(report, table.id, [{ name, value: sum }]);
  return {
    place,
    message: more.reduce((before, one) => l10n.t("{0}; {1}", before, one), message),
    cell: name,
    ...(!isPartial && { expected: wanted }),
    ...(figure.value !== null && { actual: formatDecimal(figure.value) }),
    relations: [`${name} ${isPartial ? "≥" : "="} Σ`],
    related: counted.largest.map(({ member, figure, value }) => ({
      place,
      message: l10n.t("{0}: {1}", nameOf(member), formatDecimal(value)),
      elsewhere: figurePlace(member, figure),
    })),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** The members with the largest figures: "甲街道 4, 乙镇 3, and 7 more". */
function named({ largest, count }: MemberFigures): string {
  const [first, ...others] = largest.map(({ member, value }) => `${nameOf(member)} ${formatDecimal(value)}`);
  if (first === undefined) return "";
  const list = others.slice(0, NAMED - 1).reduce((before, one) => l10n.t("{0}, {1}", before, one), first);
  const rest = count - NAMED;
  return rest > 0 ? l10n.t("{0} and {1} more", list, rest) : list;
}

/** Said only where one member alone would explain the difference. */
function hints({ off, isPartial }: Difference, { alike: [only, ...others] }: MemberFigures): string[] {
  if (isPartial || only === undefined || others.length > 0) return [];
  const name = nameOf(only);
  return [
    off > 0n ? l10n.t("as if {0} had been left out", name) : l10n.t("as if {0} had been counted twice", name),
  ];
}

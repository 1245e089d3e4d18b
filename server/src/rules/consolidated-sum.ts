import * as l10n from "@vscode/l10n";
import type { Report } from "../report/report.ts";
import { formatDecimal } from "../text/decimal.ts";
import type { MoneyUnit } from "../text/money.ts";
import { type Culprit, culpritOf } from "./consolidated-cause.ts";
import { type Difference, differencesOf, figuresOf, type MemberFigures } from "./consolidated-cells.ts";
import { allAtOnce, oneCause } from "./consolidated-many.ts";
import { setSums, shownSum } from "./consolidated-write.ts";
import { type FigureDigest, figurePlace, type MemberSum, nameOf } from "./other-reports.ts";
import { cellLabel } from "./relations/labels.ts";
import { shownValue } from "./relations/messages.ts";
import type { Finding, Rule } from "./rule.ts";

/** So many members are named in a message, and so many shown as related places. */
const NAMED = 5;
const RELATED = 10;
/** So many differences by one member's figures are one cause and no chance. */
const LEAST_OF_ONE_CAUSE = 3;
/** More differences have one cause too, though it cannot be named. */
const MOST_TOLD = 20;

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

**What is compared.** Reports of the same year. Where a member's report is missing or cannot be read, or its figure is blank or unsure, the sum of the others must still not exceed the whole. Amounts with decimals may differ by what rounding explains. Money is compared in the unit of its column: 30000元 counts as 3 in a column of 万元. Where some figures of a column without a printed unit tell theirs and others do not, nothing is said. Totals that differ only by what their parts differ are not told again.

**Example.** The members have 4, 5 and 3 in 三（一）予以公开/自然人, the consolidated report has 13.

**What to do.** The finding names the members with their figures, the largest first, and says so where exactly one member left out or counted twice would explain every difference of the report; many of those are one finding. So are more than twenty differences that no member explains. A quick fix writes the sum where the table still adds up with it, and no member's own table says that the member's figure is wrong.`,
    zh: `汇总报告表二、表三、表四的每个数字，应等于各成员单位报告同一单元格之和。成员单位在 gouji.yaml 中指定：

    consolidated:
      - report: district.md
        members: ["members/*.md"]

**依据** 一级政府的报告汇总本级政府办公机构、所属部门和下级单位的申请、处理决定和案件数量（《中华人民共和国政府信息公开条例》（国令第711号）第四十九条、第五十条；国办公开办函〔2021〕30号）。部门的报告不汇总其他单位。

**比较的内容** 同一年度的报告。有成员单位的报告缺失、无法读取，或者其数字留空、无法确定时，其余成员之和也不应大于汇总数。带小数的金额，允许由四舍五入造成的差异。金额按该列的单位比较：单位为万元的列中，30000元按 3 计算；格式没有印明单位的列，有的写明单位、有的没有写的，不作比较。合计与各分项同步不一致的，不重复提示。

**示例** 三个成员单位“三（一）予以公开/自然人”分别为 4、5、3，汇总报告填 13。

**处理办法** 提示中列出各成员单位及其数字，数字大的在前；全部差异恰好由某一个成员单位漏计或重复计入造成的，也会指明，差异较多时合并为一条提示；差异超过二十处而找不到这样的成员单位的，也合并为一条。改后表内各项关系仍成立、且成员单位自己的表格没有表明其数字有误的，快速修复可填入各成员之和。`,
  },
  check: function* ({ report, members }): Generator<Finding> {
    if (members === undefined) return;
    const found = report.form.tables.map((table) => differencesOf(report, table, members));
    const own = found.flatMap((one) => one.own);
    const culprit = culpritOf(own, members);
    if (culprit !== undefined && own.length >= LEAST_OF_ONE_CAUSE) {
      const all = found.flatMap((one) => one.all);
      yield* oneCause(report, members, culprit, own, all);
    } else if (own.length > MOST_TOLD) yield* allAtOnce(members, own);
    else for (const difference of own) yield findingOf(report, members, difference, culprit);
  },
};

function findingOf(
  report: Report,
  members: MemberSum,
  difference: Difference,
  culprit: Culprit | undefined,
): Finding {
  const { figure, table, sum, now, isPartial, isDoubted, unit } = difference;
  const { name, place } = figure;
  const counted = figuresOf(members, name, RELATED);
  const label = cellLabel(table, name);
  const [wanted, here] = [shownSum(sum, unit), now === null ? shownValue(figure) : shownSum(now, unit)];
  const message = isPartial
    ? l10n.t(
        "{0}, “{1}”: the members' reports that are there already add up to {2}, more than the {3} here",
        table.id,
        label,
        wanted,
        here,
      )
    : l10n.t(
        "{0}, “{1}”: the reports of the {2} members add up to {3}, here it is {4}",
        table.id,
        label,
        members.members.length,
        wanted,
        here,
      );
  const more = [named(counted, unit), culprit === undefined ? "" : asIf(culprit)];
  const fixes = isPartial || isDoubted ? [] : setSums(report, table.id, [difference]);
  return {
    place,
    message: more
      .filter((one) => one !== "")
      .reduce((before, one) => l10n.t("{0}; {1}", before, one), message),
    cell: name,
    ...(!isPartial && { expected: formatDecimal(sum) }),
    ...(now !== null && { actual: formatDecimal(now) }),
    relations: [`${name} ${isPartial ? "≥" : "="} Σ`],
    related: counted.largest.map(({ member, figure, value }) => ({
      place,
      message: l10n.t("{0}: {1}", nameOf(member), shownSum(value, unit)) + ownSay(figure),
      elsewhere: figurePlace(member, figure),
    })),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** What a member's own table says of its figure, where it says that it is wrong. */
function ownSay({ meant }: FigureDigest): string {
  return meant === undefined ? "" : l10n.t(" (by its own table {0})", formatDecimal(meant));
}

/** The members with the largest figures: "甲街道 4, 乙镇 3, and 7 more". */
function named({ largest, count }: MemberFigures, unit: MoneyUnit | undefined): string {
  const [first, ...others] = largest.map(({ member, value }) => `${nameOf(member)} ${shownSum(value, unit)}`);
  if (first === undefined) return "";
  const list = others.slice(0, NAMED - 1).reduce((before, one) => l10n.t("{0}, {1}", before, one), first);
  const rest = count - NAMED;
  return rest > 0 ? l10n.t("{0} and {1} more", list, rest) : list;
}

function asIf({ member, isLeftOut }: Culprit): string {
  const name = nameOf(member);
  return isLeftOut
    ? l10n.t("as if {0} had been left out", name)
    : l10n.t("as if {0} had been counted twice", name);
}

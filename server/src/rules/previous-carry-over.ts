import * as l10n from "@vscode/l10n";
import { figureName } from "../forms/form.ts";
import type { Figure, Report } from "../report/report.ts";
import { type Decimal, formatDecimal } from "../text/decimal.ts";
import { setFigures } from "./figure-fix.ts";
import { type FigureDigest, figurePlace, type ReportDigest } from "./other-reports.ts";
import { shownValue } from "./relations/messages.ts";
import type { Finding, Rule } from "./rule.ts";
import { tableFormOf } from "./support.ts";
import { isSure } from "./sure-figures.ts";

const TABLE = "表三";
const CARRIED_IN = "二";
const CARRIED_OVER = "四";

/** The figure of last year's report that one of row 二 takes over; undefined for any other figure. */
export function carriedOverName({ table, name, column }: Figure): string | undefined {
  return table === TABLE && name === figureName(TABLE, CARRIED_IN, column)
    ? figureName(TABLE, CARRIED_OVER, column)
    : undefined;
}

/** The cell of next year's report that a cell of row 四 is carried over to; undefined for any other. */
export function carriedInName({ table, name, column }: Figure): string | undefined {
  return table === TABLE && name === figureName(TABLE, CARRIED_OVER, column)
    ? figureName(TABLE, CARRIED_IN, column)
    : undefined;
}

/** 表三, row 二 against row 四 of last year's report, column by column. */
export const carryOver: Rule = {
  code: "previous/carry-over",
  severity: "warning",
  title: {
    en: "表三: what was carried in is not what last year's report carried over",
    zh: "表三：上年结转数与上年度报告的结转数不一致",
  },
  documentation: {
    en: `In every column of 表三, 二、上年结转政府信息公开申请数量 equals 四、结转下年度继续办理 of the same agency's report for the year before.

**Why.** An application still open on 31 December is dealt with in the year after (form of 国办公开办函〔2021〕30号, before it 国办公开办函〔2019〕60号). Reviewers lay the two years side by side.

**What is compared.** The report of the same agency and the year before among the files of the workspace or those given to \`gouji check\`; gouji.yaml may name another under \`previous\`. Where a report has no title, the name of its file tells agency and year. A name that is only part of another's (城关镇 for 宜阳县城关镇) is taken for the same agency's only where no other report may be meant and the folders do not speak of another place. A figure that is blank or unsure in last year's report is not compared. Where last year's own table says that this year's figure is right, that is told as information, without a fix.

**Example.** The report for 2023 has 四、结转下年度继续办理 3, the one for 2024 has 二、上年结转 2.

**What to do.** Find out which of the two is wrong. Organs that were merged or whose scope changed, and counts corrected since, are good reasons for a difference: say so in section 六, and silence the finding by \`<!-- gouji-disable previous/carry-over -->\`. A quick fix writes last year's figure where the table still adds up with it.`,
    zh: `表三每一列的“二、上年结转政府信息公开申请数量”，应等于同一机关上年度报告的“四、结转下年度继续办理”。

**依据** 12 月 31 日尚未办结的申请，在下一年度继续办理（国办公开办函〔2021〕30号所附格式，此前为国办公开办函〔2019〕60号）。审核时通常把两年的报告放在一起核对。

**比较的内容** 工作区内（命令行为所给路径内）同一机关上一年度的报告；也可在 gouji.yaml 的 \`previous\` 中另行指定。没有标题的报告，按文件名判断机关和年份。名称只是另一名称的一部分的（如“城关镇”与“宜阳县城关镇”），只有在没有其他可能、所在文件夹也不指向别处时，才视为同一机关。上年度报告中留空或无法确定的数字不作比较；上年度表格自身的关系表明应为本年度所填数字的，只作信息提示，不提供修复。

**示例** 2023 年度报告“四、结转下年度继续办理”为 3，2024 年度报告“二、上年结转”为 2。

**处理办法** 查明两处中哪一处有误。机构合并、统计口径变化、事后更正等可以成为不一致的正当理由：可在第六部分说明，并用 \`<!-- gouji-disable previous/carry-over -->\` 不再提示。改后表内各项关系仍成立的，快速修复可按上年度的数字填写。`,
  },
  check: function* ({ report, previous }): Generator<Finding> {
    if (previous === undefined) return;
    const differences = differencesOf(report, previous);
    const parts = differences.filter(({ figure }) => figure.column !== TOTAL);
    const inParts = parts.reduce((sum, { off }) => sum + off, 0n);
    for (const difference of differences) {
      const isTotal = difference.figure.column === TOTAL;
      // A total that is off by what its parts are off says nothing new.
      if (isTotal && difference.off === inParts) continue;
      const total = differences.find(({ figure, off }) => figure.column === TOTAL && off === inParts);
      const changed =
        !isTotal && parts.length === 1 && total !== undefined ? [difference, total] : [difference];
      yield findingOf(report, previous, difference, changed);
    }
  },
};

const TOTAL = "总计";

interface Difference {
  readonly figure: Figure;
  readonly before: FigureDigest;
  readonly wanted: Decimal;
  readonly off: Decimal;
}

function differencesOf(report: Report, previous: ReportDigest): readonly Difference[] {
  const row = tableFormOf(report, TABLE).rows.find(({ key }) => key === CARRIED_IN);
  return (row?.columns ?? []).flatMap((column): Difference[] => {
    const figure = report.figures.get(figureName(TABLE, CARRIED_IN, column));
    const before = previous.figures.get(figureName(TABLE, CARRIED_OVER, column));
    if (figure === undefined || !isSure(report, figure) || figure.kind === "invalid") return [];
    if (before?.kind !== "number" || before.value === null) return [];
    const off = before.value - (figure.value ?? 0n);
    return off === 0n ? [] : [{ figure, before, wanted: before.value, off }];
  });
}

function findingOf(
  report: Report,
  previous: ReportDigest,
  { figure, before, wanted }: Difference,
  changed: readonly Difference[],
): Finding {
  const { name, column, place } = figure;
  // Then it is last year's report that is to be mended, where it can be.
  const isRight = before.meant !== undefined && before.meant === figure.value;
  const fixes = isRight
    ? []
    : setFigures(
        report,
        TABLE,
        changed.map((one) => ({ name: one.figure.name, value: one.wanted })),
      );
  const message = l10n.t(
    "表三, column “{0}”: 二、上年结转 says {1}, last year's report carried over {2} (its 四)",
    column,
    shownValue(figure),
    formatDecimal(wanted),
  );
  const own = l10n.t("by last year's own table it should be {0}, as here", shownValue(figure));
  return {
    place,
    message: isRight ? l10n.t("{0}; {1}", message, own) : message,
    ...(isRight ? { severity: "information" } : { expected: formatDecimal(wanted) }),
    cell: name,
    ...(figure.value !== null && { actual: formatDecimal(figure.value) }),
    relations: [`${name} = ${l10n.t("last year's {0}", figureName(TABLE, CARRIED_OVER, column))}`],
    related: [
      {
        place,
        message: l10n.t("Last year's 四、结转下年度继续办理: {0}", formatDecimal(wanted)),
        elsewhere: figurePlace(previous, before),
      },
    ],
    ...(fixes.length > 0 && { fixes }),
  };
}

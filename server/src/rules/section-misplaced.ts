import * as l10n from "@vscode/l10n";
import type { Finding, Rule } from "./rule.ts";
import { statutorySectionsOf } from "./statutory-sections.ts";

/** Statutory sections out of the form's order. */
export const sectionMisplaced: Rule = {
  code: "section/misplaced",
  severity: "warning",
  title: { en: "A statutory section is out of order", zh: "法定章节次序不对" },
  documentation: {
    en: `The six sections stand in the order of the form.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) gives the order, and readers of many reports look for a section in its place.

**Example.** 五、存在的主要问题及改进情况 stands before 四、政府信息公开行政复议、行政诉讼情况. As few sections as possible are named: those whose move puts all in order.

**What to do.** Move the section with all its text and its table, and number the sections anew.`,
    zh: `六个部分应按规定的次序排列。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）规定了各部分的次序，审阅多份报告时是按位置查找的。

**示例** “五、存在的主要问题及改进情况”排在“四、政府信息公开行政复议、行政诉讼情况”之前。提示只标出必须移动的部分：移动它们之后，全部次序就正确了。

**处理办法** 把这一部分连同文字和表格移到应在的位置，并重新编号。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    const { present } = statutorySectionsOf(report);
    const order = report.form.sections;
    const ranks = present.map(({ form }) => order.indexOf(form));
    const kept = longestRising(ranks);
    for (const [index, one] of present.entries()) {
      if (kept.has(index)) continue;
      const rank = ranks[index] ?? 0;
      const below = [...kept].findLast((other) => (ranks[other] ?? 0) < rank);
      // Where it stands behind what it belongs after, it stands behind what it belongs before, too.
      const isBehind = below !== undefined && below < index;
      const above = isBehind ? [...kept].find((other) => (ranks[other] ?? 0) > rank) : undefined;
      const neighbour = present[above ?? below ?? -1];
      const words = [one.form.title, neighbour?.form.title ?? ""] as const;
      yield {
        place: one.section.place,
        message:
          neighbour === undefined
            ? l10n.t("The section “{0}” belongs before all others", one.form.title)
            : above === undefined
              ? l10n.t("The section “{0}” belongs after “{1}”", ...words)
              : l10n.t("The section “{0}” belongs before “{1}”", ...words),
        ...(neighbour && {
          related: [
            {
              place: neighbour.section.place,
              message: l10n.t("“{0}” stands here", neighbour.form.title),
            },
          ],
        }),
      };
    }
  },
};

/** Indices of a longest rising subsequence. At most six sections, so the plain way will do. */
function longestRising(ranks: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const [index, rank] of ranks.entries()) {
    let before: readonly number[] = [];
    for (let i = 0; i < index; i++) {
      const chain = best[i] ?? [];
      if ((ranks[i] ?? 0) < rank && chain.length > before.length) before = chain;
    }
    best.push([...before, index]);
  }
  return new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
}

import type { Rule } from "../rule.ts";
import { relationFindings } from "./findings.ts";

/** 表四, every group: the four results add up to 总计. */
export const groupTotal: Rule = {
  code: "table4/group-total",
  severity: "error",
  title: {
    en: "表四: the results of a group do not add up to its total",
    zh: "表四：一组的四种结果之和不等于总计",
  },
  documentation: {
    en: `In each of the three groups of 表四 (行政复议, 未经复议直接起诉, 复议后起诉) 结果维持, 结果纠正, 其他结果 and 尚未审结 add up to 总计.

**Why.** The form of 国办公开办函〔2021〕30号 (before it 国办公开办函〔2019〕60号) gives each group its own 总计; each case has one result, or none yet.

**Example.** 未经复议直接起诉: 结果维持 2, 结果纠正 0, 其他结果 1, 尚未审结 0, 总计 0. The four make 3.

**What to do.** Nothing but the sum speaks for any of the five figures, so the finding stands at the total unless only one figure can be wrong. Compare the group with your list of cases, then either set the total to the sum or correct a result; a quick fix does each.`,
    zh: `表四的三组（行政复议、未经复议直接起诉、复议后起诉）中，结果维持、结果纠正、其他结果、尚未审结之和应等于本组“总计”。

**依据** 国办公开办函〔2021〕30号（此前为国办公开办函〔2019〕60号）所附格式中，每组各有总计；每件案件只有一种结果，或者尚未审结。

**示例** “未经复议直接起诉”：结果维持 2，结果纠正 0，其他结果 1，尚未审结 0，总计 0，而四种结果合计为 3。

**处理办法** 五个数字之间只有这一个合计关系，所以除非只可能是某一个数字有误，问题都标在总计一格。请与案件清单核对，再把总计改为合计数，或者改正其中一种结果；这些都有对应的快速修复。`,
  },
  check: ({ report }) => relationFindings(report, "table4/group-total"),
};

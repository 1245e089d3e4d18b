import type { Rule } from "./rule.ts";

/**
 * Members that gouji.yaml names and that are not there. What it finds stands in gouji.yaml, which is no report:
 * workspace/config-findings.ts finds it.
 */
export const missingMember: Rule = {
  code: "consolidated/missing-member",
  severity: "warning",
  title: {
    en: "A member of a consolidated report is missing",
    zh: "汇总报告缺少成员单位的报告",
  },
  documentation: {
    en: `Every entry of \`members\` in gouji.yaml leads to at least one report for the year of the consolidated report, each of which can be read, tells its year, has its three tables, and is there once. Several entries of \`consolidated\` for one report are one list.

Of a pattern or a folder nobody can tell which reports it ought to hold. Where an office has a report there for the year before and none for this one, that is told as information.

**Why.** A consolidated report can only be compared with its members where all of them are there (articles 49 and 50 of the Regulation, 国令第711号). Until then only sums that exceed the whole are told.

**Example.** \`members: ["members/*.md", "members/finance.txt"]\`, and there is no members/finance.txt; or there are two reports of one office for the same year with different figures, of which nobody can say which counts.

**What to do.** Put the report there, correct the path, or take the entry out of gouji.yaml. Of two reports of one office keep the right one. Where an office was dissolved, let the pattern take only this year's files (\`members: ["2024/*.md"]\`), and the members are complete again.`,
    zh: `gouji.yaml 中 \`members\` 的每一项，都应对应至少一份与汇总报告同年度的报告；这些报告应能读取、写明年份、三张表齐全，且同一单位只有一份。\`consolidated\` 中同一份汇总报告写了几项的，合并计算。

路径样式或文件夹应当包含哪些报告，无法预知；其中某个单位有上一年度的报告而没有本年度的，作为信息提示。

**依据** 成员单位的报告齐全，才能与汇总报告逐项核对（《中华人民共和国政府信息公开条例》（国令第711号）第四十九条、第五十条）。不齐全时，只提示成员之和大于汇总数的情况。

**示例** \`members: ["members/*.md", "members/财政局.txt"]\`，而 members/财政局.txt 不存在；或者同一单位同一年度有两份数字不同的报告，无法确定以哪一份为准。

**处理办法** 补上报告、改正路径，或者从 gouji.yaml 中删去这一项。同一单位有两份报告的，保留正确的一份。单位已经撤销的，让路径样式只对应本年度的文件（\`members: ["2024/*.md"]\`），成员单位就又齐全了。`,
  },
  check: () => [],
};

import type { Rule } from "./rule.ts";

/**
 * What `previous` of gouji.yaml names and is not last year's report. What it finds stands in gouji.yaml, which is no
 * report: workspace/config-findings.ts finds it.
 */
export const wrongPath: Rule = {
  code: "previous/wrong-path",
  severity: "warning",
  title: {
    en: "A report that gouji.yaml names as last year's is not",
    zh: "gouji.yaml 指定的上年度报告不是上年度报告",
  },
  documentation: {
    en: `Every line of \`previous\` in gouji.yaml names a report and the same agency's report for the year before, both by their paths from the folder of gouji.yaml.

**Why.** Where gouji.yaml names last year's report, no other is looked for. A path that leads nowhere would leave the carry-over (国办公开办函〔2021〕30号) unchecked without a word.

**Example.** \`previous: { "2024.md": "archiv/2023.md" }\`, and the file is archive/2023.md; or it holds the report for 2022.

**What to do.** Correct the path, or take the line out: the report of the same agency and the year before is found without it.`,
    zh: `gouji.yaml 中 \`previous\` 的每一行，写明一份报告及同一机关上一年度的报告，都用从 gouji.yaml 所在文件夹起的路径。

**依据** gouji.yaml 已指定上年度报告的，不再查找其他报告；路径有误，上年结转（国办公开办函〔2021〕30号）就不会核对，也没有任何提示。

**示例** \`previous: { "2024.md": "archiv/2023.md" }\`，而文件是 archive/2023.md；或者该文件是 2022 年度的报告。

**处理办法** 改正路径，或者删去这一行：同一机关上一年度的报告会自动找到。`,
  },
  check: () => [],
};

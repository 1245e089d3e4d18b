import * as l10n from "@vscode/l10n";
import type { Finding, Rule } from "./rule.ts";
import { statutorySectionsOf } from "./statutory-sections.ts";

/** A statutory section's heading that stands twice. */
export const sectionRepeated: Rule = {
  code: "section/repeated",
  severity: "warning",
  title: { en: "A statutory section stands twice", zh: "法定章节重复" },
  documentation: {
    en: `Each of the six sections stands once.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) has each section once. A heading that stands twice is mostly left over from copying, and two tables below it may say different things.

**What is left alone.** A table of contents before the report; sections of several reports in one file, each of which is checked for itself.

**Example.** 五、存在的主要问题及改进情况 heads the fifth section and, by a slip, the sixth.

**What to do.** Correct the second heading, or merge the two sections. The first one is named with the finding.`,
    zh: `六个部分各出现一次。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）中每个部分只有一次。标题重复多半是复制时留下的，其下的两张表还可能互相矛盾。

**不报告的情形** 正文之前的目录；一个文件中先后有几份报告的，每份单独检查。

**示例** “五、存在的主要问题及改进情况”既是第五部分的标题，又误作第六部分的标题。

**处理办法** 改正后一个标题，或者把两个部分合并。提示中会指出前一个标题的位置。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    const { present, repeated } = statutorySectionsOf(report);
    for (const { form, section } of repeated) {
      const first = present.find((one) => one.form === form);
      yield {
        place: section.place,
        message: l10n.t("The section “{0}” stands here once more", form.title),
        ...(first && {
          related: [{ place: first.section.place, message: l10n.t("“{0}” stands here", form.title) }],
        }),
      };
    }
  },
};

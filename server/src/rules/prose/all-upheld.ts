import * as l10n from "@vscode/l10n";
import { claimsOf } from "../../claims/claims.ts";
import { compare } from "../../claims/compare.ts";
import { formatDecimal } from "../../text/decimal.ts";
import type { Finding, Rule } from "../rule.ts";
import { readingLabel, relatedTo } from "./reading-label.ts";

/** "All upheld", "none corrected" where 表四 has others. */
export const allUpheld: Rule = {
  code: "prose/all-upheld",
  severity: "information",
  title: {
    en: "The text says that all were upheld, the table has others",
    zh: "正文称均获维持，表中却有其他结果",
  },
  documentation: {
    en: `Where the text says that reviews or lawsuits were all upheld (均获维持), 表四 has 0 for 结果纠正, 其他结果 and 尚未审结; where it says that none was corrected or lost (无纠错, 无败诉), 0 for 结果纠正.

**Why.** Text and table are published together (article 50 of the Regulation, 国令第711号).

**Example.** 政府信息公开行政复议 3 件，均获维持, while 表四 has one 尚未审结.

**What to do.** Say what the others came to, or correct the table. Where the sentence speaks of other cases than the table, there is nothing to do: it is told as information only.`,
    zh: `正文称行政复议、行政诉讼“均获维持”的，表四“结果纠正”“其他结果”“尚未审结”应为 0；称“无纠错”“无败诉”的，“结果纠正”应为 0。

**依据** 正文和表格同时公布（《中华人民共和国政府信息公开条例》第五十条）。

**示例** 正文写“政府信息公开行政复议 3 件，均获维持”，表四却有 1 件尚未审结。

**处理办法** 写明其余案件的结果，或者改正表格。这句话所指的案件与表格范围不同的，不必处理，所以只作信息提示。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const claim of claimsOf(report)) {
      const comparison = claim.kind === "upheld" ? compare(report, claim) : undefined;
      if (comparison === undefined || comparison.agrees) continue;
      const { read } = comparison;
      const { block, start, end } = claim.place;
      yield {
        place: claim.place,
        message: l10n.t(
          "The text says “{0}”, {1} is {2}",
          block.text.slice(start, end),
          readingLabel(report, read),
          formatDecimal(read.sum),
        ),
        related: relatedTo(report, read),
      };
    }
  },
};

import * as l10n from "@vscode/l10n";
import { claimsOf } from "../../claims/claims.ts";
import { compare } from "../../claims/compare.ts";
import { formatDecimal } from "../../text/decimal.ts";
import type { Finding, Rule } from "../rule.ts";
import { readingLabel, relatedTo } from "./reading-label.ts";

/** "All answered" where some were carried over. */
export const allClosed: Rule = {
  code: "prose/all-closed",
  severity: "information",
  title: {
    en: "The text says that all were answered, the table carries some over",
    zh: "正文称全部办结，表中却有结转",
  },
  documentation: {
    en: `Where the text says that all applications were answered (全部答复, 均已办结), 表三 row 四、结转下年度继续办理 should be 0.

**Why.** What is carried over was not closed by 31 December. Published reports contradict themselves here.

**Example.** 收到政府信息公开申请 15 件，已全部答复, while row 四 says 1.

**What to do.** Say how many were answered and how many are still open, or correct row 四. Where the sentence speaks of other applications than the table, there is nothing to do: it is told as information only.`,
    zh: `正文称申请“全部答复”“均已办结”的，表三“四、结转下年度继续办理”应为 0。

**依据** 格式（国办公开办函〔2021〕30号）中，结转下年度的申请在 12 月 31 日尚未办结。已公布的报告中不乏这样的矛盾。

**示例** 正文写“收到政府信息公开申请 15 件，已全部答复”，而第四项为 1。

**处理办法** 写明已答复和尚在办理的数量，或者改正第四项。这句话所指的申请与表格范围不同的，不必处理，所以只作信息提示。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const claim of claimsOf(report)) {
      const comparison = claim.kind === "closed" ? compare(report, claim) : undefined;
      if (comparison === undefined || comparison.agrees) continue;
      const { read } = comparison;
      yield {
        place: claim.place,
        message: l10n.t(
          "The text says that all were answered, {0} is {1}",
          readingLabel(report, read),
          formatDecimal(read.sum),
        ),
        related: relatedTo(report, read),
      };
    }
  },
};

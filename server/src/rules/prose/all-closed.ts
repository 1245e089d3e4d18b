import * as l10n from "@vscode/l10n";
import { claimsOf } from "../../claims/claims.ts";
import { compare } from "../../claims/compare.ts";
import { numbersIn } from "../../claims/numbers.ts";
import type { Place } from "../../document/block.ts";
import { formatDecimal } from "../../text/decimal.ts";
import { foldSameLength } from "../../text/normalize.ts";
import type { Finding, Rule } from "../rule.ts";
import { readingLabel, relatedTo } from "./reading-label.ts";

/** Not all that came in during the year. */
const PART =
  /转办|交办|转来|转送|移送|移交|(?:上一?年度?|去年|\d{4}\s?年度?)的?结转|网络|网上|信函|邮寄|邮件|当面|现场|传真|自然人|公民|法人|企业/;
/** A sentence is not longer before what it says of all. */
const LONGEST = 200;

/** Whether the only number that 全部办结 can be said of is that of a part: 上年结转18件，已全部办结. */
function isOfPart({ block, start }: Place): boolean {
  const before = foldSameLength(block.text.slice(Math.max(0, start - LONGEST), start));
  const sentence = before.split(/[。；;\r\n]/).at(-1) ?? "";
  return numbersIn(sentence).length === 1 && PART.test(sentence);
}

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

**What is left alone.** What is said of a part only: 上年结转18件，已全部办结.

**What to do.** Say how many were answered and how many are still open, or correct row 四. Where the sentence speaks of other applications than the table, there is nothing to do: it is told as information only.`,
    zh: `正文称申请“全部答复”“均已办结”的，表三“四、结转下年度继续办理”应为 0。

**依据** 格式（国办公开办函〔2021〕30号）中，结转下年度的申请在 12 月 31 日尚未办结。已公布的报告中不乏这样的矛盾。

**示例** 正文写“收到政府信息公开申请 15 件，已全部答复”，而第四项为 1。

**不比较的情形** 只说其中一部分的，如“上年结转18件，已全部办结”。

**处理办法** 写明已答复和尚在办理的数量，或者改正第四项。这句话所指的申请与表格范围不同的，不必处理，所以只作信息提示。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const claim of claimsOf(report)) {
      if (claim.kind !== "closed" || isOfPart(claim.place)) continue;
      const comparison = compare(report, claim);
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

import { claimsOf, claimsOfWhole } from "../../claims/claims.ts";
import { compare } from "../../claims/compare.ts";
import type { Rule } from "../rule.ts";
import { claimFinding } from "./claim.ts";

/** Numbers in prose that 表二 does not confirm. */
export const disclosure: Rule = {
  code: "prose/disclosure",
  severity: "hint",
  title: { en: "A number in the text differs from 表二", zh: "正文中的数字与表二不同" },
  documentation: {
    en: `What the text says of 规章 and 行政规范性文件 (made, repealed, in force), of decisions on 行政许可, 行政处罚 and 行政强制, and of 行政事业性收费 is compared with 表二.

**Why.** Both are published, and should be the same where they count the same.

**Why only a hint.** The text often counts something else than the table: what was put on a website, what was examined, the cases of one procedure only.

**What is left alone.** Numbers that are not said exactly (约, 余, 近, 多), of other bodies or years (全市, 累计, 去年 …), of parts (其中), and of other steps (公示, 审查, 清理, 修订, 解读 …). The 信息处理费 of section 六 is another fee.

**Example.** 全年制发行政规范性文件 3 件, while 表二 has 2 under 本年制发件数.

**What to do.** Where both count the same, find out which of the two is right. The fixes write the table's figure into the text, or the text's number into the table; neither is chosen for you.`,
    zh: `正文中规章、行政规范性文件的制发、废止和现行有效件数，行政许可、行政处罚、行政强制的处理决定数量，以及行政事业性收费金额，与表二比较。

**依据** 表二各项依照《中华人民共和国政府信息公开条例》第二十条填写（格式见国办公开办函〔2021〕30号）。正文和表格同时公布，说的是同一件事时，数字应当一致。

**为什么只作提示** 正文的口径常与表格不同：网站上发布的、审查过的、只按某一程序办理的。

**不比较的情形** 不确切的数字（约、余、近、多），其他单位或年度的数字（全市、累计、去年等），部分数字（其中），以及其他环节的数字（公示、审查、清理、修订、解读等）。第六部分的信息处理费是另一种费用。

**示例** 正文写“全年制发行政规范性文件 3 件”，表二“本年制发件数”为 2。

**处理办法** 口径相同的，先弄清哪一个正确。快速修复可以把表中的数字写进正文，也可以把正文的数字写进表格，由你选择。`,
  },
  check: function* ({ report, members }) {
    if (!report.isReport) return;
    for (const claim of members === undefined ? claimsOf(report) : claimsOfWhole(report)) {
      const comparison = claim.topic === "disclosure" ? compare(report, claim) : undefined;
      if (comparison !== undefined && !comparison.agrees) yield claimFinding(report, comparison);
    }
  },
};

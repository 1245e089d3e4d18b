import * as l10n from "@vscode/l10n";
import type { ParagraphDigest, ReportDigest } from "./other-reports.ts";
import { type Paragraph, paragraphsOf } from "./previous-paragraphs.ts";
import type { Finding, Rule } from "./rule.ts";
import { relatedOf } from "./support.ts";

/** Shorter paragraphs are alike by chance. In letters and digits. */
const LEAST_LENGTH = 40;
/** Less of a section than this may well be said again, in percent. */
const LEAST_SHARE = 10;
const SECTIONS = ["一", "五"];
/** So much of a paragraph is quoted to tell which it is. */
const QUOTED = 12;

/** Paragraphs of sections 一 and 五 that stand in last year's report too. */
export const copied: Rule = {
  code: "previous/copied",
  severity: "information",
  title: {
    en: "Paragraphs are copied from last year's report",
    zh: "段落照搬上年度报告",
  },
  documentation: {
    en: `Paragraphs of section 一 (总体情况) and section 五 (存在的主要问题及改进情况) are not those of last year's report with at most the year changed.

**Why.** A report tells what was done in its year, and which problems remain (article 50 of the Regulation, 国令第711号; 国办公开办函〔2021〕30号). Text copied from last year is among what reviewers send back.

**What is compared.** Paragraphs of 40 letters or more, without spaces, punctuation and years. Sentences that are alike in every report do not count: the statistical period, 现将…报告如下, 未收到…申请, addresses. A finding tells how much of the section was copied, and is silent below a tenth.

**Example.** 存在问题：一是公开的广度和深度还有待加强，二是专业型人才紧缺, two years running.

**What to do.** Write what this year was: what changed, which of last year's problems were solved. What has stayed the same may stay the same in words too; silence the finding then.`,
    zh: `第一部分（总体情况）和第五部分（存在的主要问题及改进情况）的段落，不应只改年份而照搬上年度报告。

**依据** 报告应反映本年度的工作情况以及存在的主要问题和改进情况（《中华人民共和国政府信息公开条例》（国令第711号）第五十条；国办公开办函〔2021〕30号）。照搬上年内容是退回修改的常见原因。

**比较的内容** 去掉空格、标点和年份后不少于 40 字的段落。每份报告都相同的句子不计：统计期限、“现将……报告如下”、“未收到……申请”、联系方式等。提示中写明照搬部分占该部分的比例，不足一成的不提示。

**示例** 连续两年都写“存在问题：一是公开的广度和深度还有待加强，二是专业型人才紧缺……”。

**处理办法** 写出本年度的情况：有哪些变化，上年度的问题解决了哪些。情况确实没有变化的，可以保留原文，并关闭这条提示。`,
  },
  check: function* ({ report, previous }): Generator<Finding> {
    if (previous === undefined || previous.paragraphs.length === 0) return;
    const own = paragraphsOf(report);
    for (const section of SECTIONS) {
      const finding = findingIn(
        section,
        own.filter((one) => one.section === section),
        previous,
      );
      if (finding !== undefined) yield finding;
    }
  },
};

function findingIn(
  section: string,
  paragraphs: readonly Paragraph[],
  previous: ReportDigest,
): Finding | undefined {
  const before = new Map(
    previous.paragraphs.filter((one) => one.section === section).map((one) => [one.text, one]),
  );
  const copies = paragraphs.flatMap((paragraph): [Paragraph, ParagraphDigest][] => {
    const original = before.get(paragraph.text);
    return original === undefined || paragraph.text.length < LEAST_LENGTH ? [] : [[paragraph, original]];
  });
  const [first] = copies;
  const all = lengthOf(paragraphs);
  const share = Math.round((100 * lengthOf(copies.map(([paragraph]) => paragraph))) / Math.max(all, 1));
  if (first === undefined || share < LEAST_SHARE) return undefined;
  const year = previous.year === undefined ? l10n.t("last year") : String(previous.year);
  const [{ place }] = first;
  return {
    place,
    message: l10n.t(
      "Section {0}: {1} of {2} paragraphs, {3}% of its text, are the same as in the report for {4} but for the year",
      section,
      copies.length,
      paragraphs.length,
      share,
      year,
    ),
    related: relatedOf(copies, ([paragraph, { range }]) => ({
      place: paragraph.place,
      message: l10n.t("The same paragraph: “{0}”", quoted(paragraph)),
      elsewhere: { uri: previous.uri, range },
    })),
  };
}

function lengthOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

/** How a paragraph begins. */
function quoted({ place: { block, start, end } }: Paragraph): string {
  const text = block.text.slice(start, end).trim();
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`;
}

import * as l10n from "@vscode/l10n";
import { type Deviation, deviatingLevels } from "./heading-levels.ts";
import type { Finding, Fix, Related, Rule } from "./rule.ts";

/** Markdown headings whose # do not follow their rank: one finding a report, since one fix mends all. */
export const sectionLevel: Rule = {
  code: "section/level",
  severity: "warning",
  title: { en: "Heading ranks jump", zh: "标题层级跳跃" },
  documentation: {
    en: `Markdown headings of equal rank have equally many #, and a rank below has one more.

**Why.** Official documents number their headings 一、 then （一） then 1. then （1） (GB/T 9704). Whoever turns the markdown into a web page or a Word document gets sizes and an outline from the #, not from the numbers, so 四、 with #### disappears below 三、 with ##.

**Example.** ## 三、收到和处理政府信息公开申请情况, then #### 四、政府信息公开行政复议、行政诉讼情况.

**What is left alone.** Headings without #; several ranks that share one number of #, where nothing jumps; headings without a number of their own.

**What to do.** Give headings of one rank the same number of #. All that deviate are one finding, at the first; the others are listed with it. The quick fix sets all of them and is safe: it changes # only.`,
    zh: `markdown 中同一级标题的 # 号个数应相同，下一级多一个。

**依据** 公文标题层次依次为“一、”“（一）”“1.”“（1）”（GB/T 9704）。由 markdown 转成网页或 Word 文档时，字号和大纲取决于 # 号个数，而不是编号，所以用 #### 的“四、”会落到用 ## 的“三、”之下。

**示例** 前面是“## 三、收到和处理政府信息公开申请情况”，后面是“#### 四、政府信息公开行政复议、行政诉讼情况”。

**不报告的情形** 没有 # 号的标题；几级标题共用同样个数的 #，没有跳级的；没有编号的标题。

**处理办法** 让同一级标题的 # 号个数相同。全部不一致的标题合为一条提示，标在第一个上，其余一并列出。快速修复一次改好全部标题，只改 # 号，属于安全的修复。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    const deviations = deviatingLevels(report);
    const [first, ...others] = deviations;
    if (first === undefined) return;
    const title =
      others.length === 0
        ? l10n.t("Give this heading {0}", "#".repeat(first.wanted))
        : l10n.t("Set the number of # of {0} headings by their rank", deviations.length);
    yield {
      place: first.section.place,
      message:
        others.length === 0
          ? l10n.t("Heading ranks jump: {0}", levelMessage(first))
          : l10n.t(
              "Heading ranks jump at {0} headings; the first: {1}",
              deviations.length,
              levelMessage(first),
            ),
      ...(others.length > 0 && {
        related: others.map(
          (other): Related => ({ place: other.section.place, message: levelMessage(other) }),
        ),
      }),
      fixes: [{ title, safe: true, edits: deviations.map(levelEdit) }],
    };
  },
};

function levelMessage({ section, wanted }: Deviation): string {
  return l10n.t(
    "“{0}” has {1}, by its rank it should have {2}",
    section.title,
    "#".repeat(section.hashes),
    "#".repeat(wanted),
  );
}

function levelEdit({ section, wanted }: Deviation): Fix["edits"][number] {
  const { block } = section.line;
  const marks = "#".repeat(wanted);
  const written = /^\s*(#{1,6})/.exec(block.text);
  if (written !== null) {
    const end = written[0].length;
    return { place: { block, start: end - (written[1]?.length ?? 0), end }, newText: marks };
  }
  // A heading underlined with === or --- can have two ranks only.
  const [title = ""] = block.text.trimStart().split(/[\r\n]/, 1);
  return { place: { block, start: 0, end: block.text.length }, newText: `${marks} ${title.trimEnd()}` };
}

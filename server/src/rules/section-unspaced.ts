import * as l10n from "@vscode/l10n";
import type { Place } from "../document/block.ts";
import { isAlone } from "../report/line.ts";
import type { Report } from "../report/report.ts";
import type { Finding, Rule } from "./rule.ts";
import { headingsOf, relatedOf } from "./support.ts";

/** # and what follows them at once. */
const UNSPACED = /^ {0,3}#{1,6}(?![#\s])/;

/** Headings of markdown whose # have no space behind: one finding a report, since one fix mends all. */
export const sectionUnspaced: Rule = {
  code: "section/unspaced",
  severity: "information",
  title: { en: "No space behind the # of a heading", zh: "标题的 # 号后面没有空格" },
  documentation: {
    en: `In markdown a space stands between the # and the words of a heading.

**Why.** Without it the line is no heading to markdown (CommonMark 0.31, section 4.2): the published page shows ##一、总体情况 with its # as text, and the ranks of GB/T 9704 get no sizes and no outline.

**Example.** ##一、总体情况

**What is left alone.** Lines with # that are no heading of the report, or a heading and the text behind it; plain text and web pages, where # mean nothing.

**What to do.** The quick fix inserts all such spaces of the report. It is safe: it changes nothing else.`,
    zh: `markdown 标题的 # 号与文字之间应有一个空格。

**依据** 没有空格，markdown 就不把这一行当作标题（CommonMark 0.31 第 4.2 节）：发布的网页会把“##一、总体情况”连同 # 号当作正文显示，公文标题的层次（GB/T 9704）在字号和大纲中都体现不出来。

**示例** ##一、总体情况

**不报告的情形** 以 # 号开头、但不是年报标题的行，标题后面同一行接着写正文的；# 号没有意义的纯文本和网页。

**处理办法** 快速修复一次补上全篇所缺的空格。只加空格，属于安全的修复。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport || report.document.language !== "markdown") return;
    if (!report.blocks.some(({ kind, text }) => kind !== "heading" && text.includes("#"))) return;
    const unspaced = placesOf(report).flatMap((place) => {
      const gap = gapBefore(place);
      return gap === undefined ? [] : [{ place, gap }];
    });
    const [first, ...others] = unspaced;
    if (first === undefined) return;
    const message = l10n.t("Without a space behind its # this line is no heading in markdown");
    yield {
      place: first.place,
      message,
      ...(others.length > 0 && { related: relatedOf(others, ({ place }) => ({ place, message })) }),
      fixes: [
        {
          title: l10n.t("Insert the space behind #"),
          safe: true,
          edits: unspaced.map(({ gap }) => ({ place: gap, newText: " " })),
        },
      ],
    };
  },
};

/** Where the report's title and its headings stand. */
function placesOf(report: Report): Place[] {
  const headings = headingsOf(report)
    .filter(({ line, place }) => isAlone(line, place))
    .map(({ place }) => place);
  return report.title === undefined ? headings : [report.title.place, ...headings];
}

/** Where the space belongs in the line that a place stands in. */
function gapBefore({ block, start }: Place): Place | undefined {
  const from = Math.max(block.text.lastIndexOf("\n", start), block.text.lastIndexOf("\r", start)) + 1;
  const marks = UNSPACED.exec(block.text.slice(from, start + 1));
  if (block.kind === "heading" || marks === null) return undefined;
  const at = from + marks[0].length;
  return { block, start: at, end: at };
}

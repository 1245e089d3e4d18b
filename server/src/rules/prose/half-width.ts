import * as l10n from "@vscode/l10n";
import type { Place } from "../../document/block.ts";
import { placeIn, proseLinesOf } from "../../report/prose-lines.ts";
import type { Finding, Rule } from "../rule.ts";

const FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？" };
/** A mark between two Chinese characters or full-width marks, spaces aside; it begins with the mark, which is quick to find. */
const BETWEEN = /[,;:!?](?<=[\p{sc=Han}”’》）].)(?=\s?(?:[\p{sc=Han}“‘《（]|$))/gu;
/** More places than these help nobody. */
const MOST_RELATED = 10;

/** Half-width punctuation between Chinese characters: one finding a report, since one fix mends all. */
export const halfWidth: Rule = {
  code: "prose/half-width",
  severity: "hint",
  title: { en: "Half-width punctuation between Chinese characters", zh: "中文之间使用了半角标点" },
  documentation: {
    en: `Chinese text has full-width punctuation: ， ； ： ！ ？

**Why.** 《标点符号用法》 (GB/T 15834). Half-width marks come from typing and pasting, and reviewers mark them.

**Example.** 全年公开信息,及时更新

**What is left alone.** Marks beside digits and Latin letters, brackets, and everything in tables.

**What to do.** One quick fix sets all of them in the report. It is safe: it changes punctuation only.`,
    zh: `中文应使用全角标点：，；：！？

**依据** 《标点符号用法》（GB/T 15834）。半角标点多由输入或粘贴带入，审阅时会被指出。

**示例** 全年公开信息,及时更新

**不报告的情形** 数字、字母旁边的标点，括号，以及表格中的内容。

**处理办法** 一次快速修复改好全篇。只改标点，属于安全的修复。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport || report.document.language === "html") return;
    const places = proseLinesOf(report).flatMap((line) =>
      [...line.text.matchAll(BETWEEN)].map(({ index }) => placeIn(line, index, index + 1)),
    );
    const [first, ...others] = places;
    if (first === undefined) return;
    const written = (place: Place): string => place.block.text.slice(place.start, place.end);
    yield {
      place: first,
      message:
        others.length === 0
          ? l10n.t("Half-width “{0}” in Chinese text", written(first))
          : l10n.t("Half-width punctuation in Chinese text, {0} times", places.length),
      ...(others.length > 0 && {
        related: others
          .slice(0, MOST_RELATED)
          .map((place) => ({ place, message: l10n.t("Half-width “{0}” in Chinese text", written(place)) })),
      }),
      fixes: [
        {
          title: l10n.t("Set full-width punctuation"),
          safe: true,
          edits: places.map((place) => ({ place, newText: FULL[written(place)] ?? written(place) })),
        },
      ],
    };
  },
};

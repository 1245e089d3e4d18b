import * as l10n from "@vscode/l10n";
import { addsUp, listsIn, type ProseList, sumOf } from "../../claims/lists.ts";
import type { Place } from "../../document/block.ts";
import { type ProseLine, placeIn, proseLinesOf } from "../../report/prose-lines.ts";
import { formatDecimal } from "../../text/decimal.ts";
import type { Finding, Rule } from "../rule.ts";

/** Fewer parts are mostly examples. */
const LEAST_PARTS = 3;

/** Lists in prose whose parts do not make up their whole. */
export const listTotal: Rule = {
  code: "prose/list-total",
  severity: "warning",
  title: {
    en: "The parts of a list in the text do not make up its whole",
    zh: "正文中“其中”各项之和与总数不符",
  },
  documentation: {
    en: `In “24条，其中A类1条，B类20条，C类3条” the parts add up to the whole.

**Why.** Whoever reads the report (article 50 of the Regulation, 国令第711号) can add up, and a part that was changed without its whole is a usual slip.

**When it is a warning.** The parts come to more than the whole, and leaving out one of them, or the last few, does not settle it.

**When it is a hint.** Three parts or more come to less than the whole, but to half of it or more, and nothing (等, 主要) says that there is more: perhaps one is left out on purpose.

**Example.** 发布信息24条，其中机构职能类9条，政策法规类20条: the parts are 29.

**What is left alone.** Numbers that are not said exactly (约, 余), lists with shares or comparisons in them, parts of which some contain others, parts that may be those of an earlier number in the sentence or of all of them (新收20件，上年结转2件，其中…), parts of which only those in another unit than the whole are too many, and what else was done (…，通过微信发布655条).

**What to do.** Add up again, and correct the part or the whole.`,
    zh: `“24条，其中A类1条，B类20条，C类3条”这样的列举，各项之和应等于总数。

**依据** 年度报告应当准确（《中华人民共和国政府信息公开条例》第六条），改了分项忘了改总数是常见的疏漏。

**示例** “发布信息24条，其中机构职能类9条，政策法规类20条”，两项之和为 29。

**警告** 各项之和大于总数，去掉其中一项或最后几项也对不上。

**提示** 三项以上之和小于总数但不少于一半，又没有“等”“主要”之类的字样，可能漏写了一项。

**不比较的情形** 不确切的数字（约、余），含有占比、同比的列举，互相包含的分项，分项可能属于同一句中前面某个数或几个数之和的列举（新收20件，上年结转2件，其中……），只是量词与总数不同的分项才使和数偏大的列举，以及列举之后另外做的事（……，通过微信发布655条）。

**处理办法** 重新相加，改正分项或者总数。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const line of proseLinesOf(report)) {
      for (const list of listsIn(line.folded)) yield* listFinding(list, line);
    }
  },
};

/** What is wrong with a list, if anything is. */
export function* listFinding(list: ProseList, line: ProseLine): Generator<Finding> {
  const { whole, parts, before, open } = list;
  const outcome = addsUp(list);
  const sum = sumOf(parts);
  const isSelection = parts.length < LEAST_PARTS || open || sum + sum < whole.value;
  if (outcome !== "over" && (outcome !== "under" || isSelection)) return;
  const placeOf = ({ start, end }: { start: number; end: number }): Place => placeIn(line, start, end);
  // The parts of 新收20件，上年结转2件，其中… may be those of all that stands before: then they are more than even that.
  const wholes = outcome === "over" ? [...before, whole] : [whole];
  const [first = whole] = wholes;
  const there = formatDecimal(sumOf(wholes));
  yield {
    place: placeOf({ start: first.start, end: whole.end }),
    ...(outcome === "under" && { severity: "hint" as const }),
    message:
      wholes.length === 1
        ? l10n.t("The whole is {0}, its {1} parts add up to {2}", there, parts.length, formatDecimal(sum))
        : l10n.t(
            "Even together the numbers before 其中 ({0}) are only {1}, the {2} parts add up to {3}",
            wholes.map(({ value }) => formatDecimal(value)).join(" + "),
            there,
            parts.length,
            formatDecimal(sum),
          ),
    expected: formatDecimal(sum),
    actual: there,
    related: parts.slice(0, 10).map((part) => ({ place: placeOf(part), message: formatDecimal(part.value) })),
  };
}

import * as l10n from "@vscode/l10n";
import type { Claim } from "../../claims/claim.ts";
import { claimsOf, claimsOfWhole } from "../../claims/claims.ts";
import { type Comparison, compare, type Read } from "../../claims/compare.ts";
import type { Figure, Report } from "../../report/report.ts";
import { formatDecimal } from "../../text/decimal.ts";
import { isConfirmed } from "../relations/confirmed.ts";
import { cellLabel } from "../relations/labels.ts";
import { shownValue } from "../relations/messages.ts";
import { writeNumber } from "../relations/write-number.ts";
import type { Finding, Fix, Rule } from "../rule.ts";
import { breaksNothing } from "../statutory-figures.ts";
import { tableFormOf } from "../support.ts";
import { readingLabel, relatedTo } from "./reading-label.ts";

/** Numbers in prose that no figure of the tables confirms. */
export const claim: Rule = {
  code: "prose/claim",
  severity: "warning",
  title: { en: "A number in the text contradicts the table", zh: "正文中的数字与表格不一致" },
  documentation: {
    en: `What the text says of applications, their reviews (行政复议) and lawsuits (行政诉讼) must be what 表三 and 表四 say.

**Why.** Both are published, and whoever compares them finds the report wrong. It is among what supervising offices send reports back for.

**What is compared.** Applications received, newly received, carried over, closed, by kind of applicant, by outcome and by the rows under each outcome; reviews and lawsuits and their results; and sentences such as 未收到政府信息公开申请 and 未发生行政复议、行政诉讼. What a paragraph has said to be about applications holds to its end: …15 件；办结 14 件. Section 四 is about reviews and lawsuits without saying so again.

**Where the table is wrong.** If the sums of 表三 or 表四 show that a figure is wrong and what it should be, and the text says just that, the finding stands at the figure and not in the text.

**Several readings.** 收到 15 件 may mean those newly received, or these and what was carried over; both are usual. A number is wrong only if none of the usual readings fits; the message names the nearest.

**What is left alone.** Numbers that are not said exactly (约, 余, 近, 多, 10–12 件), of other bodies, years, parts of the year or processes (全市, 历年, 上半年, 移送, 同比 …), and every number that has a word beside it which may make it a part or something else (收到网上申请 9 件, 收到救助申请 4 件, 一审 3 件); what goes on from such a number is left alone too. In a consolidated report (gouji.yaml) 全县 or 全市 is the report's own area, and is compared.

**Example.** 共收到政府信息公开申请 16 件, while 表三 has 15 newly received and 0 carried over.

**What to do.** Find out which of the two is right. The fixes write the table's figure into the text, or the text's number into the table; neither is chosen for you.`,
    zh: `正文中关于申请、行政复议、行政诉讼的数字，应与表三、表四一致。

**依据** 年度报告应当准确（《中华人民共和国政府信息公开条例》第六条）。正文和表格同时公布，对照一下就能看出矛盾，也是主管部门退回报告的常见原因。

**比较的内容** 收到、新收、结转、办结的申请数量，申请人类别、办理结果及其各项情形的数量，行政复议、行政诉讼及其结果的数量，以及“未收到政府信息公开申请”“未发生行政复议、行政诉讼”之类的说法。一段话说明了是政府信息公开申请，后面的句子也按此理解，如“……15 件；办结 14 件”；第四部分不必重复写“政府信息公开”。

**表格有误的** 如果表三、表四的合计关系已查明某个数字有误、应为多少，而正文写的正是这个数，只在表格处提示，不再提示正文。

**多种理解** “收到 15 件”可以指本年新收，也可以指新收加上年结转，两种写法都常见。各种通常的理解都对不上，才算不一致；提示中写明最接近的一种。

**不比较的情形** 不确切的数字（约、余、近、多、10–12 件），其他单位、其他年度或时段、其他事项的数字（全市、历年、上半年、移送、同比等），以及旁边有词语表明可能只是一部分或另一回事的数字（收到网上申请 9 件、收到救助申请 4 件、一审 3 件）和接着它说的数字。汇总报告（见 gouji.yaml）中的“全县”“全市”就是报告自己的范围，照常比较。

**示例** 正文写“共收到政府信息公开申请 16 件”，表三新收 15 件、上年结转 0 件。

**处理办法** 先弄清哪一个正确。快速修复可以把表中的数字写进正文，也可以把正文的数字写进表格，由你选择。`,
  },
  check: function* ({ report, members }): Generator<Finding> {
    if (!report.isReport) return;
    for (const one of members === undefined ? claimsOf(report) : claimsOfWhole(report)) {
      if (one.kind === "closed" || one.kind === "upheld" || one.topic === "disclosure") continue;
      const comparison = compare(report, one);
      if (comparison === undefined || comparison.agrees || isConfirmed(report, one)) continue;
      yield claimFinding(report, comparison);
    }
  },
};

/** A number in prose that the tables contradict, with both ways out. */
export function claimFinding(report: Report, { claim, read }: Comparison): Finding {
  const said = formatDecimal(claim.value);
  const isBlank = read.figures.every(({ kind }) => kind === "blank");
  const there = isBlank ? l10n.t("blank") : formatDecimal(read.sum);
  const what = readingLabel(report, read);
  const [only, ...more] = read.figures;
  return {
    place: claim.place,
    message:
      claim.kind === "none"
        ? l10n.t("The text says there was none, {0} is {1}", what, there)
        : l10n.t("The text says {0}, {1} is {2}", said, what, there),
    ...(!isBlank && { expected: there }),
    actual: said,
    ...(only !== undefined && more.length === 0 && { cell: only.name }),
    related: relatedTo(report, read),
    fixes: [...textFixes(claim, read), ...tableFixes(report, claim, read)],
  };
}

/** The table's figure into the text; words such as 未收到 are the author's to rewrite. */
function textFixes({ kind, place }: Claim, { sum, figures }: Read): Fix[] {
  if (kind !== "count" || figures.every((figure) => figure.kind === "blank")) return [];
  const written = place.block.text.slice(place.start, place.end);
  const newText = writeNumber(written, sum);
  return [
    {
      title: l10n.t("Change the text to {0} (changes a figure)", newText),
      safe: false,
      edits: [{ place, newText }],
    },
  ];
}

/** The text's number into the table, where it is one figure. */
function tableFixes(report: Report, { value, kind }: Claim, { figures, form }: Read): Fix[] {
  const [only, ...more] = figures;
  if (only === undefined || more.length > 0 || form.lax === true || kind !== "count") return [];
  // Where the table's own sums speak for the figure, the text is what is wrong.
  if (!breaksNothing(report, only.table, [{ name: only.name, value }])) return [];
  return [
    {
      title: l10n.t(
        "Change {0} from {1} to {2} (changes a figure)",
        `${only.table}“${cellLabel(tableFormOf(report, only.table), only.name)}”`,
        shownValue(only),
        formatDecimal(value),
      ),
      safe: false,
      edits: [{ place: only.place, newText: newFigure(only, value) }],
    },
  ];
}

function newFigure({ place }: Figure, value: Claim["value"]): string {
  return writeNumber(place.block.text.slice(place.start, place.end), value);
}

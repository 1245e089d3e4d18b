import * as l10n from "@vscode/l10n";
import type { Claim } from "../claims/claim.ts";
import { type Growth, growthsOf } from "../claims/growths.ts";
import type { ReadingForm } from "../forms/claim-form.ts";
import type { Report } from "../report/report.ts";
import { type Decimal, formatDecimal } from "../text/decimal.ts";
import { isPercentage, percentage } from "../text/percentage.ts";
import { type FigureDigest, figurePlace, type ReportDigest } from "./other-reports.ts";
import { writeNumber } from "./relations/write-number.ts";
import type { Finding, Rule } from "./rule.ts";
import { isSure } from "./sure-figures.ts";

/** 同比 in prose against the figure of last year's report that is read in the same way. */
export const growth: Rule = {
  code: "previous/growth",
  severity: "warning",
  title: {
    en: "The change since last year does not fit last year's report",
    zh: "同比数据与上年度报告不符",
  },
  documentation: {
    en: `Where the text gives a count and says how it changed since last year (同比增长50%, 较上年减少5件, 与上年持平), the change is that from the same figure of last year's report.

**Why.** Last year's figures are published (article 50 of the Regulation, 国令第711号; 国办公开办函〔2021〕30号); anybody can work the change out.

**What is compared.** A change told right behind a count that the tables confirm, and in the reading that they confirm: those newly received, these with what was carried over, one outcome. Every usual rounding is accepted, and cutting off too. Where the sentence has several counts, the change is wrong only if it fits none of them; where it gives each its own (分别增长), they are compared in their order. Last year's count itself is compared too (较上年的10件增加5件). About (约, 近), 百分点 and 倍, and other years are left alone.

**Example.** 共收到政府信息公开申请15件，同比增长70.3%, while last year's report has 10: that is 50%.

**What to do.** Correct the change, or check whether last year's report was corrected after it was published.`,
    zh: `正文写明数量及其同比变化的（“同比增长50%”“较上年减少5件”“与上年持平”），应与上年度报告的同一数字相符。

**依据** 上年度的数字已经公布（《中华人民共和国政府信息公开条例》（国令第711号）第五十条；国办公开办函〔2021〕30号），同比变化人人可以算出。

**比较的内容** 紧接在数量之后的同比说法，且该数量与本年度表格相符；按相符的那一种理解（新收、新收加结转、某一办理结果等）与上年度相应的数字比较。各种通常的四舍五入和截位都算相符。一句中有几个数量的，与任何一个都不符才提示；写明“分别增长”的，按顺序逐个比较。句中写到的上年数量（“较上年的10件增加5件”）也作比较。“约”“近”、百分点、倍数以及与其他年度的比较，不作核对。

**示例** 正文写“共收到政府信息公开申请15件，同比增长70.3%”，上年度报告为 10 件，实际增长 50%。

**处理办法** 改正同比数据；上年度报告公布后有更正的，请核实。`,
  },
  check: function* ({ report, previous }): Generator<Finding> {
    if (previous === undefined) return;
    for (const one of growthsOf(report)) {
      const pairs = pairsOf(report, previous, one.claims);
      if (pairs === undefined || pairs.length === 0) continue;
      if (pairs.some((pair) => agrees(one, pair))) continue;
      const [pair] = pairs;
      if (pair !== undefined) yield findingOf(one, pair, previous);
    }
  },
};

/** A count of this year and the same of last year. */
interface Pair {
  readonly now: Decimal;
  readonly before: Decimal;
  readonly figures: readonly FigureDigest[];
}

/** Undefined where some reading that the table confirms cannot be had from last year's: it might be the one meant. */
function pairsOf(
  report: Report,
  previous: ReportDigest,
  claims: readonly Claim[],
): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const { value, readings } of claims) {
    for (const reading of readings) {
      if (sumNow(report, reading) !== value) continue;
      const before = sumBefore(previous, reading);
      if (before === undefined) return undefined;
      pairs.push({ now: value, ...before });
    }
  }
  return pairs;
}

function sumNow(report: Report, { plus, minus = [] }: ReadingForm): Decimal | undefined {
  let sum: Decimal = 0n;
  for (const name of [...plus, ...minus]) {
    const figure = report.figures.get(name);
    if (figure?.value == null || !isSure(report, figure)) return undefined;
    sum += minus.includes(name) ? -figure.value : figure.value;
  }
  return sum;
}

/** What last year's report says in a reading; undefined where it does not say it for sure. */
export function sumBefore(
  { figures }: ReportDigest,
  { plus, minus = [] }: ReadingForm,
): Omit<Pair, "now"> | undefined {
  let before: Decimal = 0n;
  const found: FigureDigest[] = [];
  for (const name of [...plus, ...minus]) {
    const figure = figures.get(name);
    if (figure?.kind !== "number" || figure.value === null) return undefined;
    before += minus.includes(name) ? -figure.value : figure.value;
    found.push(figure);
  }
  return { before, figures: found };
}

function agrees({ kind, sign, value, places }: Growth, { now, before }: Pair): boolean {
  const change = now - before;
  if (kind === "last") return value === before;
  if (kind === "level") return change === 0n;
  if (change !== 0n && change > 0n !== sign > 0) return false;
  const size = change < 0n ? -change : change;
  if (kind === "count") return size === value;
  // From nothing any growth is as good as any other.
  if (before <= 0n) return true;
  return isPercentage(value, places, size, before);
}

function findingOf(
  { kind, place, value, sign, places }: Growth,
  pair: Pair,
  previous: ReportDigest,
): Finding {
  const { now, before, figures } = pair;
  const written = place.block.text.slice(place.start, place.end);
  const wanted = writeNumber(written, sizeOf(kind, pair, places));
  const actual = signed(now < before ? -1 : 1, formatDecimal(sizeOf(kind, pair, places)), kind);
  const shown = signed(sign, formatDecimal(value), kind);
  const [from, to] = [formatDecimal(before), formatDecimal(now)];
  const messageOf = (): string => {
    if (kind === "level")
      return l10n.t("The text says as many as last year; last year's report has {0}, this one {1}", from, to);
    return kind === "last"
      ? l10n.t("The text says {0} of last year; last year's report has {1}", shown, from)
      : l10n.t("The text says {0}; from {1} in last year's report to {2} it is {3}", shown, from, to, actual);
  };
  const isWritable = kind === "last" || (now !== before && now > before === sign > 0);
  return {
    place,
    message: messageOf(),
    ...(kind !== "level" && { expected: actual, actual: shown }),
    related: figures.map((figure) => ({
      place,
      message: l10n.t("Last year's figure: {0}", formatDecimal(figure.value ?? 0n)),
      elsewhere: figurePlace(previous, figure),
    })),
    ...(kind !== "level" &&
      isWritable && {
        fixes: [
          {
            title: l10n.t("Change the text to {0} (changes a figure)", wanted),
            safe: false,
            edits: [{ place, newText: wanted }],
          },
        ],
      }),
  };
}

/** "+50%", "−3"; what last year's count is said to be has no sign. */
function signed(sign: number, size: string, kind: Growth["kind"]): string {
  if (kind === "last") return size;
  return `${sign < 0 ? "−" : "+"}${size}${kind === "percent" ? "%" : ""}`;
}

/** What would be written: the change, a percentage rounded to as many places as the text has, or last year's count. */
function sizeOf(kind: Growth["kind"], { now, before }: Pair, places: number): Decimal {
  if (kind === "last") return before;
  const size = now < before ? before - now : now - before;
  return kind === "percent" ? percentage(size, before, places) : size;
}

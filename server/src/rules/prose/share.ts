import * as l10n from "@vscode/l10n";
import { claimsOf, namedSharesOf } from "../../claims/claims.ts";
import { type Read, readingOf } from "../../claims/compare.ts";
import type { NamedShare } from "../../claims/named-shares.ts";
import { type Share, sharesOf } from "../../claims/shares.ts";
import type { Block } from "../../document/block.ts";
import { partialWholes, sharedWholes } from "../../forms/claim-lexicon.ts";
import type { Report } from "../../report/report.ts";
import { type Decimal, formatDecimal } from "../../text/decimal.ts";
import { isPercentage, isPercentageOfAny, percentage } from "../../text/percentage.ts";
import { writeNumber } from "../relations/write-number.ts";
import type { Finding, Rule } from "../rule.ts";
import { relatedTo } from "./reading-label.ts";

/** Percentages in prose that are those of no part in no whole. */
export const share: Rule = {
  code: "prose/share",
  severity: "warning",
  title: { en: "A share in the text does not fit its numbers", zh: "正文中的占比与数字不符" },
  documentation: {
    en: `Where the text gives a count and its share (其中自然人10件，占66.7%), the share is that of the count in a whole that is known.

**Why.** Whoever reads the report (article 50 of the Regulation, 国令第711号) can work it out, and a share that was not changed with its numbers is a usual slip.

**What is compared.** A share told right behind a count, where the sentence names the whole before 其中, or where the count is one of applications that 表三 knows. The whole may be any number of the paragraph or of the line above it, the total of 表三 (received, with those carried over, closed) or of 表四; the part may be the count alone or with those named before it. The share is wrong only if none of them fits. Every usual rounding is accepted, and cutting off too. A share told of a kind of applicants or of an outcome by its name, without a count (自然人申请占比80.4%), is compared with 表三 in the same way.

**What is left alone.** Numbers and shares that are not said exactly (约, 近, 左右), shares of other bodies and times (全市, 累计, 去年), and of wholes that the report does not tell.

**Example.** 共收到政府信息公开申请15件，其中自然人申请10件，占76.7%: 10 of 15 is 66.7%.

**What to do.** Work the share out again, or correct the count.`,
    zh: `正文写明数量及其占比的（“其中自然人10件，占66.7%”），占比应与数量相符。

**依据** 年度报告应当准确（《中华人民共和国政府信息公开条例》第六条）。占比人人可以算出，改了数量忘了改占比是常见的疏漏。

**比较的内容** 紧接在数量之后的占比，且这句话在“其中”之前写明了总数，或者该数量是表三中的申请数量。总数可以是本段或上一行的任何数字、表三的总计（新收、新收加结转、办结）或表四的总计；分子可以是这个数量，也可以连同前面列举的数量。都对不上才提示。各种通常的四舍五入和截位都算相符。只写某类申请人或某种办理结果的占比而没有写数量的（“自然人申请占比80.4%”），按表三的数字同样核对。

**不比较的情形** 不确切的数字和占比（约、近、左右），其他单位、其他时间的占比（全市、累计、去年），以及总数在报告中没有写明的占比。

**示例** “共收到政府信息公开申请15件，其中自然人申请10件，占76.7%”，15 件中的 10 件应为 66.7%。

**处理办法** 重新计算占比，或者改正数量。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    const totals = wholesIn(report);
    const ofApplications = countsOfApplications(report);
    for (const one of sharesOf(report)) {
      const isTied = ofApplications.get(one.count.block)?.has(one.count.start) ?? false;
      if (isTied ? totals === undefined : one.whole === undefined) continue;
      const told = totals ?? [];
      if (one.parts.some((part) => isShare(one, part, told))) continue;
      yield* findingOf(report, one, isTied ? told : []);
    }
    if (totals !== undefined)
      for (const one of namedSharesOf(report)) yield* namedFinding(report, one, totals);
  },
};

/** Wrong only if no part that the words may mean is so much of any whole. */
function* namedFinding(report: Report, one: NamedShare, totals: readonly Whole[]): Generator<Finding> {
  const parts = one.readings.map((form) => readingOf(report, form));
  const more = partialWholes.map((plus) => readingOf(report, { plus }));
  const [plain] = parts;
  const known = [...totals, ...more.filter((read) => read !== undefined)];
  if (plain === undefined || parts.includes(undefined) || known.length < totals.length + more.length) return;
  if (parts.some((part) => part !== undefined && isShare(one, part.sum, known))) return;
  // Applicants are told of those received, outcomes of those closed.
  const row = plain.figures[0]?.row === "一" ? "一" : "三(七)";
  const whole = totals.filter(({ figures }) => figures.every((figure) => figure.row === row));
  yield* findingOf(report, { ...one, parts: [plain.sum] }, whole);
}

type Whole = Pick<Read, "sum" | "figures">;

/** The totals of the tables; undefined where one of them is not known for sure: it might be the one meant. */
function wholesIn(report: Report): readonly Whole[] | undefined {
  const reads = sharedWholes.map((plus) => readingOf(report, { plus }));
  const known = reads.filter((read) => read !== undefined);
  return known.length < reads.length ? undefined : known;
}

/** Where counts of applications stand that the tables know. */
function countsOfApplications(report: Report): ReadonlyMap<Block, ReadonlySet<number>> {
  const starts = new Map<Block, Set<number>>();
  for (const { kind, topic, place } of claimsOf(report)) {
    if (kind !== "count" || topic !== "application") continue;
    const own = starts.get(place.block);
    if (own === undefined) starts.set(place.block, new Set([place.start]));
    else own.add(place.start);
  }
  return starts;
}

function isShare(
  { value, places, wholes }: Pick<Share, "value" | "places" | "wholes">,
  part: Decimal,
  told: readonly Whole[],
): boolean {
  return (
    isPercentageOfAny(value, places, part, wholes) ||
    told.some(({ sum }) => sum > 0n && isPercentage(value, places, part, sum))
  );
}

/** Told of the whole that comes nearest: the one that the sentence names, or a total of the tables. */
function* findingOf(
  report: Report,
  one: Pick<Share, "place" | "value" | "places" | "parts" | "whole">,
  told: readonly Whole[],
): Generator<Finding> {
  const { place, value, places, parts, whole } = one;
  const [part = 0n] = parts;
  const named: Whole[] = whole === undefined ? [] : [{ sum: whole.value, figures: [] }];
  const candidates = [...named, ...told]
    .filter(({ sum }) => sum > 0n && sum >= part)
    .map((candidate) => ({ ...candidate, percent: percentage(part, candidate.sum, places) }));
  const off = ({ percent }: { percent: Decimal }): Decimal =>
    percent > value ? percent - value : value - percent;
  const [first, ...others] = candidates;
  if (first === undefined) return;
  const nearest = others.reduce((a, b) => (off(b) < off(a) ? b : a), first);
  const newText = writeNumber(place.block.text.slice(place.start, place.end), nearest.percent);
  const [said, right] = [`${formatDecimal(value)}%`, `${formatDecimal(nearest.percent)}%`];
  yield {
    place,
    message: l10n.t(
      "The text says {0}; {1} of {2} is {3}",
      said,
      formatDecimal(part),
      formatDecimal(nearest.sum),
      right,
    ),
    expected: right,
    actual: said,
    related: relatedTo(report, nearest),
    fixes: [
      {
        title: l10n.t("Change the text to {0} (changes a figure)", newText),
        safe: false,
        edits: [{ place, newText }],
      },
    ],
  };
}

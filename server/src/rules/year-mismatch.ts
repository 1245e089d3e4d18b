import * as l10n from "@vscode/l10n";
import type { Place } from "../document/block.ts";
import { formForYear } from "../forms/index.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { headOf } from "./support.ts";
import { type YearClaim, yearClaimsOf, yearOfFileName } from "./year-claims.ts";
import { type Leftover, leftoversOf } from "./year-leftover.ts";

/** The report's year as its title, its period, its opening and its file name have it. */
export const yearMismatch: Rule = {
  code: "year/mismatch",
  severity: "warning",
  title: { en: "Years of the report disagree", zh: "报告年份前后不一致" },
  documentation: {
    en: `The year in the title, the statistical period, the sentence that presents the report, and the file name are the same.

**Why.** The report covers 1 January to 31 December of one year (article 50 of the Regulation, 国令第711号; 国办公开办函〔2021〕30号). A year left standing from last year's file is among what reviewers send back most.

**What is compared.** The title; a period such as 2022年1月1日至2022年12月31日; 现将2023年度政府信息公开工作情况报告如下 and its like; a file name with exactly one year in it. A sentence that begins with last year's year (2022年，我局共收到…) and counts what this report's tables have, but last year's report has not; one of section 一 that begins so, counts nothing of the tables and names no other time is told as information. Other years in the text (上年, 与2022年相比, 下一步，2024年) are no mistakes and are left alone.

**Example.** Title 2023年政府信息公开工作年度报告, period 2022年1月1日至2022年12月31日.

**What to do.** Correct the year that is wrong: the finding stands at the one that most of the others contradict, or else not at the title. A quick fix writes the year of the others, but into a title only where the title is the older: a newer one may be the only place that was brought up to date.`,
    zh: `标题、统计期限、引出报告的句子和文件名中的年份应当一致。

**依据** 报告反映一个年度 1 月 1 日至 12 月 31 日的情况（《中华人民共和国政府信息公开条例》（国令第711号）第五十条；国办公开办函〔2021〕30号）。沿用上年文件而未改的年份，是退回修改的常见原因。

**比较的内容** 标题；“2022年1月1日至2022年12月31日”这样的期限；“现将2023年度政府信息公开工作情况报告如下”之类的句子；只含一个年份的文件名。以上年年份开头（“2022年，我局共收到……”），数字却与本报告表格相符、与上年度报告不符的句子；第一部分中这样开头、没有表中数字、也没有提到其他时间的段落，只作信息提示。正文中的其他年份（“上年”“与2022年相比”“下一步，2024年”）不算错误，不作比较。

**示例** 标题为“2023年政府信息公开工作年度报告”，期限为“2022年1月1日至2022年12月31日”。

**处理办法** 改正写错的年份。提示标在与其余多数不一致的那一处；各占一半时，标在标题以外的那一处。快速修复改为其余各处的年份；标题的年份比其余各处新的，可能只有标题是改过的，不提供对标题的修复。`,
  },
  check: function* ({ report, fileName, previous }): Generator<Finding> {
    if (!report.isReport) return;
    const claims = yearClaimsOf(report);
    const fileYear = yearOfFileName(fileName);
    const year = agreedYear(claims, fileYear) ?? report.year;
    if (year === undefined) return;
    const [kept] = claims.filter((claim) => claim.year === year);
    for (const claim of claims) {
      if (claim.year !== year) yield claimFinding(claim, year, kept);
    }
    // Where the report's own year is in doubt nothing is left over for sure.
    if (claims.every((claim) => claim.year === year)) {
      for (const left of leftoversOf(report, year, previous)) yield leftoverFinding(left, year);
    }
    const place = report.yearPlace ?? headOf(report);
    if (fileYear !== undefined && fileYear !== year && place !== undefined) {
      yield {
        place,
        message: l10n.t("The file name says {0}, the report says {1}", fileYear, year),
      };
    }
  },
};

/** The year that most kinds of signs say; of two said by equally many the first, since the title comes first. */
function agreedYear(claims: readonly YearClaim[], fileYear: number | undefined): number | undefined {
  const signs = new Map<number, Set<string>>();
  for (const { kind, year } of claims) signs.set(year, (signs.get(year) ?? new Set()).add(kind));
  // The file name alone decides nothing: it may stem from anywhere.
  if (fileYear !== undefined) signs.get(fileYear)?.add("file name");
  let best: number | undefined;
  for (const [year, { size }] of signs) {
    if (best === undefined || size > (signs.get(best)?.size ?? 0)) best = year;
  }
  return best;
}

function claimFinding({ kind, year, places }: YearClaim, wanted: number, other?: YearClaim): Finding {
  const [own, rest] = [String(year), String(wanted)];
  // A title's year decides the format; where that would change, other findings would come. And where the title is the
  // newer one, it may be the only place that was brought up to date.
  const isHarmless = kind !== "title" || (year < wanted && formForYear(year).id === formForYear(wanted).id);
  return {
    place: places[0],
    message: messageOf(kind, own, rest),
    expected: rest,
    actual: own,
    ...(other && { related: [{ place: other.places[0], message: l10n.t("Here it is {0}", rest) }] }),
    ...(isHarmless && {
      fixes: [yearFix(own, rest, places)],
    }),
  };
}

function leftoverFinding({ place, severity }: Leftover, year: number): Finding {
  const [own, rest] = [String(year - 1), String(year)];
  return {
    place,
    severity,
    message:
      severity === "warning"
        ? l10n.t("The sentence says {0}, its numbers are those of {1}", own, rest)
        : l10n.t("The sentence begins with {0}, the report is about {1}", own, rest),
    expected: rest,
    actual: own,
    fixes: [yearFix(own, rest, [place])],
  };
}

function yearFix(own: string, rest: string, places: readonly Place[]): Fix {
  return {
    title: l10n.t("Change the year from {0} to {1}", own, rest),
    safe: false,
    edits: places.map((place) => ({ place, newText: rest })),
  };
}

function messageOf(kind: YearClaim["kind"], own: string, rest: string): string {
  switch (kind) {
    case "title":
      return l10n.t("The title says {0}, the rest of the report is about {1}", own, rest);
    case "period":
      return l10n.t("The statistical period says {0}, the report is about {1}", own, rest);
    case "opening":
      return l10n.t("Here the report is said to be about {0}, elsewhere about {1}", own, rest);
  }
}

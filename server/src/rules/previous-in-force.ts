import * as l10n from "@vscode/l10n";
import { figureName } from "../forms/form.ts";
import type { Figure, Report } from "../report/report.ts";
import { type Decimal, formatDecimal } from "../text/decimal.ts";
import { setFigures } from "./figure-fix.ts";
import { figurePlace } from "./other-reports.ts";
import type { Finding, Rule } from "./rule.ts";
import { isSure } from "./sure-figures.ts";

const TABLE = "表二";
const MADE = "本年制发件数";
const REPEALED = "本年废止件数";
const IN_FORCE = "现行有效件数";

/** 表二: rules and normative documents in force, against last year's with those made and repealed since. */
export const inForce: Rule = {
  code: "previous/in-force",
  severity: "information",
  title: {
    en: "表二: the number in force does not follow from last year's",
    zh: "表二：现行有效件数与上年度不衔接",
  },
  documentation: {
    en: `For 规章 and 行政规范性文件 in 表二, 现行有效件数 is usually that of last year's report plus 本年制发件数 less 本年废止件数.

**Why.** Article 20 (一) of the Regulation (国令第711号) has these documents published; the form of 国办公开办函〔2021〕30号 counts them. What is in force changes by what is made and what is repealed.

**Example.** Last year 17 in force; this year 3 made, 14 repealed, and 7 in force instead of 6.

**What to do.** Check, no more: documents that lapse by themselves, a clearance of old ones or a new count make for honest differences. A quick fix writes the figure that follows.`,
    zh: `表二“规章”“行政规范性文件”的“现行有效件数”，一般等于上年度报告的现行有效件数，加“本年制发件数”，减“本年废止件数”。

**依据** 《中华人民共和国政府信息公开条例》（国令第711号）第二十条第（一）项规定主动公开行政法规、规章和规范性文件；国办公开办函〔2021〕30号所附格式统计其件数。现行有效件数随制发和废止而变化。

**示例** 上年度现行有效 17 件，本年制发 3 件、废止 14 件，现行有效件数填 7 件，而按上年度推算为 6 件。

**处理办法** 只需核对：文件有效期届满自行失效、集中清理、重新统计等，都可以造成正常的差异。快速修复按推算的件数填写。`,
  },
  check: function* ({ report, previous }): Generator<Finding> {
    if (previous === undefined) return;
    for (const row of ["规章", "行政规范性文件"]) {
      const figure = (column: string): Figure | undefined => numberAt(report, figureName(TABLE, row, column));
      const [made, repealed, now] = [figure(MADE), figure(REPEALED), figure(IN_FORCE)];
      const before = previous.figures.get(figureName(TABLE, row, IN_FORCE));
      if (made === undefined || repealed === undefined || now === undefined) continue;
      if (before?.kind !== "number" || before.value === null) continue;
      const wanted = before.value + numberOf(made) - numberOf(repealed);
      if (wanted === numberOf(now) || wanted < 0n) continue;
      const shown = formatDecimal(wanted);
      const last = formatDecimal(before.value);
      const fixes = setFigures(report, TABLE, [{ name: now.name, value: wanted }]);
      yield {
        place: now.place,
        message: l10n.t(
          "表二, row “{0}”: check 现行有效件数. Last year's {1}, with {2} made and {3} repealed, would be {4}; here it is {5}",
          row,
          last,
          formatDecimal(numberOf(made)),
          formatDecimal(numberOf(repealed)),
          shown,
          formatDecimal(numberOf(now)),
        ),
        cell: now.name,
        expected: shown,
        actual: formatDecimal(numberOf(now)),
        relations: [
          `${now.name} = ${l10n.t("last year's {0}", now.name)} + ${row}/${MADE} − ${row}/${REPEALED}`,
        ],
        related: [
          {
            place: now.place,
            message: l10n.t("Last year's 现行有效件数: {0}", last),
            elsewhere: figurePlace(previous, before),
          },
        ],
        ...(fixes.length > 0 && { fixes }),
      };
    }
  },
};

function numberAt(report: Report, name: string): Figure | undefined {
  const figure = report.figures.get(name);
  return figure?.kind === "number" && isSure(report, figure) ? figure : undefined;
}

function numberOf({ value }: Figure): Decimal {
  return value ?? 0n;
}

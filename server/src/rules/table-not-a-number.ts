import * as l10n from "@vscode/l10n";
import type { Figure, Report } from "../report/report.ts";
import { type Decimal, parseDecimal } from "../text/decimal.ts";
import { foldSameLength } from "../text/normalize.ts";
import { cellLabel } from "./relations/labels.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { breaksNothing } from "./statutory-figures.ts";
import { sourceOf, tableFormOf } from "./support.ts";

/** Cells in a figure's place that hold no number. */
export const notANumber: Rule = {
  code: "table/not-a-number",
  severity: "error",
  title: {
    en: "A figure of a statutory table is no number",
    zh: "法定表格中应填数字的格不是数字",
  },
  documentation: {
    en: `In the place of a figure stands something that cannot be read as a number.

**Why.** The tables of 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) hold numbers, 0 where there is nothing. What cannot be read cannot be added up.

**Example.** l5 (a letter l) for 15, O for 0, 3.5.1, 若干.

**What counts as a number.** Digits, also full-width ones, with thousands separators, a unit (3件, 251000元) or a note in brackets: 22（其中修订16件）. Blanks, “/”, “-” and “无” are another finding, table/blank.

**What to do.** Write the number. Where a letter plainly stands for a digit, a quick fix puts the digit; it changes a figure, so compare it with the original.`,
    zh: `应填数字的单元格，内容不能识别为数字。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）所附表格填写数字，没有的填 0。不能识别的内容无法核对。

**示例** 把 15 写成 l5（字母 l）、把 0 写成字母 O、3.5.1、若干。

**可以识别的数字** 半角或全角数字，可带千位分隔符、单位（3件、251000元）或括号里的说明，如 22（其中修订16件）。空白、“/”“-”“无”属于另一个问题 table/blank。

**处理办法** 改填数字。明显是字母误作数字的，可用快速修复改为数字；这会改动数字，请与原件核对。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const figure of report.figures.values()) {
      if (figure.kind !== "invalid") continue;
      const { name, table, place, text } = figure;
      // Where the column is not sure, nothing is sure of what the sums would say.
      const isUnsure = report.tables.some(({ uncertain }) => uncertain.has(name));
      const fix = isUnsure ? undefined : digitFix(report, figure);
      yield {
        place,
        message: l10n.t(
          "{0} “{1}”: “{2}” is no number",
          table,
          cellLabel(tableFormOf(report, table), name),
          text,
        ),
        cell: name,
        actual: text,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};

/** Letters that scans and fingers put for digits. */
const LOOKALIKES: Readonly<Record<string, string>> = { l: "1", I: "1", "|": "1", O: "0", o: "0", 〇: "0" };

function digitFix(report: Report, figure: Figure): Fix | undefined {
  const digits = foldSameLength(figure.text).replace(/[lI|Oo〇]/g, (letter) => LOOKALIKES[letter] ?? letter);
  const value: Decimal | null = /^\d{1,9}$/.test(digits) ? parseDecimal(digits) : null;
  if (value === null || sourceOf(figure) !== figure.text) return undefined;
  if (!breaksNothing(report, figure.table, [{ name: figure.name, value }])) return undefined;
  return {
    title: l10n.t("Change {0} to {1} (changes a figure)", figure.text, digits),
    safe: false,
    edits: [{ place: figure.place, newText: digits }],
  };
}

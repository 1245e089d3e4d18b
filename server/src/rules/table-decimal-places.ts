import * as l10n from "@vscode/l10n";
import type { Place } from "../document/block.ts";
import { figureName } from "../forms/form.ts";
import { placesAskedOf } from "../report/amount.ts";
import type { Figure, Report } from "../report/report.ts";
import { moneyUnitIn } from "../text/money.ts";
import { foldSameLength } from "../text/normalize.ts";
import { cellLabel } from "./relations/labels.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { sourceOf, tableFormOf } from "./support.ts";

/** Amounts of money with another number of decimals than the table's own head asks for. */
export const decimalPlaces: Rule = {
  code: "table/decimal-places",
  severity: "hint",
  title: {
    en: "An amount has other decimals than its head asks for",
    zh: "金额的小数位数与表头要求不一致",
  },
  documentation: {
    en: `Many provinces print 保留4位小数 into the head of 行政事业性收费 in 表二: 125.36 万元 is to be written 125.3600.

**Why.** The head of the table in the report itself asks for it. 国办公开办函〔2021〕30号 does not, so that where the head says nothing of decimals any number of them will do. Nothing is said of 0, of a blank and of an amount with another unit than 万元 beside it.

**Example.** 125.36 below 本年收费金额（单位：万元，保留4位小数）.

**What to do.** Look the amount up and write as many decimals as the head asks for. A quick fix fills up with 0, which is right where nothing was rounded.`,
    zh: `许多省份在表二“行政事业性收费”的表头注明“保留4位小数”，125.36 万元应写作 125.3600。

**依据** 报告自身的表头有此要求。国办公开办函〔2021〕30号没有规定小数位数，因此表头未提小数位数的，不作提示。金额为 0、空白，或数字后写有“万元”以外单位的，也不提示。

**示例** 表头为“本年收费金额（单位：万元，保留4位小数）”，填写 125.36。

**处理办法** 核对原始金额，按表头要求的位数填写。快速修复在末尾补 0，仅适用于原数未经四舍五入的情况。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const figure of amountsIn(report)) {
      const { name, table, value, place } = figure;
      if (value === null || value === 0n) continue;
      const asked = placesAskedOf(report, figure);
      if (asked === undefined || isInOtherUnit(report, figure)) continue;
      const written = sourceOf(figure);
      const places = DECIMALS.exec(foldSameLength(written))?.[1]?.length ?? 0;
      if (places === asked) continue;
      const label = cellLabel(tableFormOf(report, table), name);
      yield {
        place,
        message: l10n.t(
          "{0} “{1}”: the head asks for {2} decimal places, {3} has {4}",
          table,
          label,
          asked,
          written,
          places,
        ),
        cell: name,
        actual: figure.text,
        fixes: filledUp(place, written, asked - places),
      };
    }
  },
};

function amountsIn({ form, figures }: Report): Figure[] {
  return form.tables.flatMap(({ id, rows, amounts = {} }) =>
    rows.flatMap(({ key, columns }) =>
      columns.flatMap((column) =>
        column in amounts ? (figures.get(figureName(id, key, column)) ?? []) : [],
      ),
    ),
  );
}

const DECIMALS = /\.(\d+)/;
const PLAIN = /^[\d,]+(\.\d+)?$/;

/** 1253600元 below a head of 万元 needs no decimals. */
function isInOtherUnit({ form }: Report, { table, column, text }: Figure): boolean {
  const own = moneyUnitIn(foldSameLength(text));
  const unit = form.tables.find(({ id }) => id === table)?.amounts?.[column]?.unit;
  return own !== undefined && own !== unit;
}

function filledUp(place: Place, written: string, more: number): Fix[] {
  const match = PLAIN.exec(written);
  if (match === null || more <= 0) return [];
  const newText = `${written}${match[1] === undefined ? "." : ""}${"0".repeat(more)}`;
  return [{ title: l10n.t("Write {0}", newText), safe: false, edits: [{ place, newText }] }];
}

import * as l10n from "@vscode/l10n";
import type { PrintedColumns } from "../report/report.ts";
import type { Finding, Rule } from "./rule.ts";
import { tableFormOf } from "./support.ts";

/** A table whose head names other columns than the form, or in another order. */
export const columns: Rule = {
  code: "table/columns",
  severity: "warning",
  title: {
    en: "The columns of 表三 are not those of the form",
    zh: "表三的列与规定格式不同",
  },
  documentation: {
    en: `表三 has the columns 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他, 总计, in this order and no others.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) prescribes the columns, and whoever sums up many reports adds column to column.

**Example.** The head reads 总计, 自然人, 商业企业, 科研机构 …: the total stands first.

**What to do.** Put the columns into the order of the form and take out those that it does not have. As long as the head names each column of the form once and the figures agree with it, they are read and checked by the head, and this is only information. Where head and figures contradict each other, nobody can tell which figure is which; the table is then not added up at all, and this is a warning.`,
    zh: `表三的列依次为：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计，不多不少。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）规定了各列；上级汇总时按列相加。

**示例** 表头为“总计、自然人、商业企业、科研机构……”，总计排在了最前。

**处理办法** 按规定格式调整各列的次序，删去格式中没有的列。表头把规定的每一列各写一次，数字也与之相符的，按表头读取并核对，本条只作为信息。表头与数字互相矛盾时，无法确定哪个数字属于哪一列，不再核对该表的合计，本条为警告。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const { id, printed } of report.tables) {
      if (printed === undefined) continue;
      const wanted = tableFormOf(report, id).rows[0]?.columns ?? [];
      yield {
        place: printed.place,
        message: messageOf(id, printed, wanted),
        ...(printed.isClear && { severity: "information" }),
      };
    }
  },
};

function messageOf(id: string, { names, isClear }: PrintedColumns, form: readonly string[]): string {
  if (!isClear)
    return l10n.t(
      "{0}: the head and the figures contradict each other, so which column a figure is in cannot be read for sure and nothing is added up; the form has {1}",
      id,
      form.join("、"),
    );
  const more = names.filter((name) => !form.includes(name));
  return more.length > 0
    ? l10n.t("{0}: the form has no column “{1}”", id, more.join("、"))
    : l10n.t("{0}: the columns stand in another order than the form’s: {1}", id, form.join("、"));
}

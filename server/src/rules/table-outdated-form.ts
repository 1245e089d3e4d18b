import * as l10n from "@vscode/l10n";
import { formForYear } from "../forms/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Tables printed in the format of another year. */
export const outdatedForm: Rule = {
  code: "table/outdated-form",
  severity: "warning",
  title: {
    en: "The tables are printed in another year's format",
    zh: "表格采用了其他年度的格式",
  },
  documentation: {
    en: `The tables must have the format of the report's year.

**Why.** Reports for 2021 and later follow 国办公开办函〔2021〕30号, those for 2019 and 2020 国办公开办函〔2019〕60号. The formats differ: the older 表二 asks for the number of items and their increase, and the older 表三 has one row （六）其他处理 where the newer has three.

**Example.** A report for 2022 whose 表二 has the columns 上一年项目数量 and 本年增/减.

**What to do.** Move the figures to the present format. The tables are checked by the format they are printed in until then. If it is the year that is wrong, correct the title.`,
    zh: `表格应采用报告年度对应的格式。

**依据** 2021 年度及以后的报告执行国办公开办函〔2021〕30号，2019、2020 年度执行国办公开办函〔2019〕60号。两种格式不同：旧格式表二填写项目数量及增减，旧格式表三“（六）其他处理”只有一行，新格式分为三行。

**示例** 2022 年度报告的表二列有“上一年项目数量”“本年增/减”。

**处理办法** 把数字移到现行格式的表格中，在此之前仍按表格实际采用的格式核对。如果写错的是年份，请改正标题。`,
  },
  check: function* ({ report }): Generator<Finding> {
    const { year, form, tables, isReport } = report;
    const [table] = tables;
    if (!isReport || year === undefined || table === undefined) return;
    const wanted = formForYear(year);
    if (wanted.id === form.id) return;
    yield {
      place: table.first,
      message: l10n.t(
        "The tables are in the format of {0}; a report for {1} wants the format of {2}",
        form.id,
        year,
        wanted.id,
      ),
    };
  },
};

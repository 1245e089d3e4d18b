import * as l10n from "@vscode/l10n";
import type { Figure, Report, StatutoryTable } from "../report/report.ts";
import { formatDecimal } from "../text/decimal.ts";
import { type Blanks, blanksOf } from "./blank-figures.ts";
import { cellLabel } from "./relations/labels.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { relatedOf, tableFormOf } from "./support.ts";

/** Cells left blank: one finding a table, and one for totals over parts that are not 0. */
export const blank: Rule = {
  code: "table/blank",
  severity: "warning",
  title: {
    en: "Cells of a statutory table are blank where the form wants 0",
    zh: "法定表格有空白格，应填 0",
  },
  documentation: {
    en: `A cell that is empty or holds “/”, “-”, “—” or “无” where a figure belongs.

**Why.** The tables of 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) are filled in completely, with 0 where there is nothing: a blank leaves open whether there was nothing or the figure is still to come.

**Example.** Row 8.属于行政查询事项 reads “/ / / / / / /”.

**What to do.** Write 0 or the figure. All blanks of a table are one finding. A quick fix fills them with 0, except where 0 would make a relation fail. There the total is missing: the parts of （一）予以公开 make 3 and 总计 is blank. Such totals are a finding of their own, and its quick fix writes the sum. Both fixes write figures, so neither is safe, and neither is part of fixing on save.

A blank that breaks a sum is reported there (table3/row-total and others), with the figure it should hold. Blanks in a sum that fails for a reason that cannot be told are named apart and not filled: one of them may be the figure that is missing.`,
    zh: `应填数字的单元格为空，或者填了“/”“-”“—”“无”。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）所附表格每格都要填写，没有的填 0。空着不填，看不出是没有，还是尚未填报。

**示例** “8.属于行政查询事项”一行填为“/ / / / / / /”。

**处理办法** 填写 0 或者实际数字。一张表的全部空白合为一条提示，快速修复把它们填为 0；填 0 会使勾稽关系不成立的格除外，那是漏填了总计，例如“（一）予以公开”各项合计为 3 而总计空白。这类总计另作一条提示，快速修复填入合计数。两种修复都会写入数字，不属于安全的修复，保存时不会自动执行。

空白造成合计不符的，在相应的规则（table3/row-total 等）中报告，并给出应填的数字。合计不符而原因无法判断的，其中的空白另作一条提示，不提供填 0 的修复，因为漏填的可能正是其中某一格。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const table of report.tables) {
      const blanks = blanksOf(report, table);
      yield* zerosFinding(report, table, blanks);
      yield* doubtfulFinding(report, table, blanks);
      yield* totalsFinding(report, table, blanks);
    }
  },
};

function* zerosFinding(report: Report, table: StatutoryTable, { zeros }: Blanks): Generator<Finding> {
  const [first] = zeros;
  if (first === undefined) return;
  const label = (figure: Figure): string => cellLabel(tableFormOf(report, table.id), figure.name);
  yield {
    place: first.place,
    message:
      zeros.length === 1
        ? l10n.t("{0} “{1}” is blank; the form wants 0 where there is nothing", table.id, label(first))
        : l10n.t("{0}: {1} cells are blank; the form wants 0 where there is nothing", table.id, zeros.length),
    ...(zeros.length === 1 && { cell: first.name }),
    ...relatedCells(zeros, (figure) => l10n.t("“{0}” is blank", label(figure))),
    fixes: [
      {
        title:
          zeros.length === 1
            ? l10n.t("Fill the blank with 0 (writes a figure)")
            : l10n.t("Fill {0} blanks of {1} with 0 (writes figures)", zeros.length, table.id),
        safe: false,
        edits: zeros.map(({ place }) => ({ place, newText: "0" })),
      },
    ],
  };
}

function* doubtfulFinding(report: Report, table: StatutoryTable, { doubtful }: Blanks): Generator<Finding> {
  const [first] = doubtful;
  if (first === undefined) return;
  const label = (figure: Figure): string => cellLabel(tableFormOf(report, table.id), figure.name);
  yield {
    place: first.place,
    message:
      doubtful.length === 1
        ? l10n.t("{0} “{1}” is blank in a sum that does not add up", table.id, label(first))
        : l10n.t("{0}: {1} cells are blank in sums that do not add up", table.id, doubtful.length),
    ...(doubtful.length === 1 && { cell: first.name }),
    ...relatedCells(doubtful, (figure) => l10n.t("“{0}” is blank", label(figure))),
  };
}

function* totalsFinding(report: Report, table: StatutoryTable, { totals, sums }: Blanks): Generator<Finding> {
  const [first] = totals;
  if (first === undefined) return;
  const label = (figure: Figure): string => cellLabel(tableFormOf(report, table.id), figure.name);
  const sumOf = ({ name }: Figure): string => formatDecimal(sums?.get(name) ?? 0n);
  const one = (figure: Figure): string =>
    sums === undefined
      ? l10n.t("the total “{0}” is blank", label(figure))
      : l10n.t("the total “{0}” is blank, its parts add up to {1}", label(figure), sumOf(figure));
  const title = (): string =>
    totals.length === 1
      ? l10n.t("Set the blank total to the sum, {0} (writes a figure)", sumOf(first))
      : l10n.t("Set {0} blank totals to their sums (writes figures)", totals.length);
  const fix: Fix | undefined =
    sums === undefined
      ? undefined
      : {
          title: title(),
          safe: false,
          edits: totals.map((figure) => ({ place: figure.place, newText: sumOf(figure) })),
        };
  yield {
    place: first.place,
    message:
      totals.length === 1
        ? l10n.t("{0}: {1}", table.id, one(first))
        : l10n.t("{0}: {1} totals are blank though their parts are not 0", table.id, totals.length),
    ...(totals.length === 1 && { cell: first.name, ...(sums && { expected: sumOf(first) }) }),
    ...relatedCells(totals, one),
    ...(fix && { fixes: [fix] }),
  };
}

/** Each cell with what is said of it, where a finding is about several. */
function relatedCells(
  figures: readonly Figure[],
  message: (figure: Figure) => string,
): Pick<Finding, "related"> {
  if (figures.length < 2) return {};
  return { related: relatedOf(figures, (figure) => ({ place: figure.place, message: message(figure) })) };
}

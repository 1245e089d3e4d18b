import * as l10n from "@vscode/l10n";
import type { Place } from "../document/block.ts";
import type { TableForm } from "../forms/form.ts";
import type { FigureRow, FoundCell, SplitNumber, StatutoryTable } from "../report/report.ts";
import { cellLabel } from "./relations/labels.ts";
import { countFinding, countMessage } from "./row-counts.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { tableFormOf } from "./support.ts";

/** Rows with more figures than the form wants: one finding a table. */
export const extraFigure: Rule = {
  code: "table/extra-figure",
  severity: "warning",
  title: {
    en: "Rows of a statutory table have too many figures",
    zh: "法定表格有的行数字过多",
  },
  documentation: {
    en: `Each row of a statutory table holds as many figures as the form has columns: seven in 表三, five in each group of 表四.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) prescribes the columns. A figure too many shifts the others, or it is half of a number: scans sometimes give 21 as 2 and 1.

**Example.** （七）总计 reads 0, 0, 0, 0, 0, 0, 0, 0: eight figures for seven columns.

**What to do.** Compare the row with the original and take the extra cell out. Where two neighbouring cells make one number that lets the table add up, a quick fix joins them; it changes figures, so look at the original first. Where the table adds up without one certain figure, the finding stands at that figure.`,
    zh: `法定表格的每一行，数字个数应与规定的列数相同：表三每行 7 个，表四每组 5 个。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）规定了各列。多出一个数字，其余数字就可能错列；也可能是一个数字被拆成了两格，例如扫描识别把 21 拆成 2 和 1。

**示例** “（七）总计”一行为 0、0、0、0、0、0、0、0，七列却有八个数字。

**处理办法** 与原件核对，删去多出的一格。如果相邻两格合成一个数字后全表相符，可用快速修复把两格合并；这会改动数字，请先看原件。如果去掉某一个数字后全表相符，问题就标在那个数字上。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    for (const table of report.tables) {
      const form = tableFormOf(report, table.id);
      const long = table.rows.filter(({ found, expected }) => found.length > expected);
      for (const row of long) {
        if (row.split !== undefined) yield splitFinding(table, form, row, row.split);
        if (row.extra !== undefined) yield namedFinding(table, form, row, row.extra);
      }
      const [first, ...others] = long.filter(
        ({ split, extra }) => split === undefined && extra === undefined,
      );
      if (first !== undefined) yield countFinding(table, form, [first, ...others]);
    }
  },
};

/** A figure without which the table adds up is told at its own place. */
function namedFinding(table: StatutoryTable, form: TableForm, row: FigureRow, extra: FoundCell): Finding {
  return {
    place: extra.place,
    message: l10n.t(
      "{0}: {1}; {2} probably does not belong there",
      table.id,
      countMessage(form, row),
      extra.text,
    ),
  };
}

/** Each number that was split is a slip of its own, with its own way to mend it. */
function splitFinding(table: StatutoryTable, form: TableForm, row: FigureRow, split: SplitNumber): Finding {
  const [first, second] = split.parts.map(({ text }) => text) as [string, string];
  const whole = joined(split);
  return {
    place: split.parts[0].place,
    message: l10n.t(
      "{0}: {1}; {2} and {3} are probably one number, {4}",
      table.id,
      countMessage(form, row),
      first,
      second,
      whole,
    ),
    cell: split.name,
    fixes: [
      {
        title: l10n.t(
          "Join {0} and {1} to {2} in “{3}” (changes figures)",
          first,
          second,
          whole,
          cellLabel(form, split.name),
        ),
        safe: false,
        edits: joinEdits(split),
      },
    ],
  };
}

function joined({ parts: [first, second] }: SplitNumber): string {
  return first.text + second.text;
}

/** What stands between two cells of one block, and goes when they are joined. */
function isBorder(text: string): boolean {
  const mark = text.trim();
  return mark === "" || mark === "|" || /^<\/t[dh]>\s*<t[dh](?:\s[^<>]*)?>$/i.test(mark);
}

function joinEdits(split: SplitNumber): Fix["edits"] {
  const [first, second] = [split.parts[0].place, split.parts[1].place];
  const whole = joined(split);
  if (first.block === second.block) {
    const { block } = first;
    if (isBorder(block.text.slice(first.end, second.start))) {
      const place: Place = { block, start: first.start, end: second.end };
      return [{ place, newText: whole }];
    }
  }
  return [
    { place: first, newText: whole },
    { place: second, newText: "" },
  ];
}

import { spanOfTable } from "../../../server/src/features/statutory-data.ts";
import { type Form, figureName, type RowForm, type TableForm } from "../../../server/src/forms/form.ts";
import type { Report } from "../../../server/src/report/report.ts";
import { statutoryTable } from "../../../server/src/tables/write/statutory.ts";
import { type WritableLayout, writeTable } from "../../../server/src/tables/write/write-table.ts";
import { displayWidth } from "../../../server/src/text/width.ts";
import { applyEdits } from "../apply-edits.ts";

/** Texts of figures by name. */
export type Figures = Readonly<Record<string, string>>;

/** Writes one statutory table. */
type Writer = (table: TableForm, figures: Figures) => string;

const NOTE = "(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)";

function cellsOf({ id }: TableForm, { key, columns }: RowForm, figures: Figures): string[] {
  return columns.map((column) => figures[figureName(id, key, column)] ?? "?");
}

const official =
  (layout: WritableLayout): Writer =>
  (table, figures) => {
    const data = statutoryTable(table, {
      figure: ({ key }, column) => figures[figureName(table.id, key, column)] ?? "?",
      wording: (text) => text,
    });
    return writeTable(data, layout, { lineBreak: "\n", ambiguousWidth: 2 }) ?? "";
  };

/** Tabs as out of a word processor: merged cells lost, rows ragged, some leading cells gone. */
const ragged: Writer = (table, figures) => {
  if (table.id === "表四") {
    const all = table.rows.flatMap((row) => cellsOf(table, row, figures)).join("\t");
    const five = "结果 维持\t结果 纠正\t其他 结果\t尚未 审结\t总计";
    return `行政复议\t\t\t\t\t行政诉讼\n${five}\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t${five}\t${five}\n${all}`;
  }
  const lines: string[] = [];
  let before: readonly string[] = [];
  for (const [index, row] of table.rows.entries()) {
    const cells = cellsOf(table, row, figures).join("\t");
    const news = row.groups.map((group, depth) => (before[depth] === group ? "" : group));
    if (table.id === "表二") {
      if (news[0] !== "") lines.push(`${news[0]}\t\t\t`, ["信息内容", ...row.columns].join("\t"));
      lines.push(`${row.label}\t${cells}`);
    } else {
      const label = row.groups.length === 0 ? `${row.label}\t` : [...news, row.label].join("\t");
      // Every fourth row has lost the cells before its label, and a few end in a tab.
      lines.push(
        (index % 4 === 3 ? label.trimStart() : label) +
          (index % 4 === 3 ? "\t" : "") +
          `\t${cells}${index % 3 === 0 ? "\t" : ""}`,
      );
    }
    before = row.groups;
  }
  if (table.id === "表二") return lines.join("\n");
  return [
    `${NOTE}\t\t申请人情况\t\t\t\t\t\t总计\t`,
    "\t\t自然人\t法人或其他组织\t\t\t\t\t\t",
    "\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t",
    ...lines,
  ].join("\n");
};

/** Many small pipe tables under headings of their own, as a scan read back by software comes out. */
const scattered: Writer = (table, figures) => {
  const pieces: string[] = [];
  let before = "";
  for (const [index, row] of table.rows.entries()) {
    const group = table.id === "表四" ? [...row.groups, row.label].join("—") : (row.groups.at(-1) ?? "");
    const cells = cellsOf(table, row, figures);
    const head = [table.id === "表四" ? "" : "项目", ...row.columns].filter((text) => text !== "");
    const line = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
    const top = [line(head), line(head.map(() => "---"))];
    if (index === 0 || group !== before || table.id === "表四") {
      const outer =
        row.groups.length === 2 && !pieces.some((piece) => piece.includes(row.groups[0] ?? ""))
          ? `### ${row.groups[0]}\n\n`
          : "";
      pieces.push(`${outer}${group === "" ? "" : `### ${group}\n\n`}${top.join("\n")}`);
    }
    const own = table.id === "表四" ? cells : [row.label, ...cells];
    pieces[pieces.length - 1] += `\n${line(own)}`;
    before = group;
  }
  return pieces.join("\n\n");
};

/** Columns padded with spaces as pdftotext -layout gives them, long labels wrapped around their figures. */
const padded: Writer = (table, figures) => {
  const pad = (text: string, width: number): string =>
    text + " ".repeat(Math.max(2, width - displayWidth(text, 2)));
  const lines: string[] = [];
  if (table.id === "表四") {
    const five = "结果   结果   其他   尚未   总计   ";
    const rest = "维持   纠正   结果   审结          ";
    lines.push(`            行政复议                                      行政诉讼`);
    lines.push(`${" ".repeat(44)}未经复议直接起诉                 复议后起诉`);
    lines.push(five.repeat(3), rest.repeat(3), "");
    lines.push(
      table.rows
        .flatMap((row) => cellsOf(table, row, figures))
        .map((text) => pad(text, 7))
        .join(""),
    );
    return lines.join("\n");
  }
  if (table.id === "表三") {
    lines.push(`${" ".repeat(60)}申请人情况`, `${NOTE}      自然人      法人或其他组织              总计`);
    lines.push(
      `${" ".repeat(50)}商业   科研   社会公   法律服   其他`,
      `${" ".repeat(50)}企业   机构   益组织   务机构`,
      "",
    );
  }
  let before: readonly string[] = [];
  for (const row of table.rows) {
    const cells = cellsOf(table, row, figures)
      .map((text) => pad(text, 7))
      .join("");
    const news = row.groups.filter((group, depth) => before[depth] !== group);
    before = row.groups;
    if (table.id === "表二") {
      if (news.length > 0)
        lines.push(
          `${" ".repeat(30)}${news[0]}`,
          ["信息内容", ...row.columns].map((text) => pad(text, 22)).join(""),
        );
      lines.push(pad(row.label, 24) + cells);
      continue;
    }
    for (const group of news) lines.push(`  ${group}`);
    const indent = " ".repeat(4 * row.groups.length);
    const wide = 20;
    if (row.label.length <= wide) lines.push(pad(indent + row.label, 50) + cells);
    else
      lines.push(indent + row.label.slice(0, wide), " ".repeat(50) + cells, indent + row.label.slice(wide));
    if (row.groups.length < 2) lines.push("");
  }
  return lines.join("\n");
};

const WORD_CELL = (text: string, spans: string): string =>
  `  <td width=57${spans} valign=top style='width:42.8pt;border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'>\n  <p class=MsoNormal align=center style='text-align:center'><span lang=EN-US\n  style='font-size:9.0pt;font-family:宋体'>${text === "" ? "&nbsp;" : text}<o:p></o:p></span></p>\n  </td>`;

/** HTML as a word processor saves it, every cell wrapped in paragraphs and spans over several lines. */
const word: Writer = (table, figures) => {
  const { rows } = statutoryTable(table, {
    figure: ({ key }, column) => figures[figureName(table.id, key, column)] ?? "?",
    wording: (text) => text,
  });
  const body = rows.map((cells) => {
    const written = cells.map(({ text, columnSpan, rowSpan }) =>
      WORD_CELL(
        text,
        `${columnSpan > 1 ? ` colspan=${columnSpan}` : ""}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ""}`,
      ),
    );
    return ` <tr style='height:20.0pt'>\n${written.join("\n")}\n </tr>`;
  });
  return `<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0\n style='border-collapse:collapse'>\n${body.join("\n")}\n</table>`;
};

/** Every row at full width, a merged cell's text in each of its places, or in its first only. */
function matrixOf(table: TableForm, figures: Figures, repeat: boolean): string[][] {
  const { rows, columns } = statutoryTable(table, {
    figure: ({ key }, column) => figures[figureName(table.id, key, column)] ?? "?",
    wording: (text) => text,
  });
  const matrix = rows.map(() => Array.from({ length: columns }, () => ""));
  for (const [index, cells] of rows.entries()) {
    for (const { text, column, columnSpan, rowSpan } of cells) {
      for (let r = index; r < index + rowSpan; r++) {
        const isFirst = (at: number): boolean => r === index && at === column;
        for (let at = column; at < column + columnSpan; at++)
          if (repeat || isFirst(at)) matrix[r]?.splice(at, 1, text);
      }
    }
  }
  return matrix;
}

/** Bars, merged cells repeated, as programs write that know none. */
const repeated: Writer = (table, figures) => {
  const [head = [], ...body] = matrixOf(table, figures, true).map((cells) => `| ${cells.join(" | ")} |`);
  return [head, `|${" --- |".repeat(String(head).split("|").length - 2)}`, ...body].join("\n");
};

/** A table drawn with + and -, long cells broken over lines. */
const drawn: Writer = (table, figures) => {
  const WIDE = 12;
  const matrix = matrixOf(table, figures, false).map((cells) =>
    cells.map((text) => text.match(new RegExp(`.{1,${WIDE}}`, "gu")) ?? [""]),
  );
  const widths = (matrix[0] ?? []).map((_, column) =>
    Math.max(...matrix.flatMap((cells) => (cells[column] ?? []).map((piece) => displayWidth(piece, 2)))),
  );
  const border = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  const pad = (text: string, width: number): string => text + " ".repeat(width - displayWidth(text, 2));
  const rows = matrix.map((cells) =>
    Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) => {
      const texts = widths.map((width, column) => pad(cells[column]?.[line] ?? "", width));
      return `| ${texts.join(" | ")} |`;
    }).join("\n"),
  );
  return [border, ...rows.flatMap((row) => [row, border])].join("\n");
};

/** Columns under lines of dashes, as pandoc writes tables that need no bars; `wide`: at which long cells are broken. */
const ruled =
  (wide: number): Writer =>
  (table, figures) => {
    const matrix = matrixOf(table, figures, false).map((cells) =>
      cells.map((text) => text.match(new RegExp(`.{1,${wide}}`, "gu")) ?? [""]),
    );
    const widths = (matrix[0] ?? []).map((_, column) =>
      Math.max(4, ...matrix.flatMap((cells) => (cells[column] ?? []).map((piece) => displayWidth(piece, 2)))),
    );
    const rule = `  ${widths.map((width) => "-".repeat(width)).join(" ")}`;
    const pad = (text: string, width: number): string => text + " ".repeat(width - displayWidth(text, 2));
    const [head, ...rows] = matrix.map((cells) =>
      Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) =>
        `  ${widths.map((width, column) => pad(cells[column]?.[line] ?? "", width)).join(" ")}`.trimEnd(),
      ).join("\n"),
    );
    const isBroken = matrix.some((cells) => cells.some(({ length }) => length > 1));
    if (!isBroken) return [head, rule, ...rows, rule].join("\n");
    const whole = `  ${"-".repeat(rule.length - 2)}`;
    return [whole, head, rule, rows.join("\n\n"), whole].join("\n");
  };

/** Bars between the cells only, with the line under the head that GFM wants, or what a word processor made of it. */
const between =
  (under: string, outer: string): Writer =>
  (table, figures) => {
    const [head = [], ...rows] = matrixOf(table, figures, false);
    const line = (cells: readonly string[]): string => `${outer} ${cells.join(" | ")} ${outer}`.trim();
    return [line(head), line(head.map(() => under)), ...rows.map(line)].join("\n");
  };

/** What programs make of a spreadsheet: NaN for what is empty, numbers before the rows and in place of names. */
const indexed: Writer = (table, figures) => {
  const [head = [], ...rows] = matrixOf(table, figures, false);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const names = head.map((text, column) => text || `Unnamed: ${column}`);
  const body = [head, ...rows].map((cells, index) =>
    line([`${index}`, ...cells.map((text) => text || "NaN")]),
  );
  return [line(["", ...names]), line(["---", ...names.map(() => "---")]), ...body].join("\n");
};

/** Nothing left of merged cells: each text once, one space or tab apart. */
const unmerged =
  (between: string): Writer =>
  (table, figures) =>
    matrixOf(table, figures, false)
      .map((cells) => cells.filter((text) => text !== "").join(between))
      .join("\n");

/**
 * Bars behind the cells, as programs write that take the text out of web pages: merged cells once, and at the end of
 * a row a bar for each place that it lacks.
 */
const barred =
  (join: (cells: readonly string[], lacking: number) => string): Writer =>
  (table, figures) =>
    statutoryTable(table, {
      figure: ({ key }, column) => figures[figureName(table.id, key, column)] ?? "?",
      wording: (text) => text,
    })
      .rows.map((cells) => {
        const lacking = cells.reduce((sum, { columnSpan }) => sum + columnSpan - 1, 0);
        return join(
          cells.map(({ text }) => `${text} |`.trim()),
          lacking,
        );
      })
      .join("\n");
const fill = (before: string, lacking: number): string => (lacking > 0 ? before + "|".repeat(lacking) : "");

export const layouts: Readonly<Record<string, Writer>> = {
  tab: official("tab"),
  pipe: official("pipe"),
  html: official("html"),
  flat: official("flat"),
  ragged,
  scattered,
  padded,
  word,
  repeated,
  drawn,
  unmerged: unmerged("\t"),
  spaced: unmerged(" "),
  barred: barred((cells, lacking) => cells.join(" ") + fill(" ", lacking)),
  "barred on both sides": barred((cells, lacking) => `| ${cells.join(" ")}${fill(" ", lacking)}`),
  "barred, a cell a line": barred((cells, lacking) => cells.join("\n") + fill("\n", lacking)),
  "barred, a cell a line, filled behind": barred((cells, lacking) => cells.join("\n") + fill(" ", lacking)),
  "barred, a cell a line, rows with a bar before": barred(
    (cells, lacking) => `|\n${cells.join("\n")}${fill(" ", lacking)}`,
  ),
  "a cell a line, bars between": barred((cells) => cells.join("\n").replaceAll(" |", "\n|")),
  ruled: ruled(100),
  "ruled, broken over lines": ruled(9),
  "no bars around": between("---", ""),
  "dashes made long": between("——", "|"),
  indexed,
  fenced: (table, figures) => `\`\`\`\n${ragged(table, figures)}\n\`\`\``,
};

/** A report's text with all statutory tables written anew. */
export function withTables(report: Report, form: Form, layout: string, figures: Figures): string {
  const write = layouts[layout];
  if (write === undefined) throw new Error(layout);
  const edits = report.tables.map((table) => {
    const own = form.tables.find(({ id }) => id === table.id);
    if (own === undefined) throw new Error(table.id);
    return { ...spanOfTable(report.document, table), newText: write(own, figures) };
  });
  return applyEdits(report.document.text, edits);
}

import { describe, expect, test } from "vitest";
import { formatDocument } from "../../../server/src/features/formatting.ts";
import { rewriteTables } from "../../../server/src/features/rewrite.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import type { Form, RowForm } from "../../../server/src/forms/form.ts";
import { forms } from "../../../server/src/forms/index.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { ParsedDocument } from "../../../server/src/report/parsed.ts";
import { statutoryTable } from "../../../server/src/tables/write/statutory.ts";
import { type WritableLayout, writeTable } from "../../../server/src/tables/write/write-table.ts";
import { applyEdits } from "../apply-edits.ts";
import { richFigures } from "../mutations/consistent.ts";
import { layouts, withTables } from "../report/layouts.ts";
import { reportIn } from "../report/reading.ts";
import { samples } from "../samples.ts";

const LAYOUTS: readonly WritableLayout[] = ["pipe", "html", "tab", "flat"];
const OPTIONS = { ambiguousWidth: 2 } as const;

function rewrite(text: string, to: WritableLayout): string {
  return applyEdits(text, rewriteTables(parseText(text, "markdown"), to, OPTIONS));
}

/** Every figure with its text, blank ones included, and what is missing. */
function figuresOf(text: string): { figures: string[]; missing: readonly string[] } {
  const { reports }: ParsedDocument = parseText(text, "markdown");
  return {
    figures: reports.flatMap((report) =>
      [...report.figures.values()].map((figure) => `${figure.name} = ${figure.text}`).sort(),
    ),
    missing: reports.flatMap((report) => report.tables.flatMap(({ missing }) => missing)),
  };
}

function layoutsOf(text: string): string[] {
  return parseText(text, "markdown").reports.flatMap((report) =>
    report.tables.map(({ id, layout }) => `${id} ${layout}`),
  );
}

const YEARS = { "2021": 2023, "2019": 2020 } as const;

/** A whole report in one layout, its figures given by number in the order of the form. */
function reportOf(form: Form, layout: WritableLayout, figure: (index: number) => string): string {
  let index = 0;
  const year = YEARS[form.id];
  const parts = [`某县${year}年政府信息公开工作年度报告`];
  for (const { number, title, table: id } of form.sections) {
    parts.push(`${number}、${title}`);
    const table = form.tables.find((one) => one.id === id);
    if (table === undefined) parts.push(`本县${year}年工作有序开展。`);
    else {
      const content = { figure: () => figure(index++), wording: (text: string, _row?: RowForm) => text };
      const data = statutoryTable(table, content);
      parts.push(writeTable(data, layout, { lineBreak: "\n", ambiguousWidth: 2 }) ?? "");
    }
  }
  return `${parts.join("\n\n")}\n`;
}

const pairs = LAYOUTS.flatMap((from) => LAYOUTS.map((to) => [from, to] as const));

describe.each(forms)("form $id", (form) => {
  test.each(pairs)("%s to %s and back keeps every figure", (from, to) => {
    const text = reportOf(form, from, (index) => String(1000 + index));
    const before = figuresOf(text);
    expect(before.figures).toHaveLength(
      form.tables.flatMap(({ rows }) => rows.flatMap((row) => row.columns)).length,
    );
    const there = rewrite(text, to);
    expect(layoutsOf(there)).toEqual(form.tables.map(({ id }) => `${id} ${to}`));
    expect(figuresOf(there)).toEqual(before);
    expect(figuresOf(rewrite(there, from))).toEqual(before);
  });
});

/**
 * A table in pieces under headings of its own is left in pieces, what repeats merged cells has them to lose, and of a
 * head broken over lines in 表二 a piece would be left over.
 */
const LEFT = ["scattered", "repeated", "ruled, broken over lines"];
const written = Object.keys(layouts).filter((layout) => !LEFT.includes(layout));

test.each(written)("a report written as %s is rewritten in any layout, and keeps every figure", (layout) => {
  const [sample] = samples();
  const figures = richFigures(form2021, 3);
  const text = withTables(reportIn(sample?.text ?? ""), form2021, layout, figures);
  for (const to of LAYOUTS) {
    const there = rewrite(text, to);
    expect(layoutsOf(there)).toEqual(form2021.tables.map(({ id }) => `${id} ${to}`));
    expect(figuresOf(there)).toEqual(figuresOf(text));
  }
});

test("of heads that stand one space apart each goes to its own cell", () => {
  const { text = "" } = samples()[0] ?? {};
  const spaced = withTables(reportIn(text), form2021, "spaced", richFigures(form2021, 3));
  const there = rewrite(spaced, "tab");
  expect(spaced).toContain("\n信息内容 本年制发件数 本年废止件数 现行有效件数\n");
  expect(there).toContain("\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n");
});

test.each(["pipe", "html", "tab"] as const)("what stands for no number is carried into %s as it is", (to) => {
  const marks = ["0", "/", "", "—", "无", "22（其中修订16件）", "1,234"];
  for (const from of ["pipe", "html", "tab"] as const) {
    const text = reportOf(forms[0] as Form, from, (index) => marks[index % marks.length] ?? "");
    expect(figuresOf(rewrite(text, to))).toEqual(figuresOf(text));
  }
});

describe.each(samples())("$name", ({ text }) => {
  test.each(LAYOUTS)("its figures are the same in %s, and in any layout from there", (to) => {
    const before = figuresOf(text);
    const there = rewrite(text, to);
    expect(figuresOf(there)).toEqual(before);
    for (const next of LAYOUTS) expect(figuresOf(rewrite(there, next))).toEqual(before);
  });

  test("text outside of its tables stays", () => {
    const lines = (one: string): string[] =>
      one.split(/\r?\n/).filter((line) => /[。；]$/.test(line) && !/[\t|<]/.test(line));
    for (const to of LAYOUTS) expect(lines(rewrite(text, to))).toEqual(lines(text));
  });

  test("formatting keeps its figures and what is missing", () => {
    const formatted = applyEdits(text, formatDocument(parseText(text, "markdown"), OPTIONS));
    expect(figuresOf(formatted)).toEqual(figuresOf(text));
    expect(formatDocument(parseText(formatted, "markdown"), OPTIONS)).toEqual([]);
  });

  test("what was rewritten needs no formatting", () => {
    for (const to of ["pipe", "html"] as const) {
      const written = rewrite(text, to);
      const kinds = new Set(layoutsOf(written));
      const tidy = formatDocument(parseText(written, "markdown"), OPTIONS);
      // A table that cannot be rewritten stays as ragged as it was.
      if ([...kinds].every((kind) => kind.endsWith(to))) expect(tidy).toEqual([]);
      else expect(kinds.size).toBeGreaterThan(1);
    }
  });
});

describe("what is carried over and what is refused", () => {
  const TITLE = "某县2023年政府信息公开工作年度报告\n\n";
  const REVIEW =
    "行政复议\t\t\t\t\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉";
  const FIGURES = "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t5\t0\t0\t0\t5";
  const head = `${TITLE}四、政府信息公开行政复议、行政诉讼情况\n`;

  test("the wording of the source is kept where it says more than the form", () => {
    const text = samples().find(({ name }) => name.startsWith("002"))?.text ?? "";
    expect(rewrite(text, "html")).toContain('<th colspan="3">本年收费金额（单位：万元，保留4位小数）</th>');
    expect(rewrite(text, "html")).toContain("<th>本年制发件数</th>");
  });

  test("a table is parted from the prose around it by blank lines, with the line breaks of the text", () => {
    const text = `${head}${REVIEW}\n${FIGURES}\n五、存在的主要问题及改进情况\n`.replaceAll("\n", "\r\n");
    const written = rewrite(text, "html");
    expect(written).toMatch(/诉讼情况\r\n\r\n<table>\r\n/);
    expect(written).toMatch(/<\/table>\r\n\r\n五、/);
    expect(written).not.toMatch(/(?<!\r)\n/);
    expect(figuresOf(written)).toEqual(figuresOf(text));
  });

  test("a comment inside a table is not lost: the table stays", () => {
    const text = `${head}\n${REVIEW}\n\n<!-- 待核 -->\n\n${FIGURES}\n`;
    const written = rewrite(text, "html");
    expect(written).toContain("<!-- 待核 -->");
    expect(figuresOf(written)).toEqual(figuresOf(text));
  });

  test("a table with figures missing stays as it is", () => {
    const text = `${head}\n${REVIEW}\n${FIGURES.slice(0, -4)}\n`;
    expect(figuresOf(text).missing).not.toEqual([]);
    expect(rewrite(text, "html")).toBe(text);
  });

  test("only the tables that a range touches are rewritten", () => {
    const text = samples().find(({ name }) => name.startsWith("000"))?.text ?? "";
    const at = text.indexOf("行政许可");
    const edits = rewriteTables(parseText(text, "markdown"), "html", OPTIONS, { start: at, end: at });
    expect(edits).toHaveLength(1);
    expect(edits[0]?.newText).toContain("行政许可");
  });

  test("any other table is carried over cell by cell", () => {
    const text = `${TITLE}一、总体情况\n\n项目\t数量\n公文\t3\n动态\t12\n`;
    expect(rewrite(text, "pipe")).toBe(
      `${TITLE}一、总体情况\n\n| 项目 | 数量 |\n| ---- | ---: |\n| 公文 |    3 |\n| 动态 |   12 |\n`,
    );
    expect(rewrite(rewrite(text, "html"), "tab")).toBe(text);
  });

  test("an empty cell at the start of a table's first row keeps its column", () => {
    const text = `${TITLE}一、总体情况\n\n\t上年\t本年\n公文\t3\t4\n`;
    const written = rewrite(text, "pipe");
    expect(written === text || written.includes("\n|      | 上年 | 本年 |\n")).toBe(true);
  });

  test("a table scattered under headings loses neither figures nor headings that say more than the form", () => {
    const part = (title: string, from: number): string =>
      `### ${title}\n\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| ${from} | 0 | 0 | 0 | ${from} |\n\n`;
    for (const note of ["", "本年"]) {
      const text = `${TITLE}## 四、政府信息公开行政复议、行政诉讼情况\n\n${part(`${note}行政复议`, 1)}${part("未经复议直接起诉", 2)}${part("复议后起诉", 3)}`;
      expect(figuresOf(text).figures).toHaveLength(15);
      for (const to of ["html", "pipe", "tab"] as const) {
        const written = rewrite(text, to);
        expect(figuresOf(written)).toEqual(figuresOf(text));
        expect(written).toContain(`${note}行政复议`);
      }
    }
  });

  test("prose led in by tabs is no table", () => {
    const text = `${TITLE}一、总体情况\n\n\t一是某某。\n\t二是某某。\n`;
    for (const to of LAYOUTS) expect(rewrite(text, to)).toBe(text);
  });
});

test("quoted tables stay as they are: written anew they would stand outside of the quotation", () => {
  for (const { text } of samples()) {
    const quoted = text.replace(/^/gm, "> ");
    expect(rewrite(quoted, "pipe")).toBe(quoted);
  }
});

test("the tables of a page of HTML stay HTML", () => {
  const page = `<html><body>${rewrite(samples()[0]?.text ?? "", "html")}</body></html>`;
  const parsed = parseText(page, "html");
  expect(parsed.reports.flatMap(({ tables }) => tables)).toHaveLength(3);
  for (const to of ["pipe", "tab", "flat"] as const) expect(rewriteTables(parsed, to, OPTIONS)).toEqual([]);
});

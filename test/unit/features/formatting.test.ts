import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../../server/src/document/read.ts";
import { formatDocument } from "../../../server/src/features/formatting.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import type { ParsedDocument } from "../../../server/src/report/parsed.ts";
import { gridOf } from "../../../server/src/tables/grid-of.ts";
import { indexLines } from "../../../server/src/text/lines.ts";
import { applyEdits } from "../apply-edits.ts";

/** A text taken for one report, whatever it says. */
function reportOf(text: string, isReport = true): ParsedDocument {
  const document = readDocument(text, "markdown");
  const report = {
    document,
    blocks: document.blocks,
    form: form2021,
    isReport,
    isWhole: isReport,
    sections: [],
    tables: [],
    otherGrids: [],
    figures: new Map(),
  };
  return { document, lines: indexLines(text), reports: [report] };
}

function format(text: string, range?: { start: number; end: number }): string {
  return applyEdits(text, formatDocument(reportOf(text), { ambiguousWidth: 2 }, range));
}

function cellTexts(text: string): string[][] {
  return reportOf(text).document.blocks.flatMap((block) =>
    gridOf(block).rows.map((row) => row.cells.map((cell) => cell.text)),
  );
}

describe("pipe tables", () => {
  test.each([
    [
      "columns are as wide as Chinese characters draw them, figures to the right",
      "|项目|数量|\n|-|-|\n|规章|12|\n|“三安全”|/|",
      "| 项目       | 数量 |\n| ---------- | ---- |\n| 规章       |   12 |\n| “三安全” |    / |",
    ],
    [
      "markers of alignment are kept and obeyed",
      "|甲|乙|丙|\n|:-|:-:|-:|\n|1|2|文字|\n|22222|33333|44444|",
      "| 甲    |  乙   |    丙 |\n| :---- | :---: | ----: |\n| 1     |   2   |  文字 |\n| 22222 | 33333 | 44444 |",
    ],
    [
      "indentation, escaped bars, emphasis and short rows stay",
      "  |a|b|\n  |---|---|\n  |x \\| y|**1**|\n  |only|",
      "  | a      | b     |\n  | ------ | ----- |\n  | x \\| y | **1** |\n  | only   |",
    ],
    [
      "a table without a delimiter row gets none",
      "|甲|1|\n|乙乙乙|22|",
      "| 甲     |   1 |\n| 乙乙乙 |  22 |",
    ],
    [
      "prose right below a table stays prose",
      "|a|b|\n|-|-|\n|1|2|\n说明",
      "|   a |   b |\n| --- | --- |\n|   1 |   2 |\n说明",
    ],
    ["one row between bars is no table", "|a|", "|a|"],
    [
      "CRLF and the final newline stay",
      "前言\r\n\r\n|a|b|\r\n|-|-|\r\n|1|2|\r\n",
      "前言\r\n\r\n|   a |   b |\r\n| --- | --- |\r\n|   1 |   2 |\r\n",
    ],
  ])("%s", (_, before, after) => {
    expect(format(before)).toBe(after);
    expect(format(after)).toBe(after);
  });

  test("ambiguous characters are as wide as the reader's setting says", () => {
    const text = "|a|b|\n|-|-|\n|“”——|c|";
    const widths = ([1, 2] as const).map((ambiguousWidth) => {
      const formatted = applyEdits(text, formatDocument(reportOf(text), { ambiguousWidth }));
      return formatted.indexOf("|", 1);
    });
    expect(widths).toEqual([7, 11]);
  });

  test("only lines that change are touched", () => {
    const text = "|   a |   b |\n| --- | --- |\n|1|2|";
    const edits = formatDocument(reportOf(text), { ambiguousWidth: 2 });
    expect(edits).toEqual([{ start: 28, end: 33, newText: "|   1 |   2 |" }]);
  });
});

describe("tab tables", () => {
  test.each([
    ["short rows are filled at their end", "a\tb\tc\n规章\t0\n其他\t1\t2", "a\tb\tc\n规章\t0\t\n其他\t1\t2"],
    ["empty cells before and between stay where they are", "甲\ta\t\tb\n\t0\t1", "甲\ta\t\tb\n\t0\t1\t"],
    [
      "paragraphs led in by a tab are no table",
      "\t一是某某。\n\t二是某某。\t",
      "\t一是某某。\n\t二是某某。\t",
    ],
    ["CRLF stays", "a\tb\tc\r\nd\te\r\n", "a\tb\tc\r\nd\te\t\r\n"],
  ])("%s", (_, before, after) => {
    expect(format(before)).toBe(after);
  });
});

describe("HTML tables", () => {
  test.each([
    [
      "a row a line",
      '<table border="1"><thead><tr><th colspan=2>甲</th></tr></thead>\n\n<tr> <td>1 </td>\n<td>\n 2</td></tr></table>',
      '<table border="1">\n  <thead>\n    <tr><th colspan=2>甲</th></tr>\n  </thead>\n  <tr><td>1 </td><td>\n 2</td></tr>\n</table>',
    ],
    [
      "a cell a line where the first row is written so",
      "<table>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr><tr><td>&nbsp;</td></tr></table>",
      "<table>\n  <tr>\n    <td>1</td>\n    <td>2</td>\n  </tr>\n  <tr>\n    <td>&nbsp;</td>\n  </tr>\n</table>",
    ],
    [
      "what stands before the table on its line is its indentation",
      "  <table>\r\n<tr><td>1</td></tr></table>",
      "  <table>\r\n    <tr><td>1</td></tr>\r\n  </table>",
    ],
    ["left-out tags leave the table alone", "<table><tr><td>1<td>2</table>", "<table><tr><td>1<td>2</table>"],
    [
      "text between cells leaves the table alone",
      "<table><tr>x<td>1</td></tr></table>",
      "<table><tr>x<td>1</td></tr></table>",
    ],
    [
      "columns, captions and comments have lines of their own",
      "<table><caption>表 一</caption><colgroup><col><col></colgroup><!-- 注 --><tr><td>1</td></tr></table>",
      "<table>\n  <caption>表 一</caption>\n  <colgroup>\n    <col>\n    <col>\n  </colgroup>\n  <!-- 注 -->\n  <tr><td>1</td></tr>\n</table>",
    ],
  ])("%s", (_, before, after) => {
    expect(format(before)).toBe(after);
    expect(format(after)).toBe(after);
  });
});

test("a range formats the tables it touches and no other", () => {
  const text = "|a|b|\n|-|-|\n|1|2|\n\n说明\n\n|c|d|\n|-|-|\n|3|4|";
  const start = text.indexOf("|3|");
  expect(format(text, { start, end: start })).toBe(
    "|a|b|\n|-|-|\n|1|2|\n\n说明\n\n|   c |   d |\n| --- | --- |\n|   3 |   4 |",
  );
});

test("a quoted table stays as it is, since its rows would lose their marks", () => {
  expect(format("> |a|b|\n> |-|-|\n> |1|2|")).toBe("> |a|b|\n> |-|-|\n> |1|2|");
});

test("a text that is no report stays as it is", () => {
  expect(formatDocument(reportOf("|a|b|\n|-|-|\n|1|2|", false), { ambiguousWidth: 2 })).toEqual([]);
});

const cell = fc.constantFrom(
  "",
  "0",
  "12",
  "22（其中修订16件）",
  "规章",
  "“三安全”",
  "/",
  "a\\|b",
  "👍",
  "**甲**",
  " x ",
  "—",
  "1,234.5",
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
const pipeTable = rows.map((table) => {
  const [head = [], ...body] = table.map((cells) => `|${cells.join("|")}|`);
  return [head, `|${(table[0] ?? []).map(() => "--:").join("|")}|`, ...body].join("\n");
});
const tabTable = rows.map((table) => table.map((cells) => cells.join("\t")).join("\n"));
const htmlTable = rows.map(
  (table) =>
    `<table>${table.map((cells) => `<tr>\n${cells.map((text) => `<td>${text}</td>`).join(" ")}</tr>`).join("")}</table>`,
);
const prose = fc.constantFrom(
  "# 标题",
  "一、总体情况",
  "（一）主动公开  两个空格",
  "段落一\n段落二",
  "```\n|a|b|\n|-|-|\n```",
  "<!-- |a|b| -->",
);
const text = fc
  .tuple(
    fc.array(fc.oneof(pipeTable, tabTable, htmlTable, prose), { maxLength: 5 }),
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", "\ufeff"),
    fc.boolean(),
  )
  .map(([parts, lineBreak, bom, last]) =>
    (bom + parts.join("\n\n") + (last ? "\n" : "")).replaceAll("\n", lineBreak),
  );

describe("any report", () => {
  test("formatting again changes nothing", () => {
    fc.assert(
      fc.property(text, (before) => {
        expect(format(format(before))).toBe(format(before));
      }),
    );
  });

  test("no cell says anything else than before, and none moves", () => {
    fc.assert(
      fc.property(text, (before) => {
        const after = cellTexts(format(before));
        const trimEnd = (cells: string[]): string[] =>
          cells.slice(0, cells.findLastIndex((one) => one !== "") + 1);
        expect(after.map(trimEnd)).toEqual(cellTexts(before).map(trimEnd));
      }),
    );
  });

  test("line breaks, byte order mark, final newline and all that is no table stay", () => {
    fc.assert(
      fc.property(text, (before) => {
        const after = format(before);
        expect(after.startsWith("\ufeff")).toBe(before.startsWith("\ufeff"));
        expect(after.endsWith("\n")).toBe(before.endsWith("\n"));
        expect(/\r(?!\n)|(?<!\r)\n/.test(after) && before.includes("\r")).toBe(false);
        const outside = (one: string): string[] =>
          reportOf(one)
            .document.blocks.filter(
              ({ kind, text: said }) => kind !== "pipe" && kind !== "html" && !said.includes("\t"),
            )
            .map((block) => block.text);
        expect(outside(after)).toEqual(outside(before));
      }),
    );
  });
});

test("ten thousand rows take no more than ten times a thousand, with room for noise", () => {
  const table = (count: number): string => `|a|b|\n|-|-|\n${"|规章（其中修订）|12|\n".repeat(count)}`;
  const time = (source: string): number => {
    const parsed = reportOf(source);
    const start = performance.now();
    formatDocument(parsed, { ambiguousWidth: 2 });
    return performance.now() - start;
  };
  time(table(1000));
  const small = Math.min(time(table(2000)), time(table(2000)), time(table(2000)));
  expect(time(table(20_000))).toBeLessThan(small * 30 + 50);
});

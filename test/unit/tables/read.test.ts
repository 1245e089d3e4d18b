import { describe, expect, test } from "vitest";
import type { Block, BlockKind } from "../../../server/src/document/block.ts";
import type { Grid } from "../../../server/src/tables/grid.ts";
import { gridOf } from "../../../server/src/tables/grid-of.ts";

function grid(text: string, kind: BlockKind = "lines"): Grid {
  const block: Block = { kind, text, level: 0 };
  return gridOf(block);
}

/** Rows as they are seen: cells parted by " | ", a span as "text ×columns ÷rows". */
function seen({ rows }: Grid): string[] {
  return rows.map(({ cells }) =>
    cells
      .map(
        ({ text, columnSpan, rowSpan }) =>
          text + (columnSpan > 1 ? ` ×${columnSpan}` : "") + (rowSpan > 1 ? ` ÷${rowSpan}` : ""),
      )
      .join(" | "),
  );
}

/** The text with ⟦ ⟧ around every cell that is not empty. */
function marked(text: string, { rows }: Grid): string {
  const places = rows
    .flatMap(({ cells }) => cells.filter((cell) => cell.text !== "").map(({ place }) => place))
    .sort((a, b) => b.start - a.start);
  return places.reduce(
    (now, { start, end }) => `${now.slice(0, start)}⟦${now.slice(start, end)}⟧${now.slice(end)}`,
    text,
  );
}

describe("text between tabs", () => {
  test.each<[what: string, marked: string, rows: string[]]>([
    ["cells", "⟦规章⟧\t⟦0⟧\t⟦12⟧", ["规章 | 0 | 12"]],
    ["empty cells in front and behind", "\t\t⟦1.其他⟧\t⟦0⟧\t", [" |  | 1.其他 | 0 | "]],
    ["spaces around", "⟦（一）予以 公开⟧ \t ⟦0⟧　\t⟦1⟧", ["（一）予以 公开 | 0 | 1"]],
    ["rows of different lengths", "⟦a⟧\t⟦1⟧\n⟦b⟧\n⟦c⟧\t⟦1⟧\t⟦2⟧", ["a | 1", "b", "c | 1 | 2"]],
    ["line ends of Windows", "⟦a⟧\t⟦1⟧\r\n⟦b⟧\t⟦2⟧", ["a | 1", "b | 2"]],
    ["emphasis and entities", "⟦**总计**⟧\t⟦&nbsp;7&nbsp;⟧\t⟦<b>8</b>⟧", ["总计 | 7 | 8"]],
  ])("%s", (_, text, rows) => {
    const plain = text.replace(/[⟦⟧]/g, "");
    const read = grid(plain);
    expect(read.layout).toBe("tab");
    expect(seen(read)).toEqual(rows);
    expect(marked(plain, read)).toBe(text);
  });
});

describe("text between bars", () => {
  test.each<[what: string, marked: string, rows: string[]]>([
    ["a table", "| ⟦a⟧ | ⟦b⟧ |\n| --- | ---: |\n| ⟦1⟧ | ⟦2⟧ |", ["a | b", "1 | 2"]],
    ["no delimiter row", "| ⟦a⟧ | ⟦1⟧ |\n| ⟦b⟧ | ⟦2⟧ |", ["a | 1", "b | 2"]],
    ["no bars at the ends", "⟦a⟧ | ⟦b⟧\n--- | ---\n⟦1⟧ | ⟦2⟧", ["a | b", "1 | 2"]],
    ["empty cells", "| ⟦a⟧ |  | |\n|-|-|-|\n||⟦1⟧||", ["a |  | ", " | 1 | "]],
    ["a bar in a cell", "| ⟦a\\|b⟧ | ⟦1⟧ |", ["a|b | 1"]],
    ["dashes that mean nothing", "| ⟦a⟧ | ⟦b⟧ |\n| --- | --- |\n| ⟦-⟧ | ⟦-⟧ |", ["a | b", "- | -"]],
    ["dashes made long", "| ⟦a⟧ | ⟦b⟧ |\n|——|——|\n| ⟦1⟧ | ⟦——⟧ |", ["a | b", "1 | ——"]],
    ["footnotes raised, and marks nobody sees", "| ⟦21<sup>1</sup>⟧ | ⟦\u200e2\u00ad5\u200f⟧ |", ["21 | 25"]],
    [
      "numbers before the rows, and words for what is empty",
      "|  | ⟦a⟧ | Unnamed: 1 |\n| --- | --- | --- |\n| 0 | ⟦b⟧ | NaN |\n| 1 | ⟦c⟧ | ⟦1⟧ |\n| 2 | ⟦d⟧ | nan |",
      [" | a | ", " | b | ", " | c | 1", " | d | "],
    ],
    [
      "numbers in the first column that begin elsewhere",
      "| |⟦a⟧|\n|⟦1⟧|⟦b⟧|\n|⟦2⟧|⟦c⟧|\n|⟦3⟧|⟦d⟧|",
      [" | a", "1 | b", "2 | c", "3 | d"],
    ],
    [
      "a second table right below",
      "| ⟦a⟧ |\n| --- |\n| ⟦1⟧ |\n| ⟦b⟧ |\n| --- |\n| ⟦2⟧ |",
      ["a", "1", "b", "2"],
    ],
  ])("%s", (_, text, rows) => {
    const plain = text.replace(/[⟦⟧]/g, "");
    const read = grid(plain, "pipe");
    expect(read.layout).toBe("pipe");
    expect(seen(read)).toEqual(rows);
    expect(marked(plain, read)).toBe(text);
  });
});

describe("text between spaces", () => {
  test.each<[what: string, marked: string, rows: string[]]>([
    ["columns", "⟦行政许可⟧          ⟦1,345⟧    ⟦0⟧", ["行政许可 | 1,345 | 0"]],
    ["ideographic spaces", "⟦规章⟧　⟦0⟧　⟦１２⟧", ["规章 | 0 | １２"]],
    ["figures behind single spaces", "⟦行政处罚⟧ ⟦8⟧\n⟦0⟧ ⟦0⟧ ⟦-⟧ ⟦12⟧", ["行政处罚 | 8", "0 | 0 | - | 12"]],
    ["indented", "      ⟦1.其他⟧   ⟦0⟧", ["1.其他 | 0"]],
    [
      "under lines of dashes",
      "  ⟦甲⟧    ⟦乙⟧\n  ----- -----\n  ⟦规章⟧  ⟦0⟧\n  -----------",
      ["甲 | 乙", "规章 | 0"],
    ],
    ["a label with single spaces", "⟦结果 维持⟧  ⟦其他 结果⟧", ["结果 维持 | 其他 结果"]],
  ])("%s", (_, text, rows) => {
    const plain = text.replace(/[⟦⟧]/g, "");
    const read = grid(plain);
    expect(read.layout).toBe("space");
    expect(seen(read)).toEqual(rows);
    expect(marked(plain, read)).toBe(text);
  });

  test("one cell a line is flat", () => {
    expect(grid("规章\n0\n12")).toMatchObject({ layout: "flat", rows: [{}, {}, {}] });
  });
});

describe("drawn tables", () => {
  const BORDER = "+------+----+";
  test.each<[what: string, lines: string[], rows: string[]]>([
    ["cells over several lines", [BORDER, "| 结转 | 1  |", "| 下年 |    |", BORDER], ["结转下年 | 1"]],
    ["a head", [BORDER, "| 甲   | 乙 |", "+======+====+", "| 1    | 2  |", BORDER], ["甲 | 乙", "1 | 2"]],
    ["a border lost", [BORDER, "| 甲   | 1  |", "| 乙   | 2  |", BORDER], ["甲 | 1", "乙 | 2"]],
    [
      "a border beside a merged cell",
      [BORDER, "| 甲   | 1  |", "|      +----+", "|      | 2  |", BORDER],
      ["甲 | 1", " | 2"],
    ],
  ])("%s", (_, lines, rows) => {
    const read = grid(lines.join("\n"));
    expect(read.layout).toBe("space");
    expect(seen(read)).toEqual(rows);
  });
});

describe("HTML tables", () => {
  test.each<[what: string, html: string, marked: string, rows: string[]]>([
    ["cells", "<tr><td>a<td>1</tr>", "<tr><td>⟦a⟧<td>⟦1⟧</tr>", ["a | 1"]],
    [
      "merged cells",
      "<tr><th rowspan=2>a</th><th colspan=2>b</th></tr><tr><td>1</td><td>2</td></tr>",
      "<tr><th rowspan=2>⟦a⟧</th><th colspan=2>⟦b⟧</th></tr><tr><td>⟦1⟧</td><td>⟦2⟧</td></tr>",
      ["a ÷2 | b ×2", "1 | 2"],
    ],
    [
      "tags inside",
      "<tr><td><p><b>22</b>件</p></td></tr>",
      "<tr><td><p><b>⟦22</b>件⟧</p></td></tr>",
      ["22件"],
    ],
    [
      "a raised footnote",
      "<tr><td>21<sup>1</sup></td><td>3</td></tr>",
      "<tr><td>⟦21⟧<sup>1</sup></td><td>⟦3⟧</td></tr>",
      ["21 | 3"],
    ],
    ["&nbsp; alone", "<tr><td>&nbsp;</td><td>1</td></tr>", "<tr><td>&nbsp;</td><td>⟦1⟧</td></tr>", [" | 1"]],
    [
      "line breaks",
      "<tr><td>\n  结果<br>\n  维持\n</td></tr>",
      "<tr><td>\n  ⟦结果<br>\n  维持⟧\n</td></tr>",
      ["结果 维持"],
    ],
    [
      "spans that are none",
      "<tr><td colspan=0 rowspan=x>a</td></tr>",
      "<tr><td colspan=0 rowspan=x>⟦a⟧</td></tr>",
      ["a"],
    ],
    ["never closed", "<tr><td>a", "<tr><td>⟦a⟧", ["a"]],
  ])("%s", (_, html, wanted, rows) => {
    const text = `<table>${html}</table>`;
    const read = grid(text, "html");
    expect(read.layout).toBe("html");
    expect(seen(read)).toEqual(rows);
    expect(marked(text, read)).toBe(`<table>${wanted}</table>`);
  });

  test("a cell below a merged one stands right of it", () => {
    const read = grid("<table><tr><td rowspan=3>a<td>b<td>c<tr><td>d<td>e<tr><td>f</table>", "html");
    expect(read.rows.map(({ cells }) => cells.map(({ column }) => column))).toEqual([[0, 1, 2], [1, 2], [1]]);
  });

  test("a span of a million does not", () => {
    const read = grid("<table><tr><td colspan=1000000>a<td>b</table>", "html");
    expect(read.rows[0]?.cells[1]?.column).toBeLessThan(1000);
  });
});

test("code and comments have no rows, and a grid is read once", () => {
  expect(grid("| a | 1 |", "code").rows).toEqual([]);
  expect(grid("<!-- | a | -->", "comment").rows).toEqual([]);
  const block: Block = { kind: "lines", text: "a\t1", level: 0 };
  expect(gridOf(block)).toBe(gridOf(block));
});

import { describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { readDocument } from "../../../server/src/document/read.ts";

/** A text's blocks, one a line: kind, level of a heading, and the text with its line breaks as ⏎ and tabs as →. */
function blocksOf(text: string, language: Language = "markdown"): string[] {
  return readDocument(text, language).blocks.map(
    ({ kind, level, text: own }) =>
      `${kind}${level > 0 ? level : ""}: ${own.replace(/\r\n?|\n/g, "⏎").replace(/\t/g, "→")}`,
  );
}

describe("a text is cut into blocks", () => {
  test.each<[what: string, text: string, blocks: string[]]>([
    ["nothing", "", []],
    ["white space", " \n\t\n", []],
    ["paragraphs", "一\n二\n\n三", ["lines: 一⏎二", "lines: 三"]],
    ["headings", "# 一\n二\n## 三", ["heading1: # 一", "lines: 二", "heading2: ## 三"]],
    ["a heading underlined", "标题\n====\n\n正文", ["heading1: 标题⏎====", "lines: 正文"]],
    ["several lines above ---", "一、总体情况\n正文。\n---\n", ["lines: 一、总体情况⏎正文。⏎---"]],
    ["a pipe table", "| a | b |\n| - | - |\n| 1 | 2 |", ["pipe: | a | b |⏎| - | - |⏎| 1 | 2 |"]],
    [
      "bars without a delimiter row",
      "正文\n| a | b |\n| 1 | 2 |\n正文",
      ["lines: 正文", "pipe: | a | b |⏎| 1 | 2 |", "lines: 正文"],
    ],
    [
      "rows drawn with other bars, with their borders",
      "正文\n┌───┬───┐\n│ a │ b │\n├───┼───┤\n┃ 1 ┃ 2 ┃\n｜ 3 ｜ 4 ｜\n└───┴───┘\n\n甲│乙",
      [
        "lines: 正文",
        "pipe: |---|---|",
        "pipe: | a | b |⏎|---|---|⏎| 1 | 2 |⏎| 3 | 4 |⏎|---|---|",
        "lines: 甲│乙",
      ],
    ],
    [
      "rows with tabs beside prose",
      "正文\na\t1\nb\t2\n正文",
      ["lines: 正文", "lines: a→1⏎b→2", "lines: 正文"],
    ],
    ["tabs in front of rows", "正文\n\n\t\t1.其他\t0\n\t\t\t1", ["lines: 正文", "lines: →→1.其他→0⏎→→→1"]],
    ["rows like list items", "1. 重复申请\t0\n2. 其他\t1", ["lines: 1. 重复申请→0⏎2. 其他→1"]],
    [
      "an HTML table",
      "前<table><tr><td>1</td></tr></table>后",
      ["lines: 前", "html: <table><tr><td>1</td></tr></table>", "lines: 后"],
    ],
    [
      "a table in a table",
      "<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>",
      ["lines: <table><tr><td>", "html: <table><tr><td>1</td></tr></table>", "lines: </td></tr></table>"],
    ],
    [
      "a table over blank lines",
      "<table>\n\n<tr><td>1</td></tr>\n\n</table>",
      ["html: <table>⏎⏎<tr><td>1</td></tr>⏎⏎</table>"],
    ],
    ["a table never closed", "<table><tr><td>1", ["html: <table><tr><td>1"]],
    [
      "fenced code",
      "```\n| a |\n<table></table>\n```\n正文",
      ["code: ```⏎| a |⏎<table></table>⏎```", "lines: 正文"],
    ],
    ["a comment", "<!-- gouji-disable -->\n\n正文", ["comment: <!-- gouji-disable -->", "lines: 正文"]],
    ["front matter", "---\ntitle: 年报\n---\n\n# 标题", ["code: ---⏎title: 年报⏎---", "heading1: # 标题"]],
    ["quoted", "> # 一\n> \n>> 二\t1\n三>", ["heading1: # 一", "lines:    二→1", "lines: 三>"]],
    ["a heading in a list", "- ## 一\n1. # 二\n- 三", ["heading2: ## 一", "heading1: # 二", "lines: - 三"]],
    ["line ends of Windows", "# 一\r\n\r\n二\r\n三\r\n", ["heading1: # 一", "lines: 二⏎三"]],
    ["line ends of old", "一\r二\r\r三", ["lines: 一⏎二", "lines: 三"]],
  ])("%s", (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test("in plain text a line of === is no underline", () => {
    expect(blocksOf("标题\n====", "plaintext")).toEqual(["lines: 标题⏎===="]);
  });
});

describe("a web page is read as its reader sees it", () => {
  test.each<[what: string, html: string, blocks: string[]]>([
    ["paragraphs", "<p>一</p><p>二</p>", ["lines: 一", "lines: 二"]],
    ["scripts and styles", "<style>p{}</style><script>var a='<table>';</script><p>一</p>", ["lines: 一"]],
    ["comments", "<!-- <table><tr><td>9</td></tr></table> --><p>一</p>", ["lines: 一"]],
    [
      "a layout table",
      "<table><tr><td><p>一</p></td></tr></table>",
      ["html: <table><tr><td><p>一</p></td></tr></table>"],
    ],
    ["a paragraph never closed", "<p>一", ["lines: 一"]],
  ])("%s", (_, html, blocks) => {
    expect(blocksOf(html, "html").map((block) => block.replace(/(?<=: ) +| +$/g, ""))).toEqual(blocks);
  });

  test.each(["<p>一</p>", "<tr>", "&nbsp;<td>x", "<p\nclass=a>一<br>二", "<script>x"])(
    "places stay: %s",
    (html) => {
      const { blocks, offsetOf } = readDocument(html, "html");
      for (const block of blocks) {
        const start = offsetOf(block);
        expect(start + block.text.length).toBeLessThanOrEqual(html.length);
        for (const [i, character] of [...block.text].entries()) {
          if (!/\s/.test(character)) expect(html.charAt(start + i)).toBe(character);
        }
      }
    },
  );
});

describe("an edit leaves the other blocks the objects they were", () => {
  const text = "# 一\n\n二\n\n| 三 |\n\n四\n";
  test.each<[what: string, from: string, to: string, kept: number]>([
    ["inside a block", "二", "二二", 3],
    ["at the start", "# 一", "# 一一", 3],
    ["at the end", "四", "四四", 3],
    ["a block put in", "四", "四\n\n五", 4],
    ["a block taken out", "二\n\n", "", 3],
    ["nothing", "四", "四", 4],
  ])("%s", (_, from, to, kept) => {
    const before = readDocument(text, "markdown");
    const after = readDocument(text.replace(from, to), "markdown", { previous: before });
    expect(after.blocks.filter((block) => before.blocks.includes(block))).toHaveLength(kept);
    const fresh = readDocument(after.text, "markdown");
    expect(after.blocks).toEqual(fresh.blocks);
    expect(after.blocks.map(after.offsetOf)).toEqual(fresh.blocks.map(fresh.offsetOf));
  });

  test("another language reads everything anew", () => {
    const before = readDocument(text, "markdown");
    const after = readDocument(text, "plaintext", { previous: before });
    expect(after.blocks.some((block) => before.blocks.includes(block))).toBe(false);
  });
});

test("a block of another document has no place", () => {
  const [block] = readDocument("一", "plaintext").blocks;
  if (block === undefined) throw new Error("no block");
  expect(() => readDocument("一", "plaintext").offsetOf(block)).toThrow(RangeError);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { foldingRanges } from "../../../server/src/features/folding.ts";
import { needsOwnOutline, type OutlineNode, outlineTree } from "../../../server/src/features/outline.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";
import { samples } from "../samples.ts";
import { languages, texts } from "./any-text.ts";

/** One line a node, indented by depth: its kind and level, its title, its lines. */
function outline(text: string, language: Language = "plaintext"): string {
  const parsed = parseText(text, language);
  const line = (offset: number): number => parsed.lines.positionAt(offset).line + 1;
  const show = (nodes: readonly OutlineNode[], indent: string): string[] =>
    nodes.flatMap(({ kind, level, title, range, selectionRange, children }) => [
      `${indent}${kind} ${level} ${title} ${line(range.start)}-${line(range.end)} at ${line(selectionRange.start)}`,
      ...show(children, `${indent}  `),
    ]);
  return show(outlineTree(parsed), "").join("\n");
}

describe("the real reports", () => {
  test.each(samples())("$name", ({ text }) => {
    expect(outline(text)).toMatchSnapshot();
    expect(outline(text, "markdown")).toBe(outline(text));
  });
});

const TABLE = "| 项目 | 件数 |\n| --- | --- |\n| 图解 | 2 |\n| 问答 | 3 |";

describe("a report", () => {
  test("without a title has its sections for roots", () => {
    const text = reportText().slice(reportText().indexOf("\n\n") + 2);
    expect(
      outline(text)
        .split("\n")
        .filter((line) => !line.startsWith(" ")),
    ).toHaveLength(6);
    expect(outline(text)).toMatch(/^section 1 一、总体情况 1-/);
  });

  test("shows the whole of a heading broken over two lines", () => {
    const text = reportText().replace("复议、行政诉讼情况", "复议、行政\n诉讼情况");
    expect(outline(text)).toContain("  section 1 四、政府信息公开行政复议、行政诉讼情况 59-65 at 59\n");
  });

  test("has its other tables, named by caption or head", () => {
    const text = reportText().replace(
      "（二）依申请公开",
      `附表 解读情况\n\n${TABLE}\n\n如下表所示：\n\n${TABLE}\n\n（二）依申请公开`,
    );
    expect(outline(text).split("\n").slice(1, 6)).toEqual([
      "  section 1 一、总体情况 3-23 at 3",
      "    section 2 （一）主动公开 7-21 at 7",
      "      table 3 附表 解读情况 11-14 at 11",
      "      table 3 项目、件数 18-21 at 18",
      "    section 2 （二）依申请公开 23-23 at 23",
    ]);
  });

  test("has no table for a line with a tab", () => {
    expect(outline(reportText().replace("（二）依", "联系人\t张三\n\n（二）依"))).not.toContain("张三");
  });

  test("keeps a scattered table together", () => {
    const text = reportText({ layout: "pipe", language: "markdown" }).replace(
      /\n(\|[^\n]*（三）不予公开)/,
      "\n\n### （三）不予公开\n\n$1",
    );
    const lines = outline(text, "markdown").split("\n");
    expect(lines.filter((line) => line.includes("（三）不予公开"))).toEqual([]);
    expect(lines.filter((line) => line.includes("表三"))).toHaveLength(1);
  });

  test("of a volume is a root", () => {
    const text = `${reportText({ year: 2022 })}\n${reportText()}`;
    const roots = outlineTree(parseText(text, "plaintext"));
    expect(roots.map(({ title }) => title)).toEqual([
      "东风街道2022年政府信息公开工作年度报告",
      "东风街道2023年政府信息公开工作年度报告",
    ]);
  });

  test("whose tables run over the next heading ends them there", () => {
    const text = reportText()
      .replace(/\n四、(?=政)[\s\S]*?\n五、/, "\n五、")
      .replace("结转下年度", "结 转下年度");
    for (const { children } of outlineTree(parseText(text, "plaintext")))
      expect(isSound(children)).toBe(true);
  });
});

describe("what is no report", () => {
  test("has the plain outline of official numbering", () => {
    expect(outline("关于开展检查的通知\n\n一、总体要求\n\n（一）目标\n\n略\n\n二、安排\n\n略\n")).toBe(
      "section 1 一、总体要求 3-7 at 3\n  section 2 （一）目标 5-7 at 5\nsection 1 二、安排 9-11 at 9",
    );
  });

  test.each([
    ["nothing", ""],
    ["a shopping list", "1. 米\n2. 面\n"],
    ["rows with tabs", "a\tb\n1\t2\n"],
    ["prose", "今天下雨。\n"],
  ])("and has no numbering has none: %s", (_, text) => {
    expect(outline(text)).toBe("");
    expect(foldingRanges(parseText(text, "markdown"))).toEqual([]);
  });
});

describe("an outline of our own is needed", () => {
  const marked = reportText({ language: "markdown" });
  test.each<[string, boolean, string, Language?]>([
    ["not where # follow the numbering", false, marked],
    [
      "not where parts run into their paragraphs",
      false,
      marked.replace("（二）依申请公开", "（三）解读。略\n\n（二）依申请公开"),
    ],
    ["not where a list is numbered", false, marked.replace("存在“", "1. 措施\n2. 措施\n\n存在“")],
    ["not in markdown that is no report", false, "# a\n\n一、总体要求\n\n#### b\n"],
    ["not in a web page that is no report", false, "<h1>a</h1>", "html"],
    ["in plain text", true, marked, "plaintext"],
    ["in a web page", true, reportText({ layout: "html" }), "html"],
    ["where no heading has #", true, reportText()],
    ["where one numbered line has none", true, marked.replace("## 五、", "五、")],
    [
      "where one is but bold",
      true,
      marked.replace("## 五、", "**五、").replace("改进情况\n", "改进情况**\n"),
    ],
    ["where one is a tag's", true, marked.replace(/## (五、.*)/, "<h2>$1</h2>")],
    ["where one has no space behind its #", true, marked.replace("## 五、", "##五、")],
    ["not where one runs on", false, marked.replace(/## (六、.*)\n\n/, "**$1：**")],
    ["where ranks jump", true, marked.replace("## 四、", "#### 四、")],
    ["where a part jumps", true, marked.replace("（一）主动公开。", "#### （一）主动公开\n\n")],
    ["not where a part follows", false, marked.replace("（一）主动公开。", "### （一）主动公开\n\n")],
    ["where # contradict the numbering", true, marked.replace("（一）主动公开。", "## （一）主动公开\n\n")],
    ["where the title has no #", false, marked.replace("# 东风", "东风")],
    [
      "where the titles of a volume have none",
      true,
      `${marked.replace("# 东风", "东风")}\n${marked.replaceAll("2023", "2022").replace("# 东风", "东风")}`,
    ],
    ["not for a volume by #", false, `${marked}\n${marked.replaceAll("东风", "西风")}`],
    [
      "where rows of a table are headings",
      true,
      marked.replace(/\n(\t（三）不予公开)/, "\n\n### （三）不予公开\n\n$1"),
    ],
  ])("%s", (_, needed, text, language = "markdown") => {
    expect(needsOwnOutline(parseText(text, language))).toBe(needed);
  });
});

/** Whether every node lies in its parent, selects within itself, and stands behind the one before. */
function isSound(nodes: readonly OutlineNode[], within?: OutlineNode["range"]): boolean {
  let from = within?.start ?? 0;
  return nodes.every(({ title, range, selectionRange, children }) => {
    const sound =
      title.trim() !== "" &&
      !/[\r\n]/.test(title) &&
      range.start >= from &&
      range.start <= selectionRange.start &&
      selectionRange.start <= selectionRange.end &&
      selectionRange.end <= range.end &&
      (within === undefined || range.end <= within.end);
    from = range.end;
    return sound && isSound(children, range);
  });
}

describe("of any text", () => {
  test("nodes lie in their parents, and what is selected in its node", () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const tree = outlineTree(parseText(text, language));
        expect(isSound(tree)).toBe(true);
        for (const { range } of tree) expect(range.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 100 },
    );
  });
});

import { describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { spanOf } from "../../../server/src/document/block.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { createChecker } from "../../../server/src/rules/check.ts";
import type { Finding, Rule } from "../../../server/src/rules/rule.ts";
import { applyEdits } from "../apply-edits.ts";
import { unmark } from "./checking.ts";
import { reportText } from "./report-text.ts";

/** Finds every ✗ under one code and every ✘ under another. */
const rules = [finds("✗", "test/one"), finds("✘", "test/two")];

function finds(sign: string, code: string): Rule {
  const nothing = { en: "", zh: "" };
  return {
    code,
    severity: "error",
    title: nothing,
    documentation: nothing,
    check: ({ report }) =>
      report.blocks.flatMap((block) =>
        [...block.text].flatMap((char, at): Finding[] =>
          char === sign ? [{ place: { block, start: at, end: at + 1 }, message: sign }] : [],
        ),
      ),
  };
}

/** The text with ⟦ ⟧ around what is still found. */
function told(marked: string, language: Language): string {
  const { text } = unmark(marked);
  const parsed = parseText(text, language);
  const check = createChecker((_, error) => {
    throw error;
  }, rules);
  const edits = check(parsed, "", {}).map(({ finding }) => {
    const { start, end } = spanOf(parsed.document, finding.place);
    return { start, end, newText: `⟦${text.slice(start, end)}⟧` };
  });
  return applyEdits(text, edits);
}

describe.each(["plaintext", "markdown"] as const)("in %s", (language) => {
  test.each([
    ["the next block and no other", "一\n\n<!-- gouji-disable test/one -->\n\n✗\n✗\n\n⟦✗⟧\n"],
    ["right above its line", "一\n\n<!-- gouji-disable test/one -->\n✗\n\n⟦✗⟧"],
    ["from the middle of a paragraph on", "一⟦✗⟧\n<!-- gouji-disable test/one -->\n✗\n\n⟦✗⟧"],
    ["the rules named only", "一\n\n<!-- gouji-disable test/one -->\n✗⟦✘⟧"],
    ["several rules", "一\n\n<!-- gouji-disable test/two, test/one -->\n✗✘\n\n⟦✗⟧⟦✘⟧"],
    ["all rules where none is named", "一\n\n<!-- gouji-disable -->\n✗✘\n\n⟦✗⟧⟦✘⟧"],
    ["nothing for a code that no rule has", "一\n\n<!-- gouji-disable test/onne -->\n⟦✗⟧⟦✘⟧"],
    [
      "by several comments together",
      "一\n\n<!-- gouji-disable test/one -->\n\n<!-- note -->\n<!-- gouji-disable test/two -->\n✗✘\n\n⟦✗⟧",
    ],
    ["the file from its top", "<!-- gouji-disable test/one -->\n\n✗\n\n✗⟦✘⟧"],
    ["the file from right above its first line", "<!-- gouji-disable test/one -->\n✗\n\n✗⟦✘⟧"],
    [
      "the file from below other comments and blank lines",
      "\n<!-- note -->\n\n<!-- gouji-disable test/one -->\n一\n\n✗",
    ],
    ["the file behind a byte order mark", "\uFEFF<!-- gouji-disable test/one -->\n一\n\n✗"],
    ["the file behind its front matter", "---\ntitle: a\n---\n<!-- gouji-disable test/one -->\n一\n\n✗"],
    ["with other line ends", "一\r\n\r\n<!-- gouji-disable test/one -->\r\n✗\r\n\r\n⟦✗⟧\r\n"],
    ["nothing at the end of the text", "一⟦✗⟧\n\n<!-- gouji-disable test/one -->\n"],
    ["nothing in the middle of a line", "一\n\n见 <!-- gouji-disable test/one --> ⟦✗⟧"],
    ["nothing under another word", "一\n\n<!-- gouji-disable-file test/one -->\n\n⟦✗⟧"],
    ["nothing from within code", "一\n\n```\n<!-- gouji-disable test/one -->\n```\n\n⟦✗⟧"],
  ])("%s", (_, marked) => {
    expect(told(marked, language)).toBe(marked);
  });
});

describe("above a statutory table, all of it", () => {
  const silence = (text: string): string => text.replace("\n三、", "\n<!-- x -->\n三、");
  test.each(["tab", "pipe", "html", "flat"] as const)("in %s", (layout) => {
    const cells = { "表三/三(一)/自然人": "✗", "表三/四/自然人": "✗", "表四/行政复议/总计": "✗" };
    const text = silence(reportText({ layout, cells }));
    const [head = "", body = ""] = text.split("三、收到和处理政府信息公开申请情况\n\n");
    const heading = "三、收到和处理政府信息公开申请情况\n\n";
    const comment = "<!-- gouji-disable test/one -->\n";
    const last = body.lastIndexOf("✗");
    const marked = `${head}${heading}${comment}${body.slice(0, last)}⟦✗⟧${body.slice(last + 1)}`;
    expect(body.split("✗")).toHaveLength(4);
    expect(told(marked, "markdown")).toBe(marked);
  });

  test("cut in two by a blank line", () => {
    const cells = { "表三/三(一)/自然人": "✗", "表三/四/自然人": "✗" };
    const text = reportText({ cells })
      .replace("申请情况\n\n", "申请情况\n\n<!-- gouji-disable test/one -->\n")
      .replace("\t（三）不予公开", "\n\t（三）不予公开");
    expect(text.split("\n\n\t（三）不予公开")).toHaveLength(2);
    expect(told(text, "plaintext")).toBe(text);
  });
});

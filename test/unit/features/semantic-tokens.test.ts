import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { semanticTokens } from "../../../server/src/features/semantic-tokens.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText, row } from "../rules/report-text.ts";
import { samples } from "../samples.ts";

/** The lines that hold tokens, each token as ⟦text⟧ with its type. */
function marked(text: string): string[] {
  const tokens = semanticTokens(parseText(text, "plaintext"));
  return tokens.map(({ span, type, modifiers }) =>
    [type, ...modifiers, text.slice(span.start, span.end)].join(" "),
  );
}

describe("headings, labels and figures have colours", () => {
  test("of a report that is right", () => {
    const tokens = marked(reportText());
    expect(tokens.slice(0, 4)).toEqual([
      "keyword 东风街道2023年政府信息公开工作年度报告",
      "keyword 一、总体情况",
      "keyword （一）主动公开",
      "keyword （二）依申请公开",
    ]);
    expect(tokens).toContain("property 2.重复申请");
    expect(tokens.filter((token) => token === "number 0")).toHaveLength(200 - 25 - 6 - 3);
    expect(tokens.filter((token) => token === "number total 0")).toHaveLength(25 + 6 + 3);
  });

  test("a figure that is wrong stands out", () => {
    const tokens = marked(reportText({ cells: row("表三", "三(一)", "3 0 0 0 0 0 0") }));
    expect(tokens.filter((token) => token.includes("failing"))).toEqual(["number failing 3"]);
  });

  test("nothing of a text that is no report", () => {
    expect(marked("一、总体情况\n\n1. 苹果 3\n")).toEqual([]);
  });
});

test("tokens are in order, apart, and within a line, whatever the text", () => {
  const lines = samples().flatMap(({ text }) => text.split("\n"));
  fc.assert(
    fc.property(
      fc.nat(lines.length),
      fc.nat(120),
      fc.constantFrom("\n", "\r\n"),
      (from, count, lineBreak) => {
        const text = lines.slice(from, from + count).join(lineBreak);
        let end = 0;
        for (const { span } of semanticTokens(parseText(text, "markdown"))) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
          end = span.end;
        }
      },
    ),
    { numRuns: 60 },
  );
});

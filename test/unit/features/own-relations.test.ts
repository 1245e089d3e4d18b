import { describe, expect, test } from "vitest";
import { highlightsAt } from "../../../server/src/features/highlight.ts";
import { hoverAt } from "../../../server/src/features/hover.ts";
import { previewHtml } from "../../../server/src/features/preview/html.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { createLanguageService, defaultSettings } from "../../../server/src/service.ts";
import { own } from "../relations/own.ts";
import { reportText } from "../rules/report-text.ts";

const text = reportText().concat(
  "\n\n## 附件：经费收支\n\n| 项目 | 本年 | 上年 |\n| --- | --- | --- |\n",
  "| 收入 | 100 | 90 |\n| 人员经费 | 60 | 50 |\n| 公用经费 | 25 | 30 |\n| 结余 | 14 | 10 |\n",
);
const parsed = parseText(text, "markdown");
const balance = own("经费收支", "结余 = 收入 - 人员经费 - 公用经费");
const limit = own("经费收支", "人员经费 <= 50 + 公用经费");

function offsetOf(cell: string): number {
  return text.indexOf(cell) + cell.lastIndexOf(" ") + 1;
}

describe("a figure of an office's own table explains itself as the form's own do", () => {
  test.each([
    [
      "| 结余 | 14",
      "**附件：经费收支 结余/本年**: 14\n\n✗ 结余 = 收入 - 人员经费 - 公用经费: **14** ≠ 100 − 60 − 25",
    ],
    [
      "| 公用经费 | 25 | 30",
      "**附件：经费收支 公用经费/上年**: 30\n\n✓ 结余 = 收入 - 人员经费 - 公用经费: 10 = 90 − 50 − **30**  \n✓ 人员经费 <= 50 + 公用经费: 50 ≤ **30** + 50",
    ],
  ])("%s", (cell, expected) => {
    expect(hoverAt(parsed, offsetOf(cell), [], [balance, limit])?.text).toBe(expected);
  });

  test("says nothing where no relation asks", () => {
    expect(hoverAt(parsed, offsetOf("| 结余 | 14"))).toBeUndefined();
  });

  test("of a statutory table next to the form's own", () => {
    const figure = parsed.reports[0]?.figures.get("表三/一/总计");
    const offset =
      figure === undefined ? -1 : parsed.document.offsetOf(figure.place.block) + figure.place.start;
    const few = own("表三", "一 <= 1000");
    expect(hoverAt(parsed, offset, [], [few])?.text).toMatch(/The six kinds .*\n.*二 .*\n✓ 一 <= 1000: \*\*/);
  });
});

describe("what goes into a total is highlighted with it, and the other way round", () => {
  const shown = (cell: string, relations = [balance]): string[] =>
    highlightsAt(parsed, offsetOf(cell), relations).map(
      ({ span, role }) => `${text.slice(span.start, span.end)} ${role}`,
    );
  test("of a total its parts", () => {
    expect(shown("| 结余 | 14")).toEqual(["100 operand", "60 operand", "25 operand", "14 self"]);
  });
  test("of a part its total", () => {
    expect(shown("| 人员经费 | 60")).toEqual(["60 self", "14 total"]);
  });
  test("where there is no total, what it is compared with", () => {
    expect(shown("| 人员经费 | 60", [limit])).toEqual(["60 self", "25 operand"]);
  });
});

test("the preview marks the figure that is wrong, and tells where it stands", () => {
  const settings = { ...defaultSettings, relations: [balance] };
  const found = createLanguageService().check(parsed, "2023.md", settings);
  const at = offsetOf("| 结余 | 14");
  expect(previewHtml(parsed, found)).toContain(`data-offset="${at}" class="failing" title="`);
});

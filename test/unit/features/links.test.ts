import { expect, test } from "vitest";
import { highlightsAt } from "../../../server/src/features/highlight.ts";
import { hoverAt } from "../../../server/src/features/hover.ts";
import { definitionsAt, referencesAt } from "../../../server/src/features/links.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportWith } from "../claims/sentences.ts";
import { row } from "../rules/report-text.ts";

const SENTENCE = "全年收到政府信息公开申请12件，其中法人或其他组织5件。";
const { text } = reportWith(SENTENCE, { cells: { ...row("表三", "一", "7 5 0 0 0 0 12") } });
const parsed = parseText(text, "plaintext");
const written = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
const CLAIM = text.indexOf("12件");
const CELL = text.indexOf("\t12") + 1;

test("from a number in prose to the cell that it speaks of", () => {
  const [cell, ...more] = definitionsAt(parsed, CLAIM);
  expect(more).toEqual([]);
  expect(cell?.start).toBe(CELL);
  expect(definitionsAt(parsed, text.indexOf("5件")).map(written)).toEqual(["5", "0", "0", "0", "0"]);
  expect(definitionsAt(parsed, CELL)).toEqual([]);
});

test("from a figure to the prose that says it, and to its totals", () => {
  expect(referencesAt(parsed, CELL).map(({ start }) => start)).toContain(CLAIM);
  expect(referencesAt(parsed, CLAIM)).toEqual([]);
});

test("both are highlighted together", () => {
  expect(highlightsAt(parsed, CLAIM).map(({ span, role }) => [span.start, role])).toEqual([
    [CLAIM, "self"],
    [CELL, "operand"],
  ]);
  expect(highlightsAt(parsed, CELL)).toContainEqual({
    span: { start: CLAIM, end: CLAIM + 2 },
    role: "claim",
  });
});

test("both say so under the pointer", () => {
  expect(hoverAt(parsed, CLAIM)?.text).toBe("✓ 表三“一、本年新收政府信息公开申请数量/总计”: **12**");
  expect(hoverAt(parsed, CELL)?.text).toContain("In the text: “全年收到政府信息公开申请12件”");
});

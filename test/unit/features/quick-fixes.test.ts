import { expect, test } from "vitest";
import { quickFixes } from "../../../server/src/features/code-actions.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Checked } from "../../../server/src/rules/check.ts";
import { carryOver } from "../../../server/src/rules/previous-carry-over.ts";
import { rowTotal } from "../../../server/src/rules/relations/row-total.ts";
import type { Rule } from "../../../server/src/rules/rule.ts";
import { reportText } from "../rules/report-text.ts";

test("an edit that two findings ask for is offered once, in the words of the first", () => {
  const parsed = parseText(reportText(), "plaintext");
  const place = parsed.reports[0]?.figures.get("表三/二/自然人")?.place;
  if (place === undefined) throw new Error("no figure");
  const found = (rule: Rule, ...fixes: readonly [title: string, newText: string][]): Checked => ({
    rule,
    code: rule.code,
    severity: rule.severity,
    reportIndex: 0,
    finding: {
      place,
      message: "",
      fixes: fixes.map(([title, newText]) => ({ title, safe: false, edits: [{ place, newText }] })),
    },
  });
  const all = [found(rowTotal, ["to two", "2"]), found(carryOver, ["again two", "2"], ["to three", "3"])];
  const titles = quickFixes(parsed, all, (code) => code).map(({ title }) => title);
  expect(titles.slice(0, 2)).toEqual(["to two", "to three"]);
  expect(titles.filter((title) => title.includes("two"))).toEqual(["to two"]);
  const twice = quickFixes(parsed, [found(rowTotal), found(rowTotal)], (code) => code);
  expect(twice.map(({ title }) => title)).toEqual([
    "Ignore here: table3/row-total",
    "Ignore in this file: table3/row-total",
  ]);
});

import { describe, expect, test } from "vitest";
import { formatDocument } from "../../../server/src/features/formatting.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { applyEdits } from "../apply-edits.ts";
import { reportText, row } from "../rules/report-text.ts";
import { samples } from "../samples.ts";
import { fixture } from "./fixtures.ts";
import { reportIn } from "./reading.ts";

/** Names of the figures that are blank, and of those that the reader found no cell for. */
function blanksOf(text: string): { blank: string[]; missing: string[] } {
  const [report] = parseText(text, "plaintext").reports;
  return {
    blank: [...(report?.figures.values() ?? [])]
      .filter(({ kind }) => kind === "blank")
      .map(({ name }) => name),
    missing: report?.tables.flatMap(({ missing }) => missing) ?? [],
  };
}

const cells = { ...row("表三", "三(一)", "2 1 0 0 0 0 _"), ...row("表三", "一", "2 1 0 0 0 0 3") };

describe.each(["pipe", "html", "tab"] as const)("%s", (layout) => {
  test("a total left blank is blank, whatever stands in the other rows", () => {
    expect(blanksOf(reportText({ layout, cells }))).toEqual({ blank: ["表三/三(一)/总计"], missing: [] });
  });

  test("a group left blank", () => {
    const text = reportText({ layout, cells: row("表四", "复议后起诉", "_ _ _ _ _") });
    expect(blanksOf(text).blank).toHaveLength(5);
    expect(blanksOf(text).missing).toEqual([]);
  });
});

test("where every row lacks a figure and the last is the sum of the others, no total was left blank", () => {
  const lost = { ...row("表三", "一", "2 1 0 0 0 0 3"), ...row("表三", "三(七)", "2 1 0 0 0 0 3") };
  const text = reportText({ cells: lost }).replace(/^(\D.*)\t0\t0\t0\t(\d+)$/gm, "$1\t0\t0\t$2\t");
  expect(blanksOf(text).blank).toEqual([]);
});

test("setting its tables rectangular makes no blanks of what a report lost in copying", () => {
  for (const { text } of samples()) {
    const parsed = parseText(text, "plaintext");
    const formatted = applyEdits(text, formatDocument(parsed, { ambiguousWidth: 2 }));
    expect(blanksOf(formatted)).toEqual(blanksOf(text));
  }
});

test("between bars, where only totals are written, the cells behind the label are the figures", () => {
  const { figures, tables } = reportIn(fixture("web-text.txt"));
  expect(tables.map(({ missing }) => missing.length)).toEqual([0, 0, 0]);
  const application = [...figures.values()].filter(({ table }) => table === "表三");
  expect(application.filter(({ kind }) => kind === "blank")).toHaveLength(146);
  expect(figures.get("表三/三(四)1/自然人")?.text).toBe("1");
  expect(figures.get("表三/二/总计")?.text).toBe("0");
  expect(figures.get("表三/二/其他")?.kind).toBe("blank");
});

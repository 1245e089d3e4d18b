import { describe, expect, test } from "vitest";
import { spanOf } from "../../../server/src/document/block.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { applyEdits } from "../apply-edits.ts";
import { withTables } from "../report/layouts.ts";
import { reportIn, valuesIn, zerosBut } from "../report/reading.ts";
import { sampleFigures } from "../report/sample-figures.ts";
import { samples } from "../samples.ts";
import { richFigures } from "./consistent.ts";

const BETWEEN: Readonly<Record<string, string>> = {
  tab: "\t",
  ragged: "\t",
  pipe: " | ",
  scattered: " | ",
  html: "</td><td>",
  padded: "  ",
  flat: "\n\n",
};
const tableRules = rules.filter(({ code }) => /^table/.test(code));

/** How many pairs of neighbours, made one number, let a group of 表四 add up: 8 8 0 20 108 is 88 + 20 or 8 + 80 + 20. */
function joinsThatFit(cells: readonly string[]): number {
  return cells.filter((cell, index) => {
    const joined = [...cells.slice(0, index), cell + (cells[index + 1] ?? ""), ...cells.slice(index + 2)].map(
      Number,
    );
    const total = joined.pop();
    return Number(cell) > 0 && index < cells.length - 1 && joined.reduce((a, b) => a + b, 0) === total;
  }).length;
}

/** Parts every number of two and more digits in two, one at a time; gives what went otherwise than it should. */
function trySplits(base: string, between: string): { tried: number; wrong: string[] } {
  const parsed = parseText(base, "markdown");
  const [report] = parsed.reports;
  if (report === undefined) throw new Error("no report");
  const values = valuesIn(report);
  const wrong: string[] = [];
  let tried = 0;
  for (const { name, table, row, text, place } of report.figures.values()) {
    for (let cut = 1; table !== "表二" && cut < text.length; cut++) {
      tried++;
      const newText = text.slice(0, cut) + between + text.slice(cut);
      const split = applyEdits(base, [{ ...spanOf(parsed.document, place), newText }]);
      const after = parseText(split, "markdown", parsed);
      const found = after.reports.flatMap((one) =>
        tableRules.flatMap((rule) =>
          [...rule.check({ report: one, fileName: "" })].map((finding) => ({ ...finding, code: rule.code })),
        ),
      );
      const [fix] = found[0]?.fixes ?? [];
      const edits = fix?.edits.map((edit) => ({
        ...spanOf(after.document, edit.place),
        newText: edit.newText,
      }));
      const mended = edits && valuesIn(reportIn(applyEdits(split, edits), "markdown"));
      const isJoined = JSON.stringify(mended) === JSON.stringify(values);
      const others = [...report.figures.values()].filter((one) => one.table === table && one.row === row);
      const cells = others.flatMap((one) =>
        one.name === name ? [text.slice(0, cut), text.slice(cut)] : one.text,
      );
      const isRight = found.length === 1 && (isJoined || (table === "表四" && joinsThatFit(cells) > 1));
      if (!isRight)
        wrong.push(`${name} as ${newText}: ${found.map(({ code, message }) => `${code} ${message}`)}`);
    }
  }
  return { tried, wrong };
}

describe.each(samples())("one number in two cells of $name", ({ name, text }) => {
  const report = reportIn(text);
  const id = name.slice(0, 3);

  // Tabs and bars for every sample; the other layouts once.
  const tried = Object.entries(BETWEEN).filter(([layout]) => id === "000" || /^(?:tab|pipe)$/.test(layout));

  test.each(tried)("%s: is told, and joined by a fix", (layout, between) => {
    const base = withTables(report, form2021, layout, richFigures(form2021, Number(id)));
    const { tried, wrong } = trySplits(base, between);
    expect(tried).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  test("in the figures that it was published with", () => {
    const base = withTables(report, form2021, "tab", zerosBut(form2021, sampleFigures[id] ?? {}));
    const { tried, wrong } = trySplits(base, "\t");
    expect(tried).toBe(id === "004" ? 4 : 0);
    expect(wrong).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { spanOf } from "../../../server/src/document/block.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Figure } from "../../../server/src/report/report.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { applyEdits } from "../apply-edits.ts";
import { withTables } from "../report/layouts.ts";
import { reportIn, zerosBut } from "../report/reading.ts";
import { sampleFigures } from "../report/sample-figures.ts";
import { samples } from "../samples.ts";
import { randomNumbers, richFigures } from "./consistent.ts";

/** What stands before a figure's cell, and goes with it. */
const BEFORE: Readonly<Record<string, string>> = {
  tab: "\t",
  ragged: "\t",
  unmerged: "\t",
  pipe: "|",
  scattered: "|",
  repeated: "|",
  flat: "\n",
  padded: " ",
  spaced: " ",
};
const TRIES = 40;
const relational = rules.filter(({ code }) => /^table[34]\//.test(code));

/** Some figures anywhere, or most of one column. */
function someOf(figures: readonly Figure[], random: () => number): Figure[] {
  const any = (): Figure | undefined => figures[Math.floor(random() * figures.length)];
  const column = random() < 0.3 ? any()?.column : undefined;
  if (column !== undefined) return figures.filter((one) => one.column === column && random() < 0.9);
  const chosen = Array.from({ length: 1 + Math.floor(random() * 4) }, any);
  return figures.filter((one) => chosen.includes(one));
}

describe.each(Object.entries(BEFORE))("where figures that all agree are %s", (layout, border) => {
  /** Tries it on many texts; gives the sums that the rules then call wrong. */
  const wrongSums = (
    seed: number,
    edit: (
      text: string,
      span: { start: number; end: number },
      random: () => number,
    ) => Parameters<typeof applyEdits>[1][number],
  ): string[] => {
    const random = randomNumbers(seed);
    return Array.from({ length: TRIES }).flatMap((_, number) => {
      const { name = "", text = "" } = samples()[number % samples().length] ?? {};
      const own = zerosBut(form2021, sampleFigures[name.slice(0, 3)] ?? {});
      const figures = random() < 0.5 ? own : richFigures(form2021, number);
      const base = withTables(reportIn(text), form2021, layout, figures);
      const { document, reports } = parseText(base, "markdown");
      const all = [...(reports[0]?.figures.values() ?? [])].filter(({ table }) => table !== "表二");
      const chosen = someOf(all, random);
      const edits = chosen.map(({ place }) => edit(base, spanOf(document, place), random));
      const after = parseText(applyEdits(base, edits), "markdown");
      return after.reports.flatMap((report) =>
        relational.flatMap((rule) =>
          [...rule.check({ report, fileName: "" })].map(
            ({ message }) => `${chosen.map((one) => one.name)}: ${message}`,
          ),
        ),
      );
    });
  };

  test("cells lost leave no sum wrong", () => {
    const lose = (text: string, { start, end }: { start: number; end: number }) => ({
      start: text.lastIndexOf(border, start - 1),
      end,
      newText: "",
    });
    expect(wrongSums(11, lose)).toEqual([]);
  });

  test("numbers strayed in between leave no sum wrong", () => {
    const stray = (_: string, { start }: { start: number }, random: () => number) => ({
      start,
      end: start,
      newText: `${Math.floor(random() * 30)}${layout === "padded" ? "  " : border}`,
    });
    expect(wrongSums(12, stray)).toEqual([]);
  });
});

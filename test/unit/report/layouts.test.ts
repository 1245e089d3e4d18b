import { describe, expect, test } from "vitest";
import { form2019 } from "../../../server/src/forms/2019.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { figureNames } from "../../../server/src/forms/form.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { findings } from "../rules/checking.ts";
import { samples } from "../samples.ts";
import { layouts, withTables } from "./layouts.ts";
import { misplaced, outlineOf, reportIn, valuesIn, zerosBut } from "./reading.ts";
import { sampleFigures } from "./sample-figures.ts";

const LAYOUT_READ: Readonly<Record<string, string>> = {
  ragged: "tab",
  scattered: "pipe",
  padded: "space",
  word: "html",
  repeated: "pipe",
  drawn: "space",
  unmerged: "tab",
  spaced: "space",
  barred: "pipe",
  "barred on both sides": "pipe",
  "barred, a cell a line": "flat",
  "barred, a cell a line, filled behind": "flat",
  "barred, a cell a line, rows with a bar before": "flat",
  "a cell a line, bars between": "flat",
  ruled: "space",
  "ruled, broken over lines": "space",
  "no bars around": "pipe",
  "dashes made long": "pipe",
  indexed: "pipe",
  fenced: "tab",
};
const cases = samples().flatMap(({ name, text }) =>
  Object.keys(layouts).map((layout) => ({ id: name.slice(0, 3), text, layout })),
);
/** True of the samples' prose and headings, whatever their tables look like. */
/** What is said of the prose is the same in every layout. */
const PROSE_RULES = /^prose\/|^section\/(?:level|content)$/;

describe.each(cases)("sample $id in layout $layout", ({ id, text, layout }) => {
  const before = reportIn(text);
  const wanted = zerosBut(form2021, sampleFigures[id] ?? {});
  const written = withTables(before, form2021, layout, wanted);

  test.each(["plaintext", "markdown"] as const)(
    "all 200 figures are read where they stand (%s)",
    (language) => {
      const report = reportIn(written, language);
      expect(report.tables.flatMap(({ missing }) => missing)).toEqual([]);
      expect(valuesIn(report)).toEqual(wanted);
      expect(misplaced(parseText(written, language))).toEqual([]);
      expect(report.tables.map((table) => table.layout)).toEqual(
        Array.from({ length: 3 }, () => LAYOUT_READ[layout] ?? layout),
      );
      expect(report.otherGrids).toEqual([]);
    },
  );

  test.each(["plaintext", "markdown"] as const)(
    "nothing is found but what its prose has (%s)",
    (language) => {
      const found = findings(written, rules, language).filter(({ rule }) => !PROSE_RULES.test(rule));
      expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    },
  );

  // A table in pieces has headings of its own between them.
  if (layout !== "scattered") {
    test("the outline is that of the sample", () => {
      expect(outlineOf(reportIn(written, "markdown"))).toBe(outlineOf(reportIn(text, "markdown")));
    });
  }
});

describe.each([form2019, form2021])("form $id with every figure another", (form) => {
  const year = form.id === "2019" ? 2020 : 2023;
  const names = form.tables.flatMap(({ id, rows }) => rows.flatMap((row) => [...figureNames(id, row)]));
  const figures = Object.fromEntries(names.map((name, index) => [name, String(1000 + index)]));

  test.each(Object.entries(layouts))("in %s", (layout, write) => {
    const text = [
      `某县${year}年政府信息公开工作年度报告`,
      ...form.sections.flatMap(({ number, title, table }) => {
        const own = form.tables.find(({ id }) => id === table);
        return [`${number}、${title}`, own === undefined ? "工作有序开展。" : write(own, figures)];
      }),
    ].join("\n\n");
    for (const language of ["plaintext", "markdown"] as const) {
      const report = reportIn(text, language);
      expect(report.form.id).toBe(form.id);
      expect(valuesIn(report)).toEqual(figures);
      expect(
        report.tables.flatMap(({ uncertain }) => [...uncertain]),
        layout,
      ).toEqual([]);
      expect(misplaced(parseText(text, language))).toEqual([]);
    }
  });
});

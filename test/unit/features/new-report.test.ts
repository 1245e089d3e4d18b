import { describe, expect, test } from "vitest";
import { type NewReport, newReport } from "../../../server/src/features/new-report.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { findings } from "../rules/checking.ts";

const base = { agency: "东风街道办事处", lineBreak: "\n", ambiguousWidth: 2 } as const;

describe.each<[NewReport["language"], NewReport["layout"]]>([
  ["markdown", "pipe"],
  ["markdown", "html"],
  ["plaintext", "tab"],
])("%s with %s tables", (language, layout) => {
  test.each([2020, 2025])("for %i is a report of that year with every cell of its form", (year) => {
    const text = newReport({ ...base, year, language, layout });
    const [report] = parseText(text, language).reports;
    expect(report).toMatchObject({ isReport: true, year, agency: "东风街道办事处" });
    expect(report?.sections.map(({ key }) => key)).toEqual(["一", "二", "三", "四", "五", "六"]);
    expect(report?.tables.flatMap(({ missing }) => missing)).toEqual([]);
    expect([...(report?.figures.values() ?? [])].filter(({ kind }) => kind !== "blank")).toEqual([]);
  });

  test("takes over what last year carried over, and nothing else", () => {
    const carriedOver = new Map([
      ["自然人", "3"],
      ["总计", "3"],
    ]);
    const [report] = parseText(
      newReport({ ...base, year: 2025, language, layout, carriedOver }),
      language,
    ).reports;
    const written = [...(report?.figures.values() ?? [])].filter(({ kind }) => kind === "number");
    expect(written.map(({ name, text }) => [name, text])).toEqual([
      ["表三/二/自然人", "3"],
      ["表三/二/总计", "3"],
    ]);
  });

  test("has nothing wrong with it but what is not yet filled in", () => {
    const text = newReport({ ...base, year: 2025, language, layout });
    const codes = new Set(findings(text, rules, language).map(({ rule, code }) => code ?? rule));
    codes.delete("table/blank");
    expect([...codes].filter((code) => !code.startsWith("prose/"))).toEqual([]);
  });
});

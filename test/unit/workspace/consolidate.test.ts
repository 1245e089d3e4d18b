import { describe, expect, test } from "vitest";
import { formForYear } from "../../../server/src/forms/index.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import type { ReportDigest } from "../../../server/src/rules/other-reports.ts";
import { consolidate, obstacleTo } from "../../../server/src/workspace/consolidate.ts";
import { digestsOf } from "../../../server/src/workspace/digest.ts";
import { richFigures } from "../mutations/consistent.ts";
import type { Figures } from "../report/layouts.ts";
import { findings } from "../rules/checking.ts";
import { added, officeReport } from "./files.ts";

const OFFICES = ["西关街道", "南关街道", "财政局"];

const member = (agency: string, cells: Figures, year = 2023): ReportDigest => {
  const [digest] = digestsOf(
    `file:///${agency}.txt`,
    parseText(officeReport({ agency, cells, year }), "plaintext"),
  );
  if (digest === undefined) throw new Error("no report");
  return digest;
};
const path = ({ agency }: ReportDigest): string => `members/${agency}.txt`;

describe.each([2020, 2023])("reports for %i", (year) => {
  const form = formForYear(year);
  const cells = OFFICES.map((_, index) => richFigures(form, index + 20));
  const members = OFFICES.map((agency, index) => member(agency, cells[index] ?? {}, year));

  test.each([
    ["markdown", "pipe"],
    ["plaintext", "tab"],
  ] as const)("are added up in %s", (language, layout) => {
    const style = { language, layout, lineBreak: "\n", ambiguousWidth: 2 } as const;
    const { text, open } = consolidate(members, year, style, path);
    expect(open).toEqual([]);
    const [report] = parseText(text, language).reports;
    expect(report?.year).toBe(year);
    expect(Object.fromEntries([...(report?.figures ?? [])].map(([name, { text }]) => [name, text]))).toEqual(
      added(cells),
    );
    for (const agency of OFFICES) expect(text).toContain(`${agency}：members/${agency}.txt`);
    // What is left to say is the author's; nothing is wrong with what is written.
    const codes = new Set(findings(text, rules, language).map(({ rule }) => rule));
    expect([...codes].filter((code) => code !== "section/content")).toEqual([]);
  });
});

test("a cell of which one figure is not known stays blank, and the others are there", () => {
  const name = "表三/一/总计";
  const members = OFFICES.map((agency, index) =>
    member(agency, { [name]: index === 1 ? "若干" : "4", "表三/二/自然人": "2" }),
  );
  const style = { language: "plaintext", layout: "tab", lineBreak: "\n", ambiguousWidth: 2 } as const;
  const { text, open } = consolidate(members, 2023, style, path);
  expect(open.map((one) => [one.name, one.members.map(({ agency }) => agency)])).toEqual([
    [name, ["南关街道"]],
  ]);
  const figures = parseText(text, "plaintext").reports[0]?.figures;
  expect([figures?.get(name)?.kind, figures?.get("表三/二/自然人")?.text]).toEqual(["blank", "6"]);
});

describe("money is added up in the unit of its column", () => {
  const FEE = "表二/行政事业性收费/本年收费金额";
  const AMOUNT = "表二/政府集中采购/采购总金额";

  test.each([
    [2023, FEE, "12.5万元", "30000元", "15.5"],
    [2023, FEE, "12.5", "0.00005元", ""],
    [2020, AMOUNT, "251000元", "25.1万元", "502000元"],
    [2020, AMOUNT, "251000元", "0", "251000元"],
    [2020, AMOUNT, "251000", "1000", "252000"],
    [2020, AMOUNT, "251000元", "25.1", ""],
  ] as const)("in %i, %s: %s and %s give “%s”", (year, name, a, b, sum) => {
    const members = [member("西关街道", { [name]: a }, year), member("南关街道", { [name]: b }, year)];
    const style = { language: "plaintext", layout: "tab", lineBreak: "\n", ambiguousWidth: 2 } as const;
    const { text, open } = consolidate(members, year, style, path);
    expect(parseText(text, "plaintext").reports[0]?.figures.get(name)?.text).toBe(sum);
    expect(open.map((one) => one.name)).toEqual(sum === "" ? [name] : []);
  });
});

describe("reports that cannot be added up", () => {
  const one = member("西关街道", {});
  test.each([
    ["of several years", member("南关街道", {}, 2022), "years"],
    ["of one office twice", { ...one, uri: "file:///b.txt" }, "twice"],
    ["without a year", { uri: "file:///b.txt", index: 0, figures: new Map(), paragraphs: [] }, "yearless"],
  ])("are %s", (_, other, kind) => {
    expect(obstacleTo([one, other])).toMatchObject({ kind });
  });

  test("are no others", () => {
    expect(obstacleTo([one, member("南关街道", {})])).toBeUndefined();
  });
});

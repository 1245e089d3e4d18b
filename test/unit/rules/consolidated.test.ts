import { describe, expect, test } from "vitest";
import { formForYear } from "../../../server/src/forms/index.ts";
import { consolidatedSum } from "../../../server/src/rules/consolidated-sum.ts";
import { richFigures } from "../mutations/consistent.ts";
import type { Figures } from "../report/layouts.ts";
import { added, type Office, off, office, officeReport, type Told, textOf } from "../workspace/files.ts";

const form = formForYear(2023);
const OFFICES = ["西关街道", "南关街道", "财政局"];
const MEMBERS = OFFICES.map((_, index) => richFigures(form, index + 1));
const WHOLE = added(MEMBERS);
const NAMES = Object.keys(WHOLE);
const config = { consolidated: [{ report: "区.txt", members: ["members/*.txt"] }] };
const path = (agency: string): string => `members/${agency}.txt`;

const filesOf = (whole: Figures, members: readonly Figures[]): Record<string, string> => ({
  "区.txt": officeReport({ agency: "老城区人民政府", cells: whole }),
  ...Object.fromEntries(
    members.map((cells, index) => [
      path(OFFICES[index] ?? ""),
      officeReport({ agency: OFFICES[index] ?? "", cells }),
    ]),
  ),
});
const told = (held: Office): readonly Told[] => held.findings("区.txt", [consolidatedSum]);
const toldOf = (whole: Figures, members: readonly Figures[] = MEMBERS): readonly Told[] =>
  told(office(filesOf(whole, members), config));

test("the sum of the members is silent", () => {
  expect(toldOf(WHOLE)).toEqual([]);
});

test("without a word of gouji.yaml nothing is a consolidated report", () => {
  expect(told(office(filesOf(off(WHOLE, NAMES[0] ?? "", 1), MEMBERS)))).toEqual([]);
});

test("a member is nobody's sum", () => {
  const held = office(filesOf(WHOLE, MEMBERS), config);
  for (const agency of OFFICES) expect(held.findings(path(agency), [consolidatedSum])).toEqual([]);
});

describe("every figure, one at a time", () => {
  const held = office(filesOf(WHOLE, MEMBERS), config);

  test.each(NAMES)("%s", (name) => {
    const value = Number(WHOLE[name]);
    held.write("区.txt", officeReport({ agency: "老城区人民政府", cells: off(WHOLE, name, 1000) }));
    const [here, ...more] = told(held);
    expect(more).toEqual([]);
    expect(here).toMatchObject({
      level: "warning",
      cell: name,
      expected: `${value}`,
      actual: `${value + 1000}`,
    });
    expect(here && textOf(held, "区.txt", here)).toBe(`${value + 1000}`);

    held.write("区.txt", officeReport({ agency: "老城区人民政府", cells: WHOLE }));
    const [first, second = "", ...rest] = OFFICES;
    const cells = off(MEMBERS[1] ?? {}, name, 1000);
    expect(held.write(path(second), officeReport({ agency: second, cells }))).toContain("区.txt");
    const [there, ...others] = told(held);
    expect(others).toEqual([]);
    expect(there).toMatchObject({ cell: name, expected: `${value + 1000}`, actual: `${value}` });
    // Members with nothing there are not named; the largest comes first.
    expect(there?.others[0]).toBe(`${path(second)}: ${cells[name]}`);
    const named = [first, ...rest].filter(
      (one) => (MEMBERS[OFFICES.indexOf(one ?? "")]?.[name] ?? "0") !== "0",
    );
    expect(there?.others).toHaveLength(1 + named.length);

    held.write(path(second), officeReport({ agency: second, cells: MEMBERS[1] ?? {} }));
    expect(told(held)).toEqual([]);
  });
});

const CELL = "表三/三(一)/自然人";
const at = (cells: readonly string[], whole: string): readonly Told[] =>
  toldOf(
    { [CELL]: whole },
    cells.map((text) => ({ [CELL]: text })),
  );

describe("the message", () => {
  test.each([
    [
      ["4", "5", "3"],
      "15",
      "the reports of the 3 members add up to 12, here it is 15; 南关街道 5, 西关街道 4, 财政局 3; as if 财政局 had been counted twice",
    ],
    [
      ["4", "5", "3"],
      "8",
      "the reports of the 3 members add up to 12, here it is 8; 南关街道 5, 西关街道 4, 财政局 3; as if 西关街道 had been left out",
    ],
    [
      ["4", "4", "3"],
      "7",
      "the reports of the 3 members add up to 11, here it is 7; 西关街道 4, 南关街道 4, 财政局 3",
    ],
    [["0", "0", "0"], "2", "the reports of the 3 members add up to 0, here it is 2"],
    [
      ["1", "0", "0"],
      "",
      "the reports of the 3 members add up to 1, here it is blank; 西关街道 1; as if 西关街道 had been left out",
    ],
  ])("of %j against %s", (members, whole, message) => {
    expect(at(members, whole).find(({ cell }) => cell === CELL)?.message).toBe(
      `表三, “（一）予以公开/自然人”: ${message}`,
    );
  });

  test("names five of many members and shows ten", () => {
    const many = Array.from({ length: 14 }, (_, i) => `第${i + 1}街道`);
    const held = office(
      {
        "区.txt": officeReport({ cells: { [CELL]: "1" } }),
        ...Object.fromEntries(
          many.map((agency, i) => [path(agency), officeReport({ agency, cells: { [CELL]: `${i + 1}` } })]),
        ),
      },
      config,
    );
    const [finding] = told(held);
    expect(finding?.message).toContain(
      "14 members add up to 105, here it is 1; 第14街道 14, 第13街道 13, 第12街道 12, 第11街道 11, 第10街道 10 and 9 more",
    );
    expect(finding?.others).toHaveLength(10);
  });
});

describe("a change that goes through a table", () => {
  test("is told at the figure, not again at the totals", () => {
    const names = ["表三/三(一)/自然人", "表三/三(一)/总计", "表三/三(七)/自然人", "表三/三(七)/总计"];
    const whole = names.reduce((cells, name) => off(cells, name, 2), WHOLE);
    expect(toldOf(whole).map(({ cell }) => cell)).toEqual(["表三/三(一)/自然人"]);
  });

  test("is told at a total that its parts do not account for", () => {
    const whole = ["表三/三(一)/自然人", "表三/三(一)/总计"].reduce(
      (cells, name) => off(cells, name, 2),
      WHOLE,
    );
    const wrong = off(whole, "表三/三(一)/总计", 5);
    expect(toldOf(wrong).map(({ cell }) => cell)).toEqual(["表三/三(一)/自然人", "表三/三(一)/总计"]);
  });
});

describe("where a member is missing", () => {
  const partial = {
    consolidated: [{ report: "区.txt", members: [...OFFICES.map(path), "members/公安局.txt"] }],
  };
  const toldWith = (whole: Figures): readonly Told[] => told(office(filesOf(whole, MEMBERS), partial));

  test("a whole that is more is no finding", () => {
    expect(toldWith(WHOLE)).toEqual([]);
    expect(
      toldWith(Object.fromEntries(NAMES.map((name) => [name, String(Number(WHOLE[name]) + 3)]))),
    ).toEqual([]);
  });

  test("a whole that is less is one", () => {
    const name = NAMES.find((one) => Number(WHOLE[one]) > 3) ?? "";
    const found = toldWith(off(WHOLE, name, -1));
    expect(found.map(({ cell }) => cell)).toEqual([name]);
    expect(found[0]?.message).toContain("the members' reports that are there already add up to");
    expect(found[0]?.expected).toBeUndefined();
    expect(found[0]?.fixes).toBeUndefined();
  });

  test("a blank whole is no finding", () => {
    expect(toldWith({ ...WHOLE, [CELL]: "" })).toEqual([]);
  });
});

describe("a member's figure that does not count", () => {
  test.each([
    ["a word", "若干"],
    ["a blank total", ""],
  ])("is %s: the others must not exceed the whole, and no more", (_, text) => {
    const name = "表三/一/总计";
    const members = MEMBERS.map((cells, index) => (index === 0 ? { ...cells, [name]: text } : cells));
    const others = String(Number(WHOLE[name]) - Number(MEMBERS[0]?.[name]));
    expect(toldOf({ ...WHOLE, [name]: others }, members)).toEqual([]);
    expect(toldOf(WHOLE, members)).toEqual([]);
    expect(toldOf(off({ ...WHOLE, [name]: others }, name, -1), members).map(({ cell }) => cell)).toEqual([
      name,
    ]);
  });

  test("counts as 0 where it is a blank in a table that is filled in", () => {
    const members = MEMBERS.map((cells) => ({ ...cells, [CELL]: "" }));
    expect(toldOf({ ...WHOLE, [CELL]: "0" }, members)).toEqual([]);
    expect(toldOf({ ...WHOLE, [CELL]: "2" }, members).map(({ cell }) => cell)).toEqual([CELL]);
  });

  test("is of a table not filled in", () => {
    const members = MEMBERS.map((cells, index) =>
      index === 0 ? Object.fromEntries(NAMES.map((name) => [name, ""])) : cells,
    );
    expect(toldOf(WHOLE, members)).toEqual([]);
  });
});

describe("amounts", () => {
  const FEE = "表二/行政事业性收费/本年收费金额";
  const fees = (members: readonly string[], whole: string): readonly string[] =>
    toldOf(
      { ...WHOLE, [FEE]: whole },
      MEMBERS.map((cells, i) => ({ ...cells, [FEE]: members[i] ?? "0" })),
    ).map(({ cell }) => cell ?? "");

  test.each([
    [["1.2345", "0.0005", "2"], "3.235", []],
    [["1.23", "0.01", "2"], "3.2449", []],
    [["1.2345", "0", "2"], "3.23", []],
    [["1.2345", "0", "2"], "3.25", [FEE]],
    [["1", "0", "2"], "4", [FEE]],
    [["1", "0", "2"], "3.0000", []],
  ])("of %j against %s", (members, whole, expected) => {
    expect(fees(members, whole)).toEqual(expected);
  });
});

describe("the sum can be written", () => {
  test("where the table adds up with it", () => {
    const name = "表二/行政许可/本年处理决定数量";
    const [finding] = toldOf(off(WHOLE, name, 3));
    expect(finding?.fixes).toMatchObject([{ safe: false, edits: [{ newText: WHOLE[name] }] }]);
  });

  test("not where the table would no longer", () => {
    const names = [
      "表三/三(一)/自然人",
      "表三/三(一)/总计",
      "表三/三(七)/自然人",
      "表三/三(七)/总计",
      "表三/一/自然人",
      "表三/一/总计",
    ];
    const [finding] = toldOf(names.reduce((cells, name) => off(cells, name, 2), WHOLE));
    expect(finding?.fixes).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { spanOf } from "../../../server/src/document/block.ts";
import { formForYear } from "../../../server/src/forms/index.ts";
import { consolidatedSum } from "../../../server/src/rules/consolidated-sum.ts";
import { applyEdits } from "../../../server/src/text/text-edit.ts";
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

describe("money in units of its own", () => {
  const FEE = "表二/行政事业性收费/本年收费金额";
  const fees = (members: readonly string[], whole: string): readonly Told[] =>
    toldOf(
      { ...WHOLE, [FEE]: whole },
      MEMBERS.map((cells, i) => ({ ...cells, [FEE]: members[i] ?? "0" })),
    );

  test.each([
    ["15.5", "12.5万元, 30000元"],
    ["15.5万元", "12.5, 30000元"],
    ["155000元", "12.5, 3"],
    ["0.0001亿元", "0.5, 5000元"],
    // The head of the column says 万元, whatever is beside it.
    ["３万元", "３００００元"],
  ])("%s is the sum of %s", (whole, members) => {
    expect(fees(members.split(", "), whole)).toEqual([]);
  });

  test.each([
    ["15.5", "12.5万元, 20000元", "14.5", "14.5"],
    ["155000元", "12.5万元, 20000元", "14.5", "145000"],
    ["15.5万元", "12.5, 2", "14.5", "14.5"],
  ])("%s is not the sum of %s", (whole, members, expected, written) => {
    expect(fees(members.split(", "), whole)).toMatchObject([
      { cell: FEE, expected, fixes: [{ edits: [{ newText: written }] }] },
    ]);
  });

  test("that cannot be told exactly in the column's unit is not compared", () => {
    expect(fees(["0.00001元", "2", "3"], "9")).toEqual([]);
  });

  describe("where the form prints none", () => {
    const AMOUNT = "表二/政府集中采购/采购总金额";
    const amounts = (members: readonly string[], whole: string): readonly Told[] =>
      told(
        office(
          {
            "区.txt": officeReport({ agency: "老城区人民政府", year: 2020, cells: { [AMOUNT]: whole } }),
            ...Object.fromEntries(
              members.map((text, i) => [
                path(OFFICES[i] ?? ""),
                officeReport({ agency: OFFICES[i] ?? "", year: 2020, cells: { [AMOUNT]: text } }),
              ]),
            ),
          },
          config,
        ),
      );

    test.each([
      ["502000元", ["251000元", "25.1万元", "0"]],
      ["50.2万元", ["251000元", "251000元"]],
      ["502000", ["251000", "251000"]],
      // Nobody knows what a number alone is.
      ["502000", ["251000元", "1元"]],
      ["502000元", ["251000", "1"]],
      ["9元", ["251000元", "25.1"]],
    ])("%s against %j is silent", (whole, members) => {
      expect(amounts(members, whole)).toEqual([]);
    });

    test.each([
      ["60.1万元", ["251000元", "25.1万元"], "502000元", "50.2"],
      ["501000", ["251000", "251000"], "502000", "502000"],
    ])("%s against %j is told", (whole, members, sum, written) => {
      const [finding] = amounts(members, whole);
      expect(finding?.message).toContain(`add up to ${sum},`);
      expect(finding?.fixes).toMatchObject([{ edits: [{ newText: written }] }]);
    });

    test("a sum in a unit is not written where the figure has none", () => {
      const [finding, ...more] = amounts(["251000元", "251000元"], "0");
      expect([finding?.cell, finding?.fixes, more]).toEqual([AMOUNT, undefined, []]);
    });
  });
});

describe("one cause is one finding:", () => {
  const without = (index: number): Figures => added(MEMBERS.filter((_, i) => i !== index));
  const differing = (a: Figures): number => NAMES.filter((name) => a[name] !== WHOLE[name]).length;

  test.each(OFFICES.map((name, index) => [name, index] as const))("%s left out", (name, index) => {
    const whole = without(index);
    const held = office(filesOf(whole, MEMBERS), config);
    const [finding, ...more] = told(held);
    expect(more).toEqual([]);
    expect(finding?.message).toContain(`${differing(whole)} figures are less`);
    expect(finding?.message).toContain(`as if ${name} had been left out`);
    // The fix mends them all.
    const { edits = [] } = finding?.fixes?.[0] ?? {};
    const { document } = held.parsed("区.txt");
    const spans = edits.map(({ place, newText }) => ({ ...spanOf(document, place), newText }));
    held.write(
      "区.txt",
      applyEdits(
        document.text,
        spans.sort((a, b) => a.start - b.start),
      ),
    );
    expect(told(held)).toEqual([]);
  });

  test.each(OFFICES.map((name, index) => [name, index] as const))("%s counted twice", (name, index) => {
    const found = toldOf(added([...MEMBERS, MEMBERS[index] ?? {}]));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(`as if ${name} had been counted twice`);
  });

  test("many differences that no member explains name none, and are not written", () => {
    const other = added([...MEMBERS, richFigures(form, 9)]);
    const [finding, ...more] = toldOf(other);
    expect([more, finding?.fixes, finding?.message.includes("as if")]).toEqual([[], undefined, false]);
    expect(finding?.message).toContain("are more, 0 less");
  });

  test("a member that explains one of two differences is not named", () => {
    const names = ["表二/行政许可/本年处理决定数量", "表二/行政处罚/本年处理决定数量"];
    const members = ["7", "9", "11"].map((text, i) => ({
      ...MEMBERS[i],
      ...Object.fromEntries(names.map((name) => [name, text])),
    }));
    const [a = "", b = ""] = names;
    const whole = { ...added(members), [a]: "20", [b]: "24" };
    expect(toldOf(whole, members).map(({ message }) => message.includes("as if"))).toEqual([false, false]);
    expect(toldOf({ ...whole, [b]: "20" }, members).map(({ message }) => message.includes("西关"))).toEqual([
      true,
      true,
    ]);
  });
});

describe("a member's figure that its own table proves wrong", () => {
  const members = MEMBERS.map((cells, index) => (index === 1 ? off(cells, CELL, 10) : cells));

  test("is named with what it should be, and no sum of it is written", () => {
    const [finding, ...more] = toldOf(WHOLE, members);
    expect([finding?.cell, finding?.fixes, more]).toEqual([CELL, undefined, []]);
    const said = finding?.related?.map(({ message }) => message) ?? [];
    expect(said).toContainEqual(
      `南关街道: ${Number(MEMBERS[1]?.[CELL]) + 10} (by its own table ${MEMBERS[1]?.[CELL]})`,
    );
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

import { describe, expect, test } from "vitest";
import type { FigureDigest, ReportDigest } from "../../../server/src/rules/other-reports.ts";
import { fromInteger } from "../../../server/src/text/decimal.ts";
import { configFindings } from "../../../server/src/workspace/config-findings.ts";
import { type Consolidation, createConsolidation } from "../../../server/src/workspace/consolidation.ts";
import { createEntries } from "../../../server/src/workspace/entries.ts";
import { FOLDER, type Office, office, officeReport } from "./files.ts";

/** Counts how often figures of a digest are looked at. */
interface Work {
  figures: number;
}

const NAMES = Array.from({ length: 200 }, (_, index) => `表三/${index}/自然人`);

function memberOf(agency: string, value: number, work: Work, year = 2023): ReportDigest {
  const figure = { kind: "number", value: fromInteger(value), line: 0, character: 0, length: 1 } as const;
  const figures = new Map<string, FigureDigest>(NAMES.map((name) => [name, figure]));
  const counting = new Proxy(figures, {
    get(target, key) {
      if (key === "get") {
        return (name: string) => {
          work.figures++;
          return target.get(name);
        };
      }
      if (key === Symbol.iterator) {
        return function* () {
          for (const entry of target) {
            work.figures++;
            yield entry;
          }
        };
      }
      return Reflect.get(target, key, target);
    },
  });
  return { uri: `${FOLDER}${agency}.txt`, index: 0, agency, year, figures: counting, paragraphs: [] };
}

describe("a thousand members", () => {
  const work: Work = { figures: 0 };
  const members: Consolidation = createConsolidation("区.txt", ["members"]);
  for (let i = 0; i < 1000; i++) members.set(`members/${i}.txt`, [memberOf(`第${i}街道`, 1, work)]);

  test("are added up once each", () => {
    expect(members.sum(2023)?.members).toHaveLength(1000);
    expect(members.sum(2023)?.sumOf(NAMES[7] ?? "")).toEqual({
      sum: fromInteger(1000),
      known: 1000,
      rounding: 0n,
    });
    expect(work.figures).toBe(1000 * NAMES.length);
  });

  test("cost the work of one where one is edited", () => {
    work.figures = 0;
    members.set("members/500.txt", [memberOf("第500街道", 5, work)]);
    const sum = members.sum(2023);
    expect(NAMES.every((name) => sum?.sumOf(name)?.sum === fromInteger(1004))).toBe(true);
    expect(work.figures).toBe(2 * NAMES.length);
  });

  test("are looked up by name, where they are named one by one", () => {
    const named = Array.from({ length: 1000 }, (_, i) => `members/${i}.txt`);
    const entries = createEntries([...named, "others", "**/*.md"]);
    expect(entries("members/731.txt")).toEqual([731]);
    expect(entries("Members/731.TXT")).toEqual([731]);
    expect(entries("others/x/a.md")).toEqual([1000, 1001]);
    expect(entries("members/1000.txt")).toEqual([]);
  });

  test("keep what was handed out before as it was", () => {
    const before = members.sum(2023);
    members.set("members/500.txt", [memberOf("第500街道", 9, work)]);
    expect(before?.sumOf(NAMES[0] ?? "")?.sum).toBe(fromInteger(1004));
    expect(members.sum(2023)?.sumOf(NAMES[0] ?? "")?.sum).toBe(fromInteger(1008));
    expect(members.sum(2023)).toBe(members.sum(2023));
  });

  test("come and go", () => {
    members.set("members/500.txt", []);
    expect(members.sum(2023)?.sumOf(NAMES[0] ?? "")).toEqual({
      sum: fromInteger(999),
      known: 999,
      rounding: 0n,
    });
    expect(members.sum(2022)).toBeUndefined();
    members.set("members/500.txt", [memberOf("第500街道", 3, work, 2022)]);
    expect(members.sum(2022)?.sumOf(NAMES[0] ?? "")?.sum).toBe(fromInteger(3));
    expect(members.sum(2023)?.members).toHaveLength(999);
  });
});

const CELL = { "表三/三(一)/自然人": "4" };
const file = (agency: string, options = {}): string => officeReport({ agency, ...options });
const files = {
  "区.txt": file("老城区人民政府"),
  "members/西关.txt": file("西关街道"),
  "members/南关.txt": file("南关街道"),
};
const members = ["members/西关.txt", "members/*.txt"];
const config = { consolidated: [{ report: "区.txt", members }] };
const findingsIn = ({ workspace }: Office): unknown =>
  configFindings(workspace.faultsOf(FOLDER)).map(({ path, message }) => `${path.join(".")}: ${message}`);
/** Both members' reports for a year. */
const both = (year: number): Record<string, string> =>
  Object.fromEntries(["西关街道", "南关街道"].map((one) => [`${year}/${one}.txt`, file(one, { year })]));
const isWhole = ({ workspace }: Office): boolean | undefined =>
  workspace.othersOf(`${FOLDER}${encodeURI("区.txt")}`, 0).members?.isWhole;

describe("what gouji.yaml is told of", () => {
  test("is nothing where all are there", () => {
    const held = office(files, config);
    expect(findingsIn(held)).toEqual([]);
    expect(isWhole(held)).toBe(true);
  });

  test("is that a report is no member of itself", () => {
    const held = office(files, {
      consolidated: [{ report: "区.txt", members: ["members/*.txt", "区.txt"] }],
    });
    expect(findingsIn(held)).toEqual([
      "consolidated.0.members.1: “区.txt” is the consolidated report itself, and no member of it",
    ]);
    expect(isWhole(held)).toBe(false);
  });

  test.each<[string, (held: Office) => unknown, string, boolean | undefined]>([
    [
      "a member that is gone",
      (held) => held.remove("members/西关.txt"),
      "consolidated.0.members.0: There is no report for 2023 at “members/西关.txt”",
      false,
    ],
    [
      "a member's file with another year's report",
      (held) => held.write("members/西关.txt", file("西关街道", { year: 2022 })),
      "consolidated.0.members.0: There is no report for 2023 at “members/西关.txt”",
      false,
    ],
    [
      "a member's file with no report",
      (held) => held.write("members/西关.txt", "尚未报送。\n"),
      "consolidated.0.members.0: There is no report for 2023 at “members/西关.txt”",
      false,
    ],
    [
      "a member's report without a year",
      (held) =>
        held.write(
          "members/西关.txt",
          file("西关街道")
            .replaceAll(/20\d\d ?年度?/g, "")
            .replace(/^.*报告$/m, ""),
        ),
      "consolidated.0.members.0: “members/西关.txt” does not tell the year of its report, so it is not counted",
      false,
    ],
    [
      "a member that cannot be read",
      (held) => held.workspace.setUnread(`${FOLDER}${encodeURI("members/西关.txt")}`),
      "consolidated.0.members.0: “members/西关.txt” cannot be read, so the members are not complete",
      false,
    ],
    [
      "two reports of one member that differ",
      (held) => held.write("members/西关（新）.txt", file("西关街道", { cells: CELL })),
      "consolidated.0.members.1: The reports of 西关街道 for 2023 differ: members/西关.txt, members/西关（新）.txt. Keep one, or the members cannot be added up",
      undefined,
    ],
    [
      "a consolidated report that is gone",
      (held) => held.remove("区.txt"),
      "consolidated.0.report: There is no report at “区.txt”, so no members can be compared with it",
      undefined,
    ],
  ])("is %s", (_, edit, message, whole) => {
    const held = office(files, config);
    edit(held);
    expect(findingsIn(held)).toEqual([message]);
    expect(isWhole(held)).toBe(whole);
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    [
      "with last year's report alone",
      { "2022/东关.txt": file("东关街道", { year: 2022 }) },
      ["东关街道", "2022"],
    ],
    [
      "whose title names a year of nobody else's",
      { "东关.txt": file("东关街道", { year: 2032 }) },
      ["东关街道", "2032"],
    ],
    ["that has this year's too", { "2022/西关.txt": file("老城区西关街道办事处", { year: 2022 }) }, []],
    [
      "founded since",
      Object.fromEntries(
        ["西关街道", "南关街道", "东关街道"].map((one) => [`2024/${one}.txt`, file(one, { year: 2024 })]),
      ),
      [],
    ],
    [
      "dissolved before",
      { "2020/东关.txt": file("东关街道", { year: 2020 }), ...both(2021), ...both(2020) },
      [],
    ],
  ])("is a member %s, of a pattern", (_, more, expected) => {
    const held = office(
      { ...files, ...more },
      { consolidated: [{ report: "区.txt", members: ["**/*.txt"] }] },
    );
    const [agency, year] = expected;
    expect(configFindings(held.workspace.faultsOf(FOLDER))).toMatchObject(
      agency === undefined
        ? []
        : [
            {
              path: ["consolidated", 0, "members", 0],
              severity: "information",
              message: `${agency} has a report for ${year} but none for 2023, so the members may not be complete`,
            },
          ],
    );
    expect(isWhole(held)).toBe(agency === undefined);
  });

  test("is a member's report without a table", () => {
    const [text] = file("西关街道").split("四、政府信息公开行政复议");
    const held = office({ ...files, "members/西关.txt": text ?? "" }, config);
    expect(findingsIn(held)).toEqual([
      "consolidated.0.members.0: “members/西关.txt” has no 表四, so the members are not complete",
    ]);
    expect(isWhole(held)).toBe(false);
  });

  test("is nothing where the members of one report are in two lists, and stands at the right one", () => {
    const lists = (...all: readonly string[][]): Office =>
      office(files, { consolidated: all.map((members) => ({ report: "./区.txt", members })) });
    const held = lists(["members/西关.txt"], ["members/南关.txt"]);
    expect(findingsIn(held)).toEqual([]);
    expect(isWhole(held)).toBe(true);
    expect(findingsIn(lists(["members/西关.txt"], ["members/南关.txt", "members/东关.txt"]))).toEqual([
      "consolidated.1.members.1: There is no report for 2023 at “members/东关.txt”",
    ]);
  });

  test("is that a report is a pattern", () => {
    expect(findingsIn(office(files, { consolidated: [{ report: "*.txt", members }] }))).toEqual([
      "consolidated.0.report: “report” names one file; “*.txt” is a pattern",
    ]);
  });

  test("is a pattern that fits no report", () => {
    const held = office(files, {
      consolidated: [{ report: "区.txt", members: ["members/*.md", "members"] }],
    });
    expect(findingsIn(held)).toEqual(["consolidated.0.members.0: No report for 2023 fits “members/*.md”"]);
  });

  test("is taken back when it is mended", () => {
    const held = office(files, config);
    held.workspace.setUnread(`${FOLDER}${encodeURI("members/西关.txt")}`);
    held.write("members/西关.txt", files["members/西关.txt"]);
    expect(findingsIn(held)).toEqual([]);
    held.remove("members/南关.txt");
    held.write("members/南关.txt", files["members/南关.txt"]);
    expect(isWhole(held)).toBe(true);
  });
});

describe("members", () => {
  const names = ({ workspace }: Office): readonly (string | undefined)[] | undefined =>
    workspace.othersOf(`${FOLDER}${encodeURI("区.txt")}`, 0).members?.members.map(({ agency }) => agency);

  test("of which there is a copy count once", () => {
    const copy = { "members/西关.md": file("西关街道", { language: "markdown" }) };
    const held = office(
      { ...files, ...copy },
      { consolidated: [{ report: "区.txt", members: ["members"] }] },
    );
    expect(names(held)).toEqual(["西关街道", "南关街道"]);
    held.remove("members/西关.txt");
    expect(names(held)?.toSorted()).toEqual(["南关街道", "西关街道"]);
  });

  test("are not the consolidated report itself, nor other years'", () => {
    const last = { "2022/西关.txt": file("西关街道", { year: 2022 }) };
    const held = office(
      { ...files, ...last },
      { consolidated: [{ report: "区.txt", members: ["**/*.txt"] }] },
    );
    expect(names(held)).toEqual(["西关街道", "南关街道"]);
  });

  test("are all of a volume's", () => {
    const volume = { "members/册.txt": `${file("东关街道")}\n\n${file("北关街道")}` };
    expect(names(office({ ...files, ...volume }, config))).toContain("北关街道");
  });

  test("may be told before or after the files are read, and anew", () => {
    const held = office(files);
    expect(names(held)).toBeUndefined();
    const [only] = members;
    expect(
      held.workspace.configure(FOLDER, {
        consolidated: [{ report: "区.txt", members: [only ?? ""] }],
        previous: {},
      }),
    ).toContain(`${FOLDER}${encodeURI("区.txt")}`);
    expect(names(held)).toEqual(["西关街道"]);
    held.workspace.configure(FOLDER, { ...config, previous: {} });
    expect(names(held)).toEqual(["西关街道", "南关街道"]);
    held.workspace.configure(FOLDER, undefined);
    expect(names(held)).toBeUndefined();
  });

  test.each<[string, (held: Office) => readonly string[], readonly string[]]>([
    [
      "edited",
      (held) => held.write("members/南关.txt", file("南关街道", { cells: CELL })),
      ["区.txt", "gouji.yaml"],
    ],
    ["gone", (held) => held.remove("members/南关.txt"), ["区.txt", "gouji.yaml"]],
    ["new", (held) => held.write("members/东关.txt", file("东关街道")), ["区.txt", "gouji.yaml"]],
    ["that says what it said", (held) => held.write("members/南关.txt", files["members/南关.txt"]), []],
    ["whose report it is", (held) => held.remove("区.txt"), ["gouji.yaml"]],
    ["of nobody", (held) => held.write("东关.txt", file("东关街道")), []],
  ])("%s concern the consolidated report", (_, edit, expected) => {
    expect(edit(office(files, config))).toEqual(expected);
  });
});

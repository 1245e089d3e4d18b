import { beforeAll, describe, expect, test } from "vitest";
import { formForYear } from "../../server/src/forms/index.ts";
import { richFigures } from "../unit/mutations/consistent.ts";
import type { Figures } from "../unit/report/layouts.ts";
import { row } from "../unit/rules/report-text.ts";
import { added, off, officeReport } from "../unit/workspace/files.ts";
import { useCli } from "./cli.ts";

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly code: string;
      readonly message: string;
      readonly cell?: string;
      readonly severity: string;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly related?: readonly { readonly path: string; readonly message: string }[];
    }[];
  }[];
}

const cli = useCli();
const OFFICES = ["西关街道", "南关街道"];
const FIGURES: readonly Figures[] = OFFICES.map((_, index) => richFigures(formForYear(2023), index + 60));
const WHOLE = added(FIGURES);
const CELL = "表二/行政许可/本年处理决定数量";
const members = (folder: string): Record<string, string> =>
  Object.fromEntries(
    OFFICES.map((agency, i) => [
      `${folder}/${agency}.txt`,
      officeReport({ agency, cells: FIGURES[i] ?? {} }),
    ]),
  );
const config = 'consolidated:\n  - report: 区.txt\n    members: ["members/*.txt"]\n';
const district = (cells: Figures): string => officeReport({ agency: "老城区人民政府", cells });

/** Three applications came in, and all are carried over. */
const carried = { ...row("表三", "一", "3 0 0 0 0 0 3"), ...row("表三", "四", "3 0 0 0 0 0 3") };

/** What is told of other files, by file: code, cell and the files it is related to. */
const told = async (...args: readonly string[]): Promise<unknown> => {
  const { stdout } = await cli.run(["check", ...args, "--format", "json"]);
  const { files } = JSON.parse(stdout) as Json;
  return files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ code, cell, message, related = [] }) => [
      path,
      code,
      cell ?? message,
      ...new Set(related.map((one) => one.path).filter((other) => other !== path)),
    ]),
  );
};

beforeAll(() => {
  cli.write({
    "years/2022.txt": officeReport({ year: 2022, cells: carried }),
    "years/2023.md": officeReport({ year: 2023, language: "markdown" }),
    "renamed/2024.txt": officeReport({ agency: "新城街道", year: 2024 }),
    "renamed/archive/2023.txt": officeReport({ agency: "旧城镇", cells: carried }),
    "renamed/gouji.yaml": 'previous: { "2024.txt": archive/2023.txt }\n',
    "named/2024.txt": officeReport({ agency: "新城街道", year: 2024 }),
    "named/2023.txt": officeReport({ agency: "旧城镇" }),
    "named/gouji.yaml": "previous:\n  2024.txt: 2032.txt\n  2042.txt: 2023.txt\n  2023.txt: 2022.txt\n",
    ...members("right/members"),
    "right/区.txt": district(WHOLE),
    "right/gouji.yaml": config,
    ...members("wrong/members"),
    "wrong/区.txt": district(off(WHOLE, CELL, 1)),
    "wrong/gouji.yaml": config,
    ...members("missing/members"),
    "missing/区.txt": district(off(WHOLE, CELL, 1)),
    "missing/gouji.yaml": config.replace("]", ", members/财政局.txt]"),
    "off/区.txt": district(WHOLE),
    "off/gouji.yaml": `${config}rules: { consolidated/missing-member: off }\n`,
  });
});

const OWN = `relations:
  - { table: 经费收支, check: "合计 = 人员经费 + 公用经费" }
  - { table: 经费收支, check: "合计 = 人员经费 + 公务经费" }
  - { table: 经费收入, check: "合计 = 人员经费" }
`;
const BUDGET =
  "经费收支\n\n| 项目 | 本年 |\n| --- | --- |\n| 人员经费 | 1 |\n| 公用经费 | 2 |\n| 合计 | 3 |\n";

const SUM = ["consolidated/sum", CELL, ...[...OFFICES].reverse().map((agency) => `members/${agency}.txt`)];
const CARRY = (path: string, before: string): unknown => [
  path,
  "previous/carry-over",
  "表三/二/自然人",
  before,
];

describe("a gouji.yaml whose relations find nothing", () => {
  beforeAll(() => {
    const files = { "budget.md": BUDGET, "more/budget.md": BUDGET, "notes.md": "# 说明\n\n无。\n" };
    cli.write({
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`own/${path}`, text])),
      "own/gouji.yaml": OWN,
      "own-off/budget.md": BUDGET,
      "own-off/gouji.yaml": `${OWN}rules: { table/own-relation: off }\n`,
    });
  });

  const said = [
    [
      "own/gouji.yaml",
      "table/own-relation",
      "Table “经费收支” has no row and no column “公务经费”; is “公用经费” meant?",
    ],
    ["own/gouji.yaml", "table/own-relation", "No file has a table “经费收入”; is “经费收支” meant?"],
  ];

  test("is told so, where every file that it rules was looked at", async () => {
    expect(await told("own")).toEqual(said);
    expect(await told(".")).toEqual(expect.arrayContaining(said));
    expect(await told("own/budget.md")).toEqual([]);
    expect(await told("own/more")).toEqual([]);
  });

  test("is told nothing where the rule is off", async () => {
    expect(await told("own-off")).toEqual([]);
  });
});

describe("gouji check over a folder", () => {
  test("compares two years, and shows the other file", async () => {
    expect(await told("years")).toEqual([CARRY("years/2023.md", "years/2022.txt")]);
    expect(await told("years/2023.md", "years/2022.txt")).toEqual([CARRY("years/2023.md", "years/2022.txt")]);
    expect(await told("years/2023.md")).toEqual([]);
    const { stdout } = await cli.run(["check", "years"]);
    expect(stdout).toMatch(/^ {4}years\/2022\.txt:\d+:\d+ {2}Last year's 四、结转下年度继续办理: 3$/m);
  });

  test("takes last year's report from where gouji.yaml says, named or not", async () => {
    const found = [CARRY("renamed/2024.txt", "renamed/archive/2023.txt")];
    expect(await told("renamed")).toEqual(found);
    expect(await told("renamed/2024.txt")).toEqual(found);
  });

  test("says nothing of members that add up", async () => {
    expect(await told("right")).toEqual([]);
  });

  test("finds the figure that is not the members' sum, though only the whole is named", async () => {
    const [code, cell, ...others] = SUM;
    const found = (folder: string): unknown[] => [
      `${folder}区.txt`,
      code,
      cell,
      ...others.map((other) => folder + other),
    ];
    const { stdout } = await cli.run(["check", "wrong", "--format", "json"]);
    const [finding] = (JSON.parse(stdout) as Json).files.flatMap(({ diagnostics }) => diagnostics);
    const named = finding?.related?.map(({ path }) => path) ?? [];
    expect(named.toSorted()).toEqual(others.map((other) => `wrong/${other}`).toSorted());
    for (const result of [await told("wrong"), await told("wrong/区.txt")]) {
      expect(result).toEqual([[...found("wrong/").slice(0, 3), ...named]]);
    }
  });

  test("tells gouji.yaml of a member that is missing, at its entry, and compares less", async () => {
    const { stdout, status } = await cli.run(["check", "missing", "--format", "json"]);
    expect(status).toBe(0);
    const files = (JSON.parse(stdout) as Json).files.filter(({ diagnostics }) => diagnostics.length > 0);
    expect(files).toMatchObject([
      {
        path: "missing/gouji.yaml",
        diagnostics: [
          {
            code: "consolidated/missing-member",
            severity: "warning",
            message: "There is no report for 2023 at “members/财政局.txt”",
            range: { start: { line: 2, character: 31 } },
          },
        ],
      },
    ]);
  });

  test("tells gouji.yaml of last year's reports that are none, as far as it has looked", async () => {
    const nothing = "so nothing is compared with last year's";
    const first = `There is no report at “2032.txt”, ${nothing}`;
    const last = `There is no report at “2022.txt”, ${nothing}`;
    const all = [first, "There is no report at “2042.txt” that could be compared with last year's", last];
    const said = (messages: readonly string[]): unknown =>
      messages.map((message) => ["named/gouji.yaml", "previous/wrong-path", message]);
    expect(await told("named")).toEqual(said(all));
    expect(await told("named/2024.txt")).toEqual(said([first]));
  });

  test("is told with the path that the argument has", async () => {
    const { stdout } = await cli.run(["check", cli.path("named"), "--format", "json"]);
    const paths = (JSON.parse(stdout) as Json).files.map(({ path }) => path);
    expect(paths).toContain(cli.path("named/gouji.yaml"));
    expect(paths).toContain(cli.path("named/2024.txt"));
  });

  test("says nothing of a consolidated report that it was not given with its member", async () => {
    expect(await told("right/members")).toEqual([]);
    expect(await told("right/members/西关街道.txt")).toEqual([]);
  });

  test("says nothing to a gouji.yaml that does not want to hear it", async () => {
    expect(await told("off")).toEqual([]);
  });

  test.each(["text", "ndjson", "sarif", "junit", "github"])("is written as %s", async (format) => {
    const { stdout, stderr } = await cli.run(["check", "years", "wrong", "--format", format]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/previous.carry-over/);
    expect(stdout).toMatch(/consolidated.sum/);
  });
});

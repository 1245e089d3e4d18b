import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { formForYear } from "../../server/src/forms/index.ts";
import { richFigures } from "../unit/mutations/consistent.ts";
import { added, officeReport } from "../unit/workspace/files.ts";
import { useCli } from "./cli.ts";

const cli = useCli();
const OFFICES = ["西关街道", "南关街道"];
const FIGURES = OFFICES.map((_, index) => richFigures(formForYear(2023), index + 40));
const read = (name: string): string => readFileSync(cli.path(name), "utf8");

beforeAll(() => {
  cli.write({
    ...Object.fromEntries(
      OFFICES.map((agency, i) => [
        `members/${agency}.txt`,
        officeReport({ agency, cells: FIGURES[i] ?? {} }),
      ]),
    ),
    "old/东关街道.txt": officeReport({ agency: "东关街道", year: 2022 }),
    "notes.txt": "没有报告。\n",
    "there.md": "已有的文件\n",
    "unknown/北关街道.txt": officeReport({ agency: "北关街道", cells: { "表三/一/总计": "若干" } }),
  });
});

describe("gouji consolidate", () => {
  test.each(["sum.md", "sum.txt"])("writes the sums as a report of its own: %s", async (name) => {
    const { status, stdout, stderr } = await cli.run(["consolidate", "members", "--to", name]);
    expect([status, stdout, stderr]).toEqual([0, `${name}: the sums of 2 reports for 2023.\n`, ""]);
    const tables = JSON.parse((await cli.run(["tables", name, "--format", "json"])).stdout);
    const cells = tables.tables.flatMap((table: { cells: { cell: string; value: string }[] }) => table.cells);
    expect(
      Object.fromEntries(cells.map((one: { cell: string; value: string }) => [one.cell, one.value])),
    ).toEqual(added(FIGURES));
    for (const agency of OFFICES) expect(read(name)).toContain(`${agency}：members/${agency}.txt`);
  });

  test("tells as data what went in and what stays blank", async () => {
    const { status, stdout, stderr } = await cli.run([
      ...["consolidate", "unknown", `members/${OFFICES[0]}.txt`],
      ...["--to", "blank.md", "--format", "json"],
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      path: "blank.md",
      year: 2023,
      members: [
        { agency: "北关街道", path: "unknown/北关街道.txt" },
        { agency: "西关街道", path: "members/西关街道.txt" },
      ],
      blank: [{ cell: "表三/一/总计", members: ["北关街道"] }],
    });
    expect(stderr).toBe("gouji: blank.md: 表三/一/总计 stays blank, since it is not known of 北关街道.\n");
  });

  test("says of which members the own tables do not add up", async () => {
    const wrong = { ...FIGURES[0], "表三/三(一)/科研机构": "77" };
    cli.write({ "wrong/西关街道.txt": officeReport({ agency: "西关街道", cells: wrong }) });
    const { status, stderr } = await cli.run([
      "consolidate",
      "wrong",
      `members/${OFFICES[1]}.txt`,
      "--to",
      "w.md",
    ]);
    expect(status).toBe(0);
    expect(stderr).toBe(
      "gouji: wrong/西关街道.txt: Its own table does not add up with 表三/三(一)/科研机构 (1 in all); the sums take what is written. See “gouji check”.\n",
    );
  });

  test("writes over nothing without --force", async () => {
    const before = await cli.run(["consolidate", "members", "--to", "there.md"]);
    expect([before.status, before.stderr]).toEqual([
      2,
      "gouji: there.md: This file is there already. --force writes over it.\n",
    ]);
    expect(read("there.md")).toBe("已有的文件\n");
    expect((await cli.run(["consolidate", "members", "--to", "there.md", "--force"])).status).toBe(0);
    expect(read("there.md")).toContain("2023年政府信息公开工作年度报告");
  });

  test.each([
    ["no target", ["members"], "--to must name the file to write."],
    ["a target of another kind", ["members", "--to", "new.docx"], "ends in .md or .txt"],
    ["no members", ["--to", "new.md"], "Name a file"],
    ["a file without a report", ["members", "notes.txt", "--to", "new.md"], "notes.txt: This is no report."],
    [
      "a file that is not there",
      ["members", "gone.txt", "--to", "new.md"],
      "gone.txt: There is no such file",
    ],
    [
      "two years",
      ["members", "old", "--to", "new.md"],
      "old/东关街道.txt: This report is for 2022, that in members/南关街道.txt for 2023. Name reports of one year.",
    ],
    [
      "the target among the members",
      ["members", "--to", `members/${OFFICES[0]}.txt`, "--force"],
      "The report to write cannot be one of its members.",
    ],
  ])("writes nothing with %s", async (_, args, message) => {
    const { status, stderr } = await cli.run(["consolidate", ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(cli.path("new.md"))).toBe(false);
    expect(read(`members/${OFFICES[0]}.txt`)).toBe(
      officeReport({ agency: OFFICES[0] ?? "", cells: FIGURES[0] ?? {} }),
    );
  });

  test("says in its help what --to takes", async () => {
    const { stdout } = await cli.run(["consolidate", "--help"]);
    expect(stdout).toContain("--to FILE");
    expect((await cli.run(["convert", "--help"])).stdout).toContain("--to tab|pipe|html|flat");
  });
});

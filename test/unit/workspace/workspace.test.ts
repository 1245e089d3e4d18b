import { describe, expect, test } from "vitest";
import type { ReportDigest } from "../../../server/src/rules/other-reports.ts";
import { configFindings } from "../../../server/src/workspace/config-findings.ts";
import type { FolderConfig } from "../../../server/src/workspace/workspace.ts";
import { FOLDER, type Office, office, officeReport } from "./files.ts";

const cells = { "表三/四/总计": "3" };
const report = (agency: string, year: number, options = {}): string =>
  officeReport({ agency, year, ...options });

const previousOf = ({ workspace }: Office, name: string, index = 0): ReportDigest | undefined =>
  workspace.othersOf(FOLDER + encodeURI(name), index).previous;
const namePrevious = (
  files: Readonly<Record<string, string>>,
  name: string,
  config?: Partial<FolderConfig>,
) => {
  const found = previousOf(office(files, config), name)?.uri.slice(FOLDER.length);
  return found && decodeURI(found);
};

describe("last year's report", () => {
  const now = { "now.txt": report("老城区西关街道办事处", 2023) };

  test.each<[string, Record<string, string>, string | undefined]>([
    ["is of the same name", { "a.txt": report("老城区西关街道办事处", 2022) }, "a.txt"],
    ["may name more regions", { "a.txt": report("洛阳市老城区西关街道", 2022) }, "a.txt"],
    ["is not of the same year", { "a.txt": report("老城区西关街道办事处", 2023) }, undefined],
    ["is not older", { "a.txt": report("老城区西关街道办事处", 2021) }, undefined],
    ["is not of the year after", { "a.txt": report("老城区西关街道办事处", 2024) }, undefined],
    [
      "is not a page printed from one",
      {
        "a.html": `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta name="generator" content="gouji">\n</head>\n<body>\n${report("老城区西关街道办事处", 2022)}</body>\n`,
      },
      undefined,
    ],
    ["is not another's", { "a.txt": report("老城区南关街道办事处", 2022) }, undefined],
    ["is not of another district", { "a.txt": report("西工区西关街道办事处", 2022) }, undefined],
    [
      "is the one of the very name among the like",
      { "a.txt": report("西关街道", 2022), "b.txt": report("老城区西关街道办事处", 2022) },
      "b.txt",
    ],
    [
      "is not one of two like ones",
      { "a.txt": report("西关街道", 2022), "b.txt": report("洛阳市老城区西关街道", 2022) },
      undefined,
    ],
    [
      "is not one that goes on under its own name",
      { "a.txt": report("西关街道", 2022), "b.txt": report("西关街道", 2023) },
      undefined,
    ],
    [
      "is the nearest of its copies",
      {
        "x/a.txt": report("老城区西关街道办事处", 2022, { cells }),
        "b.txt": report("老城区西关街道办事处", 2022),
      },
      "b.txt",
    ],
    [
      "is any of two copies that say the same",
      {
        "b.txt": report("老城区西关街道办事处", 2022),
        "a.md": report("老城区西关街道办事处", 2022, { language: "markdown" }),
      },
      "a.md",
    ],
    [
      "is none of two that differ",
      {
        "a.txt": report("老城区西关街道办事处", 2022, { cells }),
        "b.txt": report("老城区西关街道办事处", 2022),
      },
      undefined,
    ],
    [
      "is the one of as much of the name among the like",
      { "a.txt": report("西关街道", 2022), "b.txt": report("老城区西关街道", 2022) },
      "b.txt",
    ],
    [
      "is not one whose name may be another's as well",
      { "a.txt": report("西关街道", 2022), "b.txt": report("西工区西关街道办事处", 2023) },
      undefined,
    ],
    ["is not one in another district's folder", { "西工区/a.txt": report("西关街道", 2022) }, undefined],
    ["may be in its own district's folder", { "老城区/a.txt": report("西关街道", 2022) }, "老城区/a.txt"],
    ["may be in any folder that is no place", { "归档/a.txt": report("西关街道", 2022) }, "归档/a.txt"],
    [
      "is no text that is no report",
      { "a.txt": "老城区西关街道办事处 2022 年总结\n\n一切都好。\n" },
      undefined,
    ],
  ])("%s", (_, files, expected) => {
    expect(namePrevious({ ...now, ...files }, "now.txt")).toBe(expected);
  });

  test.each<[string, string, string | undefined]>([
    ["老城区/2022.txt", "西工区/2023.txt", undefined],
    ["老城区/2022.txt", "老城区/2023.txt", "老城区/2022.txt"],
    ["2022/老城区/a.txt", "2023/老城区/a.txt", "2022/老城区/a.txt"],
    ["归档/2022.txt", "老城区/2023.txt", "归档/2022.txt"],
  ])("of one name, at %s, is for %s: %s", (before, own, expected) => {
    const files = { [before]: report("财政局", 2022), [own]: report("财政局", 2023) };
    expect(namePrevious(files, own)).toBe(expected);
  });

  describe("without a title", () => {
    const untitled = (text: string): string =>
      text.replace(/^.*报告$/m, "").replaceAll(/甲市民政局|20\d\d ?年度?/g, "");
    const named = (agency: string, year: number, name: string, edit = untitled): [string, string] => [
      name,
      edit(report(agency, year)),
    ];
    const both = (before: [string, string], own: [string, string]): string | undefined =>
      namePrevious(Object.fromEntries([before, own]), own[0]);

    test.each([
      ["甲市民政局2022年政府信息公开工作年度报告.txt", "甲市民政局2023年政府信息公开工作年度报告.txt"],
      ["甲市民政局2022.txt", "2023年度甲市民政局.txt"],
      ["年报/甲市民政局_2022.txt", "年报/甲市民政局 2023.txt"],
    ])("is told by the names of the files: %s, %s", (before, own) => {
      expect(both(named("甲市民政局", 2022, before), named("甲市民政局", 2023, own))).toBe(before);
    });

    test.each([
      ["乙局2022.txt", "甲市民政局2023.txt"],
      ["2022.txt", "2023.txt"],
      ["甲市民政局2022.txt", "甲市民政局2023-2024.txt"],
    ])("is not told by %s, %s", (before, own) => {
      expect(both(named("甲市民政局", 2022, before), named("甲市民政局", 2023, own))).toBeUndefined();
    });

    test("what the text tells goes before", () => {
      const titled = (text: string): string => text;
      const own = named("甲市民政局", 2023, "甲市民政局2024.txt", titled);
      expect(both(named("甲市民政局", 2022, "乙局2021.txt", titled), own)).toBe("乙局2021.txt");
    });
  });

  test("stands in the same file, in a volume of several years", () => {
    const volume = office({
      "all.txt": `${report("西关街道办事处", 2022)}\n\n${report("西关街道办事处", 2023)}`,
    });
    expect(previousOf(volume, "all.txt", 1)).toMatchObject({ index: 0, year: 2022 });
    expect(previousOf(volume, "all.txt", 0)).toBeUndefined();
  });

  test("is the one that gouji.yaml names, of whatever agency", () => {
    const files = { ...now, "archive/old.txt": report("西关镇人民政府", 2022) };
    expect(namePrevious(files, "now.txt")).toBeUndefined();
    const previous = { "now.txt": "archive/old.txt" };
    expect(namePrevious(files, "now.txt", { previous })).toBe("archive/old.txt");
  });

  test("is not the one that gouji.yaml names where the years do not fit, nor another instead", () => {
    const files = {
      ...now,
      "archive/old.txt": report("西关镇人民政府", 2021),
      "a.txt": report("老城区西关街道办事处", 2022),
    };
    expect(namePrevious(files, "now.txt", { previous: { "now.txt": "archive/old.txt" } })).toBeUndefined();
  });
});

describe("what an edit concerns", () => {
  const files = {
    "2022.txt": report("西关街道", 2022),
    "2023.txt": report("西关街道", 2023),
    "2024.txt": report("西关街道", 2024),
    "other.txt": report("南关街道", 2023),
  };

  test.each<[string, (held: Office) => readonly string[], readonly string[]]>([
    [
      "a figure: the year after",
      (held) => held.write("2022.txt", report("西关街道", 2022, { cells })),
      ["2023.txt"],
    ],
    [
      "a place that moved: the year after",
      (held) => held.write("2022.txt", `\n${files["2022.txt"]}`),
      ["2023.txt"],
    ],
    [
      "a figure that moved in its line: the year after",
      (held) => held.write("2022.txt", files["2022.txt"].replace("四、结转下年度", "四、 结转下年度")),
      ["2023.txt"],
    ],
    [
      "nothing that others see: nobody",
      (held) => held.write("2022.txt", `${files["2022.txt"]}\n另附照片。\n`),
      [],
    ],
    [
      "the year: those of both years",
      (held) => held.write("2022.txt", report("西关街道", 2023)),
      ["2023.txt", "2024.txt"],
    ],
    [
      "a name that may be another's: the other",
      (held) => held.write("new.txt", report("老城区西关街道", 2023)),
      ["2023.txt", "2024.txt"],
    ],
    ["a report gone: the year after", (held) => held.remove("2023.txt"), ["2024.txt"]],
    [
      "a new report: the year after",
      (held) => held.write("2021.txt", report("西关街道", 2021)),
      ["2022.txt"],
    ],
    ["the last year: nobody", (held) => held.write("2024.txt", report("西关街道", 2024, { cells })), []],
    ["no report: nobody", (held) => held.write("notes.txt", "西关街道 2022\n"), []],
  ])("%s", (_, edit, expected) => {
    expect([...edit(office(files))].sort()).toEqual(expected);
  });

  test("what a report is compared with stays one object until it changes", () => {
    const held = office(files);
    const before = previousOf(held, "2023.txt");
    held.write("other.txt", report("南关街道", 2022));
    held.write("2022.txt", `${files["2022.txt"]}\n另附照片。\n`);
    expect(previousOf(held, "2023.txt")).toBe(before);
    held.write("2022.txt", report("西关街道", 2022, { cells }));
    expect(previousOf(held, "2023.txt")).not.toBe(before);
  });

  test("one named by gouji.yaml concerns the one that it is named for", () => {
    const held = office(
      { ...files, "old.txt": report("东关镇", 2022) },
      { previous: { "other.txt": "old.txt" } },
    );
    expect(held.write("old.txt", report("东关镇", 2022, { cells }))).toEqual(["other.txt"]);
  });
});

describe("what gouji.yaml is told of last year's reports that it names", () => {
  const files = {
    "2024.txt": report("东关镇", 2024),
    "2023.txt": report("西关街道", 2023),
    "2022.txt": report("西关街道", 2022),
    "notes.txt": "备忘\n",
  };
  const told = (own: string, before: string, edit?: (held: Office) => unknown): readonly string[] => {
    const held = office(files, { previous: { [own]: before } });
    edit?.(held);
    return configFindings(held.workspace.faultsOf(FOLDER)).map(
      ({ code, path, isKey, message }) => `${code} ${path.join(".")}${isKey ? " (key)" : ""}: ${message}`,
    );
  };
  const said = (path: string, message: string): readonly string[] => [
    `previous/wrong-path previous.${path}: ${message}`,
  ];

  test("is nothing where it fits", () => {
    expect(told("2024.txt", "./2023.txt")).toEqual([]);
  });

  test.each([
    ["no file", "old.txt", "There is no report at “old.txt”, so nothing is compared with last year's"],
    ["no report", "notes.txt", "There is no report at “notes.txt”, so nothing is compared with last year's"],
    ["itself", "2024.txt", "“2024.txt” is the report itself, not last year's"],
    [
      "another year",
      "2022.txt",
      "“2022.txt” is the report for 2022, not for 2023, so nothing is compared with last year's",
    ],
  ])("is %s", (_, before, message) => {
    expect(told("2024.txt", before)).toEqual(said("2024.txt", message));
  });

  test("is what cannot be read, and what has no report of its own", () => {
    const unread = (held: Office): unknown => held.workspace.setUnread(`${FOLDER}2023.txt`);
    expect(told("2024.txt", "2023.txt", unread)).toEqual(
      said("2024.txt", "“2023.txt” cannot be read, so nothing is compared with last year's"),
    );
    expect(told("2042.txt", "2023.txt")).toEqual(
      said("2042.txt (key)", "There is no report at “2042.txt” that could be compared with last year's"),
    );
  });

  test("comes and goes with the files", () => {
    const held = office(files, { previous: { "2024.txt": "old.txt" } });
    expect(held.write("old.txt", report("东关镇", 2023))).toEqual(["2024.txt", "gouji.yaml"]);
    expect(held.workspace.faultsOf(FOLDER)).toEqual([]);
    expect(held.remove("2024.txt")).toContain("gouji.yaml");
    expect(held.workspace.faultsOf(FOLDER)).toHaveLength(1);
  });
});

test("a file is one however its address is escaped", () => {
  const held = office({ "西关 2022.txt": report("西关街道", 2022), "now.txt": report("西关街道", 2023) });
  held.workspace.delete(`${FOLDER}西关%202022.txt`);
  expect(previousOf(held, "now.txt")).toBeUndefined();
});

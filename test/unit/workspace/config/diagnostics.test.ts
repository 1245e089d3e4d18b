import { beforeEach, describe, expect, test } from "vitest";
import { useLocale } from "../../../../server/src/l10n.ts";
import { configDiagnostics } from "../../../../server/src/workspace/config/diagnostics.ts";
import { collectTables, knownTables } from "../../../../server/src/workspace/config/known-tables.ts";
import { readConfig } from "../../../../server/src/workspace/config/read-config.ts";
import { unmark } from "../../rules/checking.ts";
import { budget } from "./tables.ts";

beforeEach(() => useLocale("en"));

const told = (text: string, tables = budget) =>
  configDiagnostics(readConfig(text, new Set(["table/total"])), knownTables("open", tables));

const relation = (table: string, check: string, more = ""): string =>
  `relations:\n  - table: ${table}\n    check: ${check}\n${more}`;

test.each([
  relation("经费收支", "合计 = 人员经费 + 「公用（运行）经费」"),
  relation("经费收支", "合计 = 人员经费 + 公用经费", "    in: [本年]\n").replace(
    "公用经费",
    "「公用（运行）经费」",
  ),
  relation("经费收支", "上年 <= 本年"),
  relation("受理情况", "合计 = 甲局", "    each: column\n"),
  "rules: { table/total: off }\n",
])("nothing is said of %j", (text) => {
  expect(told(text)).toEqual([]);
});

describe("doubts", () => {
  test.each([
    [
      relation("⟦经费支出⟧", "a = b"),
      "information",
      "No open file has a table “经费支出”; is “经费收支” meant?",
    ],
    [relation("⟦人员编制⟧", "a = b"), "information", "No open file has a table “人员编制”"],
    [
      relation("经费收支", "合计 = ⟦人员费⟧"),
      "warning",
      "Table “经费收支” has no row and no column “人员费”; is “人员经费” meant?",
    ],
    [relation("经费收支", "合计 = ⟦差旅⟧"), "warning", "Table “经费收支” has no row and no column “差旅”"],
    [
      relation("经费收支", "合计 = sum(人员经费..⟦差旅⟧)"),
      "warning",
      "Table “经费收支” has no row and no column “差旅”",
    ],
    [relation("经费收支", '"合计 = ⟦差旅⟧"'), "warning", "Table “经费收支” has no row and no column “差旅”"],
    [relation("经费收支", "合计 = ⟦其他⟧"), "warning", "Table “经费收支” has several rows or columns “其他”"],
    [
      relation("受理情况", "⟦合计 = 合计⟧"),
      "warning",
      "These are names of rows and of columns: say “each: row” or “each: column”",
    ],
    [
      relation("经费收支", "合计 = 人员经费", "    in: [上年, ⟦后年⟧]\n"),
      "warning",
      "Table “经费收支” has no row and no column “后年”; is “上年” meant?",
    ],
    [
      relation("经费收支", "合计 = ⟦本年⟧"),
      "warning",
      "A relation is between rows or between columns; “本年” is not what the rest of it is",
    ],
    [
      relation("经费收支", "合计 = 人员经费", "    in: [⟦公用（运行）经费⟧]\n"),
      "warning",
      "“in” names columns where the relation names rows, and rows where it names columns",
    ],
  ])("%s", (marked, severity, message) => {
    const { text, spans } = unmark(marked);
    expect(told(text)).toEqual([{ ...spans[0], severity, message }]);
  });

  test("are none while no file is open", () => {
    expect(told(relation("没有", "a = b"), [])).toEqual([]);
  });

  test("are there where all files were looked at, and none has a table", () => {
    const reading = readConfig(relation("没有", "a = b"), new Set());
    expect(configDiagnostics(reading, collectTables(reading.config.relations).known())).toMatchObject([
      { message: "No file has a table “没有”" },
    ]);
  });

  test("are none where one table of the name has what another lacks", () => {
    const [first, second] = budget;
    if (first === undefined || second === undefined) throw new Error("two tables");
    const both = [{ ...second, titles: ["经费收支"] }, first];
    expect(told(relation("经费收支", "合计 = 人员经费"), both)).toEqual([]);
  });

  test("stand among the mistakes, in the order of the text", () => {
    const text = `${relation("没有", "a = b")}rule: {}\n`;
    expect(told(text).map(({ severity }) => severity)).toEqual(["information", "error"]);
  });
});

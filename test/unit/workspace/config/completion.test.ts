import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formForYear } from "../../../../server/src/forms/index.ts";
import { tablesOfForm } from "../../../../server/src/relations/tables.ts";
import { configCompletion } from "../../../../server/src/workspace/config/completion.ts";
import { budget } from "./tables.ts";

const rules = [
  { code: "table/total", title: { en: "A total", zh: "合计" } },
  { code: "year/mismatch", title: { en: "A year", zh: "年份" } },
];

const FILES = ["2024.md", "归档/2023 年.md"];

function complete(
  marked: string,
  tables = budget,
  files: readonly string[] = [],
): { text: string; items: ReturnType<typeof configCompletion> } {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  return { text, items: configCompletion(text, offset, rules, tables, files) };
}

const labels = (marked: string): string[] => complete(marked).items.map(({ label }) => label);

/** The text with the item of a label taken. */
function taken(marked: string, label: string): string {
  const { text, items } = complete(marked);
  const item = items.find((one) => one.label === label);
  if (item === undefined)
    throw new Error(`${label} is not among ${items.map((one) => one.label).join(", ")}`);
  return text.slice(0, item.start) + item.newText + text.slice(item.end);
}

const KEYS = ["include", "exclude", "rules", "relations", "consolidated", "previous"];
const RELATION = ["table", "check", "each", "in", "tolerance", "severity", "message"];
const SEVERITIES = ["error", "warning", "information", "hint"];
const LINES = ["人员经费", "公用（运行）经费", "合计", "上年", "本年"];

describe("what may be written", () => {
  test.each([
    ["‸", KEYS],
    ["rel‸", KEYS],
    ["rules:\n  table/total: off\n‸", KEYS.filter((key) => key !== "rules")],
    ["rules:\n  table/total: off\nin‸\n", KEYS.filter((key) => key !== "rules")],
    ["rules:\n  ‸", ["table/total", "year/mismatch"]],
    ["rules:\n  table/total: off\n  y‸\n", ["year/mismatch"]],
    ["rules: { ta‸ }\n", ["table/total", "year/mismatch"]],
    ["rules:\n  table/total: ‸\n", [...SEVERITIES, "off"]],
    ["rules: { table/total: w‸ }\n", [...SEVERITIES, "off"]],
    ["relations:\n  - ‸", RELATION],
    ["relations:\n  - ta‸\n", RELATION],
    ["relations:\n  - table: 经费收支\n    ‸", RELATION.slice(1)],
    [
      "relations:\n  - table: 经费收支\n    se‸\n    check: a = b\n",
      RELATION.filter((key) => key !== "table" && key !== "check"),
    ],
    ["relations: [{ table: 经费收支, ‸ }]\n", RELATION.slice(1)],
    ["relations:\n  - { table: ‸ }\n", ["经费收支", "附件", "受理: 情况"]],
    ["relations:\n  - table: 经‸\n", ["经费收支", "附件", "受理: 情况"]],
    ["relations:\n  - table: 经费收支\n    each: ‸\n", ["column", "row"]],
    ["relations:\n  - table: 经费收支\n    severity: ‸\n", SEVERITIES],
    ["relations:\n  - table: 经费收支\n    check: ‸\n", [...LINES, "sum(…)"]],
    ["relations:\n  - table: 经费收支\n    check: 合计 = 人‸\n", [...LINES, "sum(…)"]],
    ['relations:\n  - { table: 经费收支, check: "合计 = ‸" }\n', [...LINES, "sum(…)"]],
    ['relations:\n  - { check: "合计 = ‸", table: 受理情况 }\n', ["甲局", "合计", "线上", "合计", "sum(…)"]],
    ["relations:\n  - table: 经费收支\n    check: 合计 = 「人‸\n", LINES],
    ["relations:\n  - table: 经费收支\n    check: 合计 = 「人员经费」‸\n", []],
    ["relations:\n  - table: 经费收支\n    check: 合计 = 人员经费\n    in: [‸]\n", ["上年", "本年"]],
    [
      "relations:\n  - table: 经费收支\n    check: 上年 = 本年\n    in:\n      - ‸\n",
      ["人员经费", "公用（运行）经费", "合计"],
    ],
    ["relations:\n  - table: 经费收支\n    each: column\n    in: [上‸]\n", ["上年", "本年"]],
    ["consolidated:\n  - ‸", ["report", "members"]],
    ["consolidated:\n  - report: a.md\n    members: [‸]\n", []],
    ["include: [‸]\n", []],
    ["unknown:\n  ‸", []],
    ["previous:\n  ‸", []],
    ["# rel‸", []],
  ])("at %j", (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });
});

test.each([
  ["consolidated:\n  - report: ‸\n", FILES],
  ["consolidated:\n  - report: a.md\n    members: [‸]\n", FILES],
  ["previous:\n  ‸", FILES],
  ["previous:\n  2024.md: a.md\n  ‸", FILES.slice(1)],
  ["previous:\n  2024.md: ‸\n", FILES],
])("the reports there are may be written at %j", (marked, expected) => {
  expect(complete(marked, budget, FILES).items.map(({ label }) => label)).toEqual(expected);
});

test("the tables of the form are there without a file that has them", () => {
  const tables = [...budget, ...tablesOfForm(formForYear(2023))];
  const offered = (marked: string): string[] => complete(marked, tables).items.map(({ label }) => label);
  expect(offered("relations:\n  - table: ‸\n")).toEqual(
    expect.arrayContaining(["经费收支", "表二", "表三", "表四"]),
  );
  const names = offered('relations:\n  - { table: 表三, check: "总计 = ‸" }\n');
  expect(names).toEqual(expect.arrayContaining(["自然人", "总计", "一、本年新收政府信息公开申请数量"]));
  expect(names).not.toContain("人员经费");
});

describe("what is written", () => {
  test.each([
    ["rel‸", "relations", "relations: "],
    ["rel‸s: []\n", "rules", "rules: []\n"],
    [
      "rules:\n  table/total: off\n  y‸\n",
      "year/mismatch",
      "rules:\n  table/total: off\n  year/mismatch: \n",
    ],
    ['rules: { "ta‸" }\n', "table/total", 'rules: { "table/total" }\n'],
    ['rules: { "ta‸": off }\n', "table/total", 'rules: { "table/total": off }\n'],
    ["rules:\n  table/total: war‸\n", "warning", "rules:\n  table/total: warning\n"],
    ["rules:\n  table/total: in‸fo\n", "hint", "rules:\n  table/total: hint\n"],
    ["relations:\n  - table: 经费收支\n    ch‸\n", "check", "relations:\n  - table: 经费收支\n    check: \n"],
    ["relations: [{ table: 经‸ }]\n", "经费收支", "relations: [{ table: 经费收支 }]\n"],
    ["relations: [{ table: ‸ }]\n", "受理: 情况", 'relations: [{ table: "受理: 情况" }]\n'],
    ['relations: [{ table: "‸" }]\n', "受理: 情况", 'relations: [{ table: "受理: 情况" }]\n'],
    [
      "relations:\n  - table: 经费收支\n    check: 合计 = 人‸\n",
      "人员经费",
      "relations:\n  - table: 经费收支\n    check: 合计 = 人员经费\n",
    ],
    [
      "relations:\n  - table: 经费收支\n    check: 合计 = 人员经费 + ‸\n",
      "公用（运行）经费",
      "relations:\n  - table: 经费收支\n    check: 合计 = 人员经费 + 「公用（运行）经费」\n",
    ],
    [
      "relations:\n  - table: 经费收支\n    check: 合计 = 人员经费 + 「公‸」\n",
      "公用（运行）经费",
      "relations:\n  - table: 经费收支\n    check: 合计 = 人员经费 + 「公用（运行）经费」\n",
    ],
    [
      'relations:\n  - { table: 经费收支, check: "合‸ = 人员经费" }\n',
      "合计",
      'relations:\n  - { table: 经费收支, check: "合计 = 人员经费" }\n',
    ],
  ])("%j with %s", (marked, label, expected) => {
    expect(taken(marked, label)).toBe(expected);
  });
});

test("at any place of any text the range that is replaced holds the cursor", () => {
  const piece = fc.constantFrom(
    "relations",
    "rules",
    "table",
    "check",
    ": ",
    "- ",
    "\n",
    "  ",
    "{ ",
    " }",
    "[",
    "]",
    ", ",
    "a = b",
    '"',
    "「",
    "#",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(200), (pieces, at) => {
      const text = pieces.join("");
      const offset = Math.min(at, text.length);
      const items = configCompletion(text, offset, rules, budget);
      return items.every(
        ({ start, end }) => start >= 0 && start <= offset && offset <= end && end <= text.length,
      );
    }),
    { numRuns: 500 },
  );
});

import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { useLocale } from "../../../../server/src/l10n.ts";
import { formatDecimal } from "../../../../server/src/text/decimal.ts";
import { defaultProjectConfig } from "../../../../server/src/workspace/config/config.ts";
import { type ConfigReading, readConfig } from "../../../../server/src/workspace/config/read-config.ts";
import { unmark } from "../../rules/checking.ts";

beforeEach(() => useLocale("en"));

const codes = new Set(["prose/half-width", "section/renamed"]);
const read = (text: string): ConfigReading => readConfig(text, codes);

describe("what a gouji.yaml says", () => {
  test("is every key", () => {
    const { config, mistakes, isBroken } = read(`
include: ["**/*.md"]
exclude:
  - drafts/**
rules: { "prose/half-width": off, "section/renamed": warning }
relations:
  - { table: 经费收支, check: "合计 = 人员经费 + 公用经费" }
  - table: 表二
    check: 行政处罚 <= 行政强制
    each: column
    in: [本年处理决定数量, 2023]
    tolerance: 0.10
    severity: hint
    message: 请核对
consolidated:
  - report: district.md
    members: ["members/*.md"]
previous:
  "2024.md": "archive/2023.md"
`);
    expect(mistakes).toEqual([]);
    expect(isBroken).toBe(false);
    const { relations, ...rest } = config;
    expect(rest).toEqual({
      include: ["**/*.md"],
      exclude: ["drafts/**"],
      rules: { "prose/half-width": "off", "section/renamed": "warning" },
      consolidated: [{ report: "district.md", members: ["members/*.md"] }],
      previous: { "2024.md": "archive/2023.md" },
    });
    expect(
      relations.map(({ equation: _, tolerance, ...own }) => ({
        ...own,
        tolerance: formatDecimal(tolerance),
      })),
    ).toEqual([
      { table: "经费收支", check: "合计 = 人员经费 + 公用经费", tolerance: "0" },
      {
        table: "表二",
        check: "行政处罚 <= 行政强制",
        each: "column",
        in: ["本年处理决定数量", "2023"],
        tolerance: "0.1",
        severity: "hint",
        message: "请核对",
      },
    ]);
  });

  test("may be said once for several", () => {
    const { config, mistakes } = read(
      "relations:\n  - { table: 甲, check: a = b, in: &years [本年] }\n  - { table: 乙, check: a = b, in: *years }\n",
    );
    expect(mistakes).toEqual([]);
    expect(config.relations.map((one) => one.in)).toEqual([["本年"], ["本年"]]);
  });

  test.each([
    "",
    "# nothing yet\n",
    "rules:\n",
    "include:\nexclude:\nprevious:\nconsolidated:\nrelations:\n",
  ])("%j is nothing", (text) => {
    expect(read(text)).toMatchObject({ config: defaultProjectConfig, mistakes: [], isBroken: false });
  });

  test("leaves out what is wrong and keeps the rest", () => {
    const { config, mistakes } = read(
      "rules: { section/renamed: loud, prose/half-width: hint }\nrelations:\n  - { table: 甲, check: a = }\n  - { table: 乙, check: a = b }\n  - { table: 丙 }\n  - { table: 丁, check: a = b, each: line }\nconsolidated:\n  - { report: ../a.md, members: [b.md] }\n  - { report: a.md, members: [b.md] }\n",
    );
    expect(mistakes).toHaveLength(5);
    expect(config.rules).toEqual({ "prose/half-width": "hint" });
    expect(config.relations.map(({ table }) => table)).toEqual(["乙"]);
    expect(config.consolidated).toEqual([{ report: "a.md", members: ["b.md"] }]);
  });
});

const RELATION = "This entry of “relations” lacks";

describe("a mistake is told where it is", () => {
  test.each([
    ["rules: ⟦{⟧\n", "This bracket is never closed."],
    ['include: [a]\nexclude: ⟦["*.md"⟧\nrules: {}\n', "This bracket is never closed."],
    ['include: [⟦"*.md]⟧\nrules: {}\n', "This quotation mark is never closed."],
    ['consolidated:\n  - report: ⟦"a.md⟧\n    members: [\n', "This quotation mark is never closed."],
    ["a: ⟦b⟧: c\n", "This is no valid YAML."],
    ["⟦a⟧: 1\n⟦a⟧: 2\n", "This key is there twice."],
    ["⟦- a⟧\n", "The file must hold keys such as “rules:”."],
    ["⟦text⟧\n", "The file must hold keys such as “rules:”."],
    ["⟦rule⟧: {}\n", "The key “rule” is unknown; is “rules” meant?"],
    [
      "⟦key⟧: {}\n",
      "The key “key” is unknown. Known: include, exclude, rules, relations, consolidated, previous.",
    ],
    ["include: ⟦'*.md'⟧\n", "“include” must be a list."],
    ["exclude: [⟦[a]⟧]\n", "“exclude” must be a text."],
    ["exclude: [⟦''⟧]\n", "“exclude” must be a text."],
    ["exclude:\n  -⟦⟧\n", "This entry of “exclude” is empty."],
    ["include: [⟦'../*.md'⟧]\n", "“../*.md” leads out of the folder of the configuration."],
    ["include: [⟦'/etc/*'⟧]\n", "“/etc/*” leads out of the folder of the configuration."],
    ["exclude: [⟦'C:\\a'⟧]\n", "“C:\\a” leads out of the folder of the configuration."],
    ["rules: ⟦[a]⟧\n", "“rules” must be a list of keys with values."],
    ["rules: { ⟦a/b⟧: off }\n", "There is no rule “a/b”. “gouji rules” lists them."],
    [
      "rules: { ⟦prose/halfwidth⟧: off }\n",
      "There is no rule “prose/halfwidth”; is “prose/half-width” meant?",
    ],
    ["rules: { ⟦prose/half-width⟧: }\n", "“prose/half-width” has no value."],
    [
      "rules: { prose/half-width: ⟦loud⟧ }\n",
      "“prose/half-width” takes one of error, warning, information, hint, off, not “loud”.",
    ],
    ["consolidated: [{ report: a.md, members: ⟦[]⟧ }]\n", "“members” names nothing."],
    [
      "consolidated: [{ report: a.md, ⟦member⟧: [b.md] }]\n",
      "The key “member” is unknown; is “members” meant?",
    ],
    ["consolidated: [⟦{ report: a.md }⟧]\n", "This entry of “consolidated” lacks “members”."],
    [
      "consolidated: [{ report: a.md, members: [⟦../b.md⟧] }]\n",
      "“../b.md” leads out of the folder of the configuration.",
    ],
    ["previous: ⟦[a.md]⟧\n", "“previous” must be a list of keys with values."],
    ["previous: { a.md: ⟦../b.md⟧ }\n", "“../b.md” leads out of the folder of the configuration."],
    ["previous: { ⟦../a.md⟧: b.md }\n", "“../a.md” leads out of the folder of the configuration."],
    ["relations:\n  - ⟦a = b⟧\n", "Each entry of “relations” must hold keys such as “table:”."],
    ["relations:\n  - ⟦table: 甲⟧\n", `${RELATION} “check”.`],
    ["relations:\n  - ⟦check: a = b⟧\n", `${RELATION} “table”.`],
    ["relations:\n  - table: 甲\n    ⟦check⟧:\n", "“check” has no value."],
    [
      "relations:\n  - table: 甲\n    check: a = b ⟦=⟧ c\n",
      "At “=”, expected the end: a relation has one comparison.",
    ],
    [
      'relations: [{ table: 甲, check: "a ⟦)⟧" }]\n',
      "At “)”, expected “+”, “-” or a comparison: =, <= or >=.",
    ],
    ["relations:\n  - table: 甲\n    check: ⟦'a'' )'⟧\n", "This quotation mark is never closed."],
    [
      "relations: [{ table: 甲, check: a = b, each: ⟦line⟧ }]\n",
      "“each” takes one of column, row, not “line”.",
    ],
    [
      "relations: [{ table: 甲, check: a = b, severity: ⟦off⟧ }]\n",
      "“severity” takes one of error, warning, information, hint, not “off”.",
    ],
    [
      "relations: [{ table: 甲, check: a = b, tolerance: ⟦-1⟧ }]\n",
      "“tolerance” must be a number of at least 0, such as 0.01.",
    ],
    [
      "relations: [{ table: 甲, check: a = b, tolerance: ⟦1e3⟧ }]\n",
      "“tolerance” must be a number of at least 0, such as 0.01.",
    ],
    ["relations: [{ table: 甲, check: a = b, in: ⟦本年⟧ }]\n", "“in” must be a list."],
    [
      "relations: [{ table: 甲, check: a = b, ⟦tolerence⟧: 1 }]\n",
      "The key “tolerence” is unknown; is “tolerance” meant?",
    ],
  ])("%j", (marked, message) => {
    const { text, spans } = unmark(marked);
    const { mistakes } = read(text);
    expect(mistakes[0]?.message).toBe(message);
    expect(spans).toContainEqual({ start: mistakes[0]?.start, end: mistakes[0]?.end });
  });

  test("too many relations", () => {
    const relations = "  - { table: 甲, check: a = b }\n".repeat(201);
    const { config, mistakes } = read(`relations:\n${relations}`);
    expect(mistakes.map(({ message }) => message)).toEqual(["“relations” takes at most 200 entries."]);
    expect(config.relations).toHaveLength(200);
  });

  test("too long a file", () => {
    const { mistakes, isBroken } = read("#".repeat(500_001));
    expect(mistakes.map(({ message }) => message)).toEqual(["More than 500000 characters."]);
    expect(isBroken).toBe(true);
  });
});

test("any text is read, and every mistake stands in it", () => {
  const piece = fc.constantFrom(
    "relations",
    "rules",
    "table",
    "check",
    ":",
    ": ",
    "- ",
    "\n",
    "  ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "a = b",
    "&a ",
    "*a",
    '"',
    "'",
    "#",
    "|",
    "<<",
    "!t ",
    "%",
    "---",
    "\t",
    "?",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const { mistakes } = read(text);
      return mistakes.every(({ start, end }) => start >= 0 && start <= end && end <= text.length);
    }),
    { numRuns: 500 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Place, spanOf } from "../../../server/src/document/block.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { createChecker, type RuleSettings } from "../../../server/src/rules/check.ts";
import type { Finding, Rule, RuleContext, Severity } from "../../../server/src/rules/rule.ts";
import { createLanguageService, defaultSettings } from "../../../server/src/service.ts";
import { samples } from "../samples.ts";
import { reportText } from "./report-text.ts";

function rule(code: string, severity: Severity, check: (context: RuleContext) => Iterable<Finding>): Rule {
  const nothing = { en: "", zh: "" };
  return { code, severity, title: nothing, documentation: nothing, check };
}

/** A rule that finds a word wherever it stands. */
function finds(
  word: string,
  code: string,
  severity: Severity = "warning",
  more: Partial<Finding> = {},
): Rule {
  return rule(code, severity, ({ report }) =>
    report.blocks.flatMap((block) =>
      [...block.text.matchAll(new RegExp(word, "g"))].map(({ index }): Finding => {
        const place: Place = { block, start: index, end: index + word.length };
        return { place, message: word, ...more };
      }),
    ),
  );
}

const rethrow = (_: Rule, error: unknown): never => {
  throw error;
};

/** What rules find in a text, as "severity code: text there". */
function check(text: string, rules: readonly Rule[], settings: RuleSettings = {}): string[] {
  const parsed = parseText(text, "plaintext");
  return createChecker(rethrow, rules)(parsed, "", settings).map(({ finding, code, severity }) => {
    const { start, end } = spanOf(parsed.document, finding.place);
    return `${severity} ${code}: ${text.slice(start, end)}`;
  });
}

describe("findings come", () => {
  test("in the order of the text, at one place in that of the rules", () => {
    const rules = [finds("丙", "c"), finds("甲", "b"), finds("甲", "a"), finds("甲乙", "d")];
    expect(check("甲乙\n\n丙甲", rules)).toEqual([
      "warning b: 甲",
      "warning a: 甲",
      "warning d: 甲乙",
      "warning c: 丙",
      "warning b: 甲",
      "warning a: 甲",
    ]);
  });

  test("from each report of a volume, with its number", () => {
    const text = [2022, 2023].map((year) => reportText({ year })).join("\n");
    const parsed = parseText(text, "plaintext");
    const found = createChecker(rethrow, [finds("未收取信息处理费", "a")])(parsed, "", {});
    expect(found.map(({ reportIndex }) => reportIndex)).toEqual([0, 1]);
    const starts = found.map(({ finding }) => spanOf(parsed.document, finding.place).start);
    expect(starts).toEqual([text.indexOf("未收取信息处理费"), text.lastIndexOf("未收取信息处理费")]);
  });
});

describe("a setting", () => {
  const cases: readonly (readonly [
    own: Severity,
    finding: Severity | undefined,
    set: Severity | "off" | undefined,
    told: Severity | "off",
  ])[] = [
    ["warning", undefined, undefined, "warning"],
    ["warning", "error", undefined, "error"],
    ["warning", undefined, "error", "error"],
    ["warning", undefined, "hint", "hint"],
    ["warning", "error", "warning", "warning"],
    ["information", "warning", "error", "error"],
    // A guess of a rule stays one, whatever the rule is made.
    ["error", "information", "error", "information"],
    ["error", "information", "hint", "hint"],
    ["error", "information", "off", "off"],
    ["error", undefined, "off", "off"],
  ];
  test.each(cases)("rule %s, finding %s, set to %s: %s", (own, severity, set, told) => {
    const found = check(
      "甲",
      [finds("甲", "a/b", own, severity && { severity })],
      set === undefined ? {} : { "a/b": set },
    );
    expect(found).toEqual(told === "off" ? [] : [`${told} a/b: 甲`]);
  });

  test("is that of the rule under which a finding is told", () => {
    const rules = [finds("甲", "a", "error", { code: "b" }), finds("乙", "b", "hint")];
    expect(check("甲乙", rules, { a: "off" })).toEqual(["hint b: 甲", "hint b: 乙"]);
    expect(check("甲乙", rules, { b: "off" })).toEqual([]);
  });
});

describe("a rule that breaks", () => {
  const broken = rule("broken", "error", function* ({ report }) {
    const [block] = report.blocks;
    if (block !== undefined) yield { place: { block, start: 0, end: 1 }, message: "before" };
    throw new Error("broken");
  });

  test("is told of, and takes nothing from the others", () => {
    const told: string[] = [];
    const checker = createChecker(
      ({ code }, error) => told.push(`${code}: ${error}`),
      [broken, finds("甲", "a")],
    );
    const found = checker(parseText("甲", "plaintext"), "", {});
    expect(found.map(({ code }) => code)).toEqual(["broken", "a"]);
    expect(told).toEqual(["broken: Error: broken"]);
  });

  test("is an error where nobody wants to be told", () => {
    expect(() => check("甲", [broken])).toThrow("broken");
  });
});

describe("after an edit", () => {
  /** Counts the reports it is asked about. */
  function counting(): { rule: Rule; asked: string[] } {
    const asked: string[] = [];
    const counted = rule("a", "error", ({ report, fileName }) => {
      asked.push(`${fileName} ${report.year}`);
      return [];
    });
    return { rule: counted, asked };
  }

  test("only the report it touched is checked again", () => {
    const { rule, asked } = counting();
    const checker = createChecker(rethrow, [rule, finds("2022年未收取", "b")]);
    const before = [2021, 2022, 2023].map((year) => reportText({ year })).join("\n");
    const first = parseText(before, "plaintext");
    checker(first, "a.txt", {});
    expect(asked).toEqual(["a.txt 2021", "a.txt 2022", "a.txt 2023"]);
    const after = before.replace("重发布", "重视发布");
    const second = parseText(after, "plaintext", first);
    const found = checker(second, "a.txt", {});
    expect(asked.slice(3)).toEqual(["a.txt 2021"]);
    expect(found.map(({ finding }) => spanOf(second.document, finding.place).start)).toEqual([
      after.indexOf("2022年未收取"),
    ]);
    checker(second, "b.txt", {});
    expect(asked.slice(4)).toEqual(["b.txt 2021", "b.txt 2022", "b.txt 2023"]);
  });

  test("the findings are those of the text read anew", () => {
    const service = createLanguageService();
    const texts = [...samples().map(({ text }) => text), reportText({ layout: "pipe" })];
    const told = (text: string, before?: string): string[] => {
      const parsed = service.parse(text, "markdown", before === undefined ? undefined : read(before));
      return service.check(parsed, "2023.md", defaultSettings).map(({ finding, code }) => {
        const { start, end } = spanOf(parsed.document, finding.place);
        return `${code} ${start}-${end} ${finding.message}`;
      });
    };
    const read = (text: string) => {
      const parsed = service.parse(text, "markdown");
      service.check(parsed, "2023.md", defaultSettings);
      return parsed;
    };
    const piece = fc.constantFrom("", "0", "9", "\t", "\n", "\n\n", "|", "（", "”", "# ", "三、", "2019年");
    fc.assert(
      fc.property(
        fc.nat(texts.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(4),
        piece,
        (index, at, removed, added) => {
          const before = `${texts[index]}\n${texts[(index + 2) % texts.length]}`;
          const from = Math.floor(before.length * at);
          const after = before.slice(0, from) + added + before.slice(from + removed);
          expect(told(after, before)).toEqual(told(after));
        },
      ),
      { numRuns: 40 },
    );
  });
});

import { describe, expect, test } from "vitest";
import { fixText } from "../../../server/src/cli/fixing.ts";
import type { Block } from "../../../server/src/document/block.ts";
import type { Finding, Fix, Rule, Severity } from "../../../server/src/rules/rule.ts";
import { defaultSettings, type LanguageService } from "../../../server/src/service.ts";
import { indexLines } from "../../../server/src/text/lines.ts";

interface Slip {
  /** What the finding is about, wherever it occurs in the text. */
  readonly wrong: string;
  readonly severity?: Severity;
  /** What each of its fixes puts in place; a fix beginning with ! is not safe. */
  readonly fixes: readonly string[];
}

/** A service that finds words instead of figures: what it offers is enough to see which fixes are taken. */
function serviceFinding(slips: readonly Slip[]): LanguageService {
  return {
    parse(text, language) {
      const block: Block = { kind: "lines", text, level: 0 };
      return {
        document: { text, language, blocks: [block], offsetOf: () => 0 },
        lines: indexLines(text),
        reports: [],
      };
    },
    check({ document }) {
      const [block] = document.blocks;
      if (block === undefined) return [];
      return slips.flatMap(({ wrong, severity = "error", fixes }) =>
        [...block.text.matchAll(new RegExp(wrong, "g"))].map(({ index }) => {
          const place = { block, start: index, end: index + wrong.length };
          const finding: Finding = {
            place,
            message: wrong,
            fixes: fixes.map((newText): Fix => {
              const safe = !newText.startsWith("!");
              return { title: newText, safe, edits: [{ place, newText: safe ? newText : newText.slice(1) }] };
            }),
          };
          const rule: Rule = {
            code: wrong,
            severity,
            title: { en: "", zh: "" },
            documentation: { en: "", zh: "" },
            check: () => [],
          };
          return { finding, rule, code: wrong, severity, reportIndex: 0 };
        }),
      );
    },
  };
}

function fixed(text: string, slips: readonly Slip[], unsafe: boolean): { text: string; applied: number } {
  const options = { language: "plaintext" as const, fileName: "", settings: defaultSettings, unsafe };
  const { text: after, applied } = fixText(serviceFinding(slips), text, options);
  return { text: after, applied };
}

describe("fixText", () => {
  test("applies safe fixes until none is left, one bringing another into reach", () => {
    const slips: Slip[] = [
      { wrong: "a", fixes: ["b"] },
      { wrong: "b", fixes: ["cc"] },
    ];
    expect(fixed("a-b", slips, false)).toEqual({ text: "cc-cc", applied: 3 });
  });

  test("leaves figures alone unless asked", () => {
    const slips: Slip[] = [{ wrong: "9", fixes: ["!8"] }];
    expect(fixed("9 + 9", slips, false)).toEqual({ text: "9 + 9", applied: 0 });
    expect(fixed("9 + 9", slips, true)).toEqual({ text: "8 + 8", applied: 2 });
  });

  test("leaves a choice between changes of figures to a person", () => {
    const slips: Slip[] = [{ wrong: "9", fixes: ["!8", "!7"] }];
    expect(fixed("9", slips, true)).toEqual({ text: "9", applied: 0 });
  });

  test("of fixes that touch the same text only one is applied", () => {
    const slips: Slip[] = [
      { wrong: "abc", fixes: ["X"] },
      { wrong: "bcd", fixes: ["Y"] },
    ];
    expect(fixed("abcd", slips, false)).toEqual({ text: "Xd", applied: 1 });
  });

  test("takes back a change of a figure that brings more errors than it settles", () => {
    const slips: Slip[] = [
      { wrong: "9", fixes: ["!88"] },
      { wrong: "8", fixes: [] },
    ];
    expect(fixed("9", slips, true)).toEqual({ text: "9", applied: 0 });
  });

  test("two fixes that undo each other come to an end", () => {
    const slips: Slip[] = [
      { wrong: "a", fixes: ["b"] },
      { wrong: "b", fixes: ["a"] },
    ];
    expect(fixed("a", slips, false).applied).toBeLessThanOrEqual(20);
  });
});

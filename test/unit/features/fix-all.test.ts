import { describe, expect, test } from "vitest";
import type { Block, SourceDocument } from "../../../server/src/document/block.ts";
import { type Fixable, fixText, type Looked } from "../../../server/src/features/fix-all.ts";
import type { Finding, Severity } from "../../../server/src/rules/rule.ts";
import { indexLines } from "../../../server/src/text/lines.ts";
import { applyEdits } from "../apply-edits.ts";

interface Slip {
  /** What the finding is about, wherever it occurs in the text. */
  readonly wrong: string;
  readonly severity?: Severity;
  /** What each of its fixes puts in place; a fix beginning with ! is not safe, one beginning with ? a draft. */
  readonly fixes: readonly string[];
}

/** Finds words instead of figures: what it offers is enough to see which fixes are taken. */
function finding(slips: readonly Slip[]): (text: string) => Looked<Fixable> {
  return (text) => {
    const block: Block = { kind: "lines", text, level: 0 };
    const document: SourceDocument = { text, language: "plaintext", blocks: [block], offsetOf: () => 0 };
    const found = slips.flatMap(({ wrong, severity = "error", fixes }) =>
      [...text.matchAll(new RegExp(wrong, "g"))].map(({ index }) => {
        const place = { block, start: index, end: index + wrong.length };
        const finding: Finding = {
          place,
          message: wrong,
          fixes: fixes.map((newText) => ({
            title: newText,
            safe: !newText.startsWith("!"),
            ...(newText.startsWith("?") && { draft: true }),
            edits: [{ place, newText: newText.replace(/^[!?]/, "") }],
          })),
        };
        return { finding, severity };
      }),
    );
    return { parsed: { document, lines: indexLines(text), reports: [] }, found };
  };
}

function fixed(text: string, slips: readonly Slip[], isUnsafe: boolean): { text: string; applied: number } {
  const { text: after, applied, edits } = fixText(finding(slips), text, isUnsafe);
  expect(applyEdits(text, edits)).toBe(after);
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

  test("leaves what a person has to complete", () => {
    const slips: Slip[] = [{ wrong: "9", fixes: ["?8"] }];
    expect(fixed("9", slips, false)).toEqual({ text: "9", applied: 0 });
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

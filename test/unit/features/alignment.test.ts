import { expect, test } from "vitest";
import { alignmentOf } from "../../../server/src/features/alignment.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";
import { samples } from "../samples.ts";

/** Up to here a label is followed by room; behind a longer one stand its figures. */
const HALF_A_WINDOW = 48;

/**
 * For each row of 表三 where its first figure is drawn, a Chinese character being so many digits wide: the rows whose
 * labels leave room.
 */
function columnsOf(text: string, ratio: number, tabSize = 4): number[] {
  const parsed = parseText(text, "plaintext");
  const paddings = new Map(alignmentOf(parsed, tabSize).map((one) => [one.offset, one]));
  const table = parsed.reports[0]?.tables.find(({ id }) => id === "表三");
  return (table?.rows ?? []).flatMap(({ found: [first] }) => {
    if (first === undefined) return [];
    const offset = parsed.document.offsetOf(first.place.block) + first.place.start;
    const { narrow = 0, wide = 0 } = paddings.get(offset) ?? {};
    const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
    let [digits, characters] = [0, 0];
    for (const character of before) {
      if (character === "\t") digits += tabSize - ((digits + 2 * characters) % tabSize);
      else if (/[\u2e80-\ud7af\uf900-\ufaff\uff01-\uff5e\u3000-\u303f]/.test(character)) characters++;
      else digits++;
    }
    expect(narrow + ratio * wide).toBeGreaterThanOrEqual(-0.001);
    if (digits + 2 * characters > HALF_A_WINDOW) {
      expect(paddings.has(offset)).toBe(false);
      return [];
    }
    return [digits + narrow + ratio * (characters + wide)];
  });
}

test.each([1.6, 1.66, 1.8, 2])(
  "the figures of a table stand in one column, whatever the font: %d",
  (ratio) => {
    const tabbed = samples().filter(({ text }) => text.includes("\t"));
    expect(tabbed.length).toBeGreaterThan(2);
    for (const { text } of tabbed) {
      const columns = columnsOf(text, ratio);
      expect(columns.length).toBeGreaterThanOrEqual(20);
      for (const column of columns) expect(column).toBeCloseTo(columns[0] ?? 0, 6);
    }
  },
);

test("a label that is far longer than the others moves no figures but its own", () => {
  const columns = columnsOf(reportText(), 2);
  const rows = parseText(reportText(), "plaintext").reports[0]?.tables.find(({ id }) => id === "表三")?.rows;
  expect(columns.length).toBeLessThan(rows?.length ?? 0);
  for (const column of columns) expect(column).toBeLessThan(HALF_A_WINDOW + 4);
});

test("tab stops count", () => {
  const columns = columnsOf(reportText(), 2, 8);
  for (const column of columns) expect(column).toBe(columns[0]);
});

test("nothing where there are no tabs, or no report", () => {
  for (const { text } of samples())
    if (!text.includes("\t")) expect(alignmentOf(parseText(text, "plaintext"), 4)).toEqual([]);
  expect(alignmentOf(parseText("规章\t1\t2\n行政许可\t3", "plaintext"), 4)).toEqual([]);
});

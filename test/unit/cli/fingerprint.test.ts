import { describe, expect, test } from "vitest";
import { createFingerprints } from "../../../server/src/cli/checking/fingerprint.ts";
import type { Finding } from "../../../server/src/rules/rule.ts";
import { timeOf } from "../time-of.ts";

const place: Finding["place"] = { block: { kind: "lines", text: "", level: 0 }, start: 0, end: 0 };
const prose: Finding = { place, message: "Half-width comma." };
const cell: Finding = { place, message: "…", cell: "表三/三(一)/总计", expected: "15", actual: "14" };

test("ten times the findings in one row take not a hundred times as long", () => {
  const timeFor = (length: number): number => {
    const row = "公开,信息 ".repeat(length * 400);
    return timeOf(() => {
      const fingerprints = createFingerprints();
      // Each time another string, as rows are cut out of a text.
      for (let i = 0; i < length * 40; i++) fingerprints("prose/half-width", prose, `${row}`.slice(1));
    });
  };
  timeFor(5);
  expect(timeFor(50)).toBeLessThan(50 * Math.max(timeFor(5), 2));
});

test("fingerprints stay what they are, since baselines hold them", () => {
  const fingerprints = createFingerprints();
  expect(fingerprints("prose/half-width", prose, "甲, 乙")).toBe("e9273ba7ec1ab8df");
  expect(fingerprints("prose/half-width", prose, "甲,乙")).toBe("44abe873cccc4923");
});

describe("fingerprints", () => {
  test("are the same in another run, whatever the row's white space", () => {
    const first = createFingerprints();
    const second = createFingerprints();
    expect(first("prose/half-width", prose, "甲,乙")).toBe(second("prose/half-width", prose, "  甲,\t乙 "));
    expect(first("table3/row-total", cell, "（一）予以公开\t14")).toBe(
      second("table3/row-total", cell, "|14|"),
    );
  });

  test("differ for another rule, cell, row or figure, and for the same found again", () => {
    const fingerprints = createFingerprints();
    const all = [
      fingerprints("prose/half-width", prose, "甲,乙"),
      fingerprints("prose/half-width", prose, "甲,乙"),
      fingerprints("prose/half-width", prose, "甲,丙"),
      fingerprints("prose/quotes", prose, "甲,乙"),
      fingerprints("table3/row-total", cell, ""),
      fingerprints("table3/row-total", { ...cell, cell: "表三/三(二)/总计" }, ""),
      fingerprints("table3/row-total", { ...cell, actual: "16" }, ""),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) expect(one).toMatch(/^[0-9a-f]{16}$/);
  });
});

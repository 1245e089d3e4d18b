import { describe, expect, test } from "vitest";
import { createFingerprints } from "../../../server/src/cli/checking/fingerprint.ts";
import type { Finding } from "../../../server/src/rules/rule.ts";

const place: Finding["place"] = { block: { kind: "lines", text: "", level: 0 }, start: 0, end: 0 };
const prose: Finding = { place, message: "Half-width comma." };
const cell: Finding = { place, message: "…", cell: "表三/三(一)/总计", expected: "15", actual: "14" };

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

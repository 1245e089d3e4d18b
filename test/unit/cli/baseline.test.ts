import { describe, expect, test } from "vitest";
import {
  baselineNames,
  parseBaseline,
  withoutAccepted,
  writtenBaseline,
} from "../../../server/src/cli/baseline.ts";
import { fileResult } from "./file-result.ts";

const same = (path: string): string => path;

describe("baseline", () => {
  const { file } = fileResult("⟦甲⟧⟦乙⟧⟦丙⟧");

  test("what was written is left out when it is read back, and nothing else", () => {
    const accepted = { ...file, diagnostics: file.diagnostics.slice(0, 2) };
    const baseline = parseBaseline(writtenBaseline([accepted], same));
    if (baseline === undefined) throw new Error("not read back");
    expect(withoutAccepted(file, baseline, same).map(({ fingerprint }) => fingerprint)).toEqual(["2"]);
    expect(withoutAccepted({ ...file, path: "b.txt" }, baseline, same)).toHaveLength(3);
  });

  test("files stand in order, and those without findings are left out", () => {
    const files = [{ ...file, path: "b.txt" }, file, { ...file, path: "c.txt", diagnostics: [] }];
    expect(JSON.parse(writtenBaseline(files, same))).toEqual({
      version: 1,
      findings: { "a.txt": ["0", "1", "2"], "b.txt": ["0", "1", "2"] },
    });
    expect(writtenBaseline(files, same)).toBe(writtenBaseline([...files].reverse(), same));
  });

  test("names a file by its path from the baseline's folder, from wherever it is checked", () => {
    expect(baselineNames("ci/base.json", "/repo")("reports/a.txt")).toBe("../reports/a.txt");
    expect(baselineNames("../ci/base.json", "/repo/reports")("./a.txt")).toBe("../reports/a.txt");
    expect(baselineNames("base.json", "/repo")("/repo/a.txt")).toBe("a.txt");
  });

  test.each(["", "[]", "null", "{}", '{"version":2,"findings":{}}', '{"version":1,"findings":{"a":[1]}}'])(
    "%s is no baseline",
    (text) => {
      expect(parseBaseline(text)).toBeUndefined();
    },
  );
});

import { beforeEach, describe, expect, test } from "vitest";
import type { DiagnosticJson } from "../../../../server/src/cli/checking/json.ts";
import { sarifWriter } from "../../../../server/src/cli/writers/sarif.ts";
import { useLocale } from "../../../../server/src/l10n.ts";
import { rules } from "../../../../server/src/rules/index.ts";
import { fileResult, summary } from "../file-result.ts";

beforeEach(() => useLocale("en"));

const options = {
  locale: "en" as const,
  paint: (_: unknown, text: string) => text,
  columns: 80,
  quiet: false,
};
const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 9 } };
const finding: Partial<DiagnosticJson> = {
  code: "table3/row-total",
  message: "相差 1",
  fingerprint: "0123456789abcdef",
  related: [{ message: "自然人：8", path: "报告 1.txt", range }],
  fixes: [{ title: "改为 15", safe: false, edits: [{ range, newText: "15" }] }],
};

function runOf(text: string) {
  return JSON.parse(text).runs[0];
}

describe("sarif", () => {
  test("a result has its place, fingerprint, related places and fixes, counted from 1 in UTF-16 units", () => {
    const writer = sarifWriter(options);
    expect(writer.file(fileResult("标题\n（一）予以公开\t8\t⟦14⟧", [finding], { path: "报告 1.txt" }))).toBe(
      "",
    );
    const run = runOf(writer.end(summary, []));
    const artifactLocation = { uri: "%E6%8A%A5%E5%91%8A%201.txt", uriBaseId: "%SRCROOT%" };
    const figure = { startLine: 2, startColumn: 9, endLine: 2, endColumn: 10 };
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.results).toEqual([
      {
        ruleId: "table3/row-total",
        ruleIndex: rules.findIndex(({ code }) => code === "table3/row-total"),
        level: "error",
        message: { text: "相差 1" },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 13 },
            },
          },
        ],
        partialFingerprints: { "gouji/v1": "0123456789abcdef" },
        relatedLocations: [
          { id: 0, physicalLocation: { artifactLocation, region: figure }, message: { text: "自然人：8" } },
        ],
        fixes: [
          {
            description: { text: "改为 15" },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [{ deletedRegion: figure, insertedContent: { text: "15" } }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test("every rule is listed with its level and page, in the reader's language", () => {
    const listed = runOf(sarifWriter({ ...options, locale: "zh-cn" }).end(summary, [])).tool.driver.rules;
    expect(listed).toHaveLength(rules.length);
    for (const [index, { code, title }] of rules.entries()) {
      expect(listed[index]).toMatchObject({ id: code, shortDescription: { text: title.zh } });
      expect(new URL(listed[index].helpUri).protocol).toBe("https:");
      expect(["error", "warning", "note"]).toContain(listed[index].defaultConfiguration.level);
    }
  });

  test("a file that was not read makes the run unsuccessful", () => {
    const failed = sarifWriter(options).end(summary, [{ path: "/tmp/b.txt", message: "gone" }]);
    const [invocation] = runOf(failed).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications).toEqual([
      {
        level: "error",
        message: { text: "gone" },
        locations: [{ physicalLocation: { artifactLocation: { uri: "file:///tmp/b.txt" } } }],
      },
    ]);
    expect(runOf(sarifWriter(options).end(summary, [])).invocations[0].executionSuccessful).toBe(true);
  });
});

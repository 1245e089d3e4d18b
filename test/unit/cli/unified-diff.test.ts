import { expect, test } from "vitest";
import { unifiedDiff } from "../../../server/src/cli/unified-diff.ts";

const plain = (_: unknown, text: string): string => text;

test("a diff names the file and shows three lines around each change", () => {
  const before = "a\nb\nc\nd\ne\nf\ng\n";
  expect(unifiedDiff("a.txt", before, before.replace("e", "E"), plain)).toBe(
    "--- a.txt\n+++ a.txt\n@@ -2,6 +2,6 @@\n b\n c\n d\n-e\n+E\n f\n g\n",
  );
});

test("equal texts have no diff", () => {
  expect(unifiedDiff("a.txt", "a\n", "a\n", plain)).toBe("");
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Several suites at once on a small machine: a test may wait long for its turn of the processor.
    testTimeout: 60_000,
    setupFiles: "test/unit/fast-check.ts",
    include: ["test/unit/**/*.test.ts", "test/protocol/**/*.test.ts"],
  },
});

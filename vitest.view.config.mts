import { defineConfig } from "vitest/config";

/** The person's view: the packed extension in VS Code's server, driven through a browser. */
export default defineConfig({
  test: {
    include: ["test/workbench/view/**/*.test.ts"],
    globalSetup: "scripts/host/view-setup.mjs",
    // One browser at a time: two would take the processor from the workbench that is being waited for.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // As long as a person waits for any other step.
    expect: { poll: { timeout: 30_000 } },
  },
});

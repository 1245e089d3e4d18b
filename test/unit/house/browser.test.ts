import { build } from "esbuild";
import { expect, test } from "vitest";

test("the language service bundles for a browser worker, where nothing of Node is there", async () => {
  const { errors, outputFiles } = await build({
    entryPoints: ["server/src/service.ts"],
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  expect(errors).toEqual([]);
  expect(outputFiles[0]?.text).toContain("createLanguageService");
});

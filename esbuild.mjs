import { chmod, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { messagesBeside } from "./scripts/lib/messages-beside.mjs";
import { notices } from "./scripts/lib/notices.mjs";
import { serverBeside } from "./scripts/lib/server-beside.mjs";

/**
 * Builds what runs: the extension, the language server, the command line, and the suite for a real VS Code.
 * `node esbuild.mjs` builds all and fails if one cannot be built; `node esbuild.mjs server cli` builds those named.
 * CommonJS throughout: VS Code loads an extension and its tests that way, and one format is one thing less to know.
 */

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // The module field first: the UMD builds of the vscode-* packages hide their requires from a bundler.
  mainFields: ["module", "main"],
  // Its build for browsers consists of modules, so that only what is used is bundled.
  alias: { yaml: "./node_modules/yaml/browser/dist/index.js" },
  minify: true,
  // Half of the texts are Chinese, which escapes would make twice as long.
  charset: "utf8",
  metafile: true,
  // The licences of what is bundled ship as a file of their own.
  legalComments: "none",
  logLevel: "warning",
};

/** @type {Record<string, import("esbuild").BuildOptions>} */
const bundles = {
  extension: {
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
  },
  server: {
    entryPoints: ["server/src/lsp/main.node.ts"],
    outfile: "dist/server.js",
    plugins: [messagesBeside],
  },
  cli: {
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
    // tinyglobby asks for the place of its module, which CommonJS knows by another name.
    define: { "import.meta.url": "__filename" },
    external: ["./docx.js"],
    plugins: [serverBeside],
  },
  // Loaded by the command line at run time, where there is a Word document to read.
  docx: { entryPoints: ["server/src/cli/files/docx.ts"], outfile: "dist/docx.js" },
  // Tests are read when they fail, so they are not minified; mocha is taken from node_modules.
  test: {
    entryPoints: ["test/workbench/index.ts", "test/workbench/suite/*.test.ts"],
    outdir: "dist/test",
    outbase: "test/workbench",
    external: ["vscode", "mocha"],
    minify: false,
  },
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(bundles);
const unknown = names.filter((name) => !Object.hasOwn(bundles, name));
if (unknown.length > 0) {
  console.error(`No such bundle: ${unknown.join(", ")}. There are: ${Object.keys(bundles).join(", ")}`);
  process.exit(1);
}

if (wanted.length === 0) await rm("dist", { recursive: true, force: true });
const built = await Promise.allSettled(names.map((name) => build({ ...shared, ...bundles[name] })));
const failed = names.filter((_, index) => built[index].status === "rejected");
if (names.includes("cli") && !failed.includes("cli")) await chmod("dist/cli.js", 0o755);
if (failed.length > 0) {
  console.error(`Not built: ${failed.join(", ")}`);
  process.exit(1);
}
if (wanted.length === 0) {
  const inside = (...some) => notices(some.map((name) => built[names.indexOf(name)].value.metafile));
  // The extension ships without the command line, and the npm package with both.
  await writeFile("dist/THIRD-PARTY-NOTICES.txt", await inside("extension", "server"));
  await writeFile("dist/THIRD-PARTY-NOTICES-CLI.txt", await inside("cli", "docx"));
}

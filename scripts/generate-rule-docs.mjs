import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./lib/paths.mjs";

/** Writes docs/rules anew from the rules' own documentation: `npm run docs`. */

const folder = join(root, "docs", "rules");
const { outputFiles } = await build({
  entryPoints: [join(root, "scripts", "lib", "rule-pages.ts")],
  bundle: true,
  platform: "browser",
  format: "esm",
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { rulePages } = await import(`data:text/javascript;base64,${code}`);
const pages = rulePages();

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (!pages.has(name)) await rm(join(folder, name));
for (const [name, text] of pages) await writeFile(join(folder, name), text);
console.log(`${pages.size} files in docs/rules`);

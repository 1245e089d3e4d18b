import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadTs } from "./lib/load-ts.mjs";
import { root } from "./lib/paths.mjs";

/** Writes docs/rules anew from the rules' own documentation: part of `npm run docs`. */

const folder = join(root, "docs", "rules");
const { rulePages } = await loadTs(join(root, "scripts", "lib", "rule-pages.ts"));
const pages = rulePages();

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (!pages.has(name)) await rm(join(folder, name));
for (const [name, text] of pages) await writeFile(join(folder, name), text);
console.log(`${pages.size} files in docs/rules`);

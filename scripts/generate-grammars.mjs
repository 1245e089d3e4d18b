import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadTs } from "./lib/load-ts.mjs";
import { root } from "./lib/paths.mjs";

/** Writes the TextMate grammars of syntaxes/ from the words of the forms: part of `npm run docs`. */

const { grammars } = await loadTs(join(root, "scripts", "lib", "grammars.ts"));

for (const [name, text] of grammars()) {
  await writeFile(join(root, "syntaxes", name), text);
  console.log(`syntaxes/${name}`);
}

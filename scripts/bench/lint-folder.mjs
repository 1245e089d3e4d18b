import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { lint } from "markdownlint/sync";

/** Checks the files of a folder by markdownlint with every rule, one after another, as a process of its own. */
const [folder] = process.argv.slice(2);
let found = 0;
for (const name of await readdir(folder)) {
  const text = await readFile(join(folder, name), "utf8");
  found += lint({ strings: { text } }).text.length;
}
console.log(`${found} found`);

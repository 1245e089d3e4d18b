import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { applyFixes } from "markdownlint";
import { lint } from "markdownlint/sync";
import { format } from "prettier";

const TOOLS = {
  Prettier: (text) => format(text, { parser: "markdown" }),
  "markdownlint's fix-all": (text) => applyFixes(text, lint({ strings: { text } }).text),
  "trimming of trailing white space": (text) => text.replace(/[ \t]+$/gm, ""),
};

/** How many of the tabs that part cells are left after other tools have had the reports of a folder, as markdown. */
export async function tabsLeft(folder) {
  const texts = await Promise.all(
    (await readdir(folder)).sort().map((name) => readFile(join(folder, name), "utf8")),
  );
  const tabbed = texts.filter((text) => tabsIn(text) > 0);
  const rows = [];
  for (const [tool, change] of Object.entries(TOOLS)) {
    const left = [];
    for (const text of tabbed) left.push(`${tabsIn(await change(text))} of ${tabsIn(text)}`);
    rows.push({ tool, left });
  }
  return rows;
}

function tabsIn(text) {
  return text.split("\t").length - 1;
}

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadTs } from "./lib/load-ts.mjs";
import { root } from "./lib/paths.mjs";

/** Writes the rules' part of the settings into package.json and its texts from the rules: part of `npm run docs`. */

const { PREFIX, rulesSetting, rulesTexts } = await loadTs(join(root, "scripts", "lib", "settings-schema.ts"));

await change("package.json", (manifest) => {
  manifest.contributes.configuration.properties["gouji.rules"] = rulesSetting();
  return manifest;
});
for (const [name, language] of [
  ["package.nls.json", "en"],
  ["package.nls.zh-cn.json", "zh"],
]) {
  await change(name, (texts) => {
    const own = Object.entries(texts).filter(([key]) => !key.startsWith(PREFIX));
    return Object.fromEntries([...own, ...Object.entries(rulesTexts(language))].sort(byName));
  });
}
console.log("gouji.rules in package.json, its texts in package.nls*.json");

async function change(name, edit) {
  const path = join(root, name);
  const changed = edit(JSON.parse(await readFile(path, "utf8")));
  await writeFile(path, `${JSON.stringify(changed, null, 2)}\n`);
}

function byName([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}

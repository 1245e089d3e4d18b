import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The licences of what is inside our bundles: MIT and its like ask that their text goes along with a copy.
 *
 * @param {readonly import("esbuild").Metafile[]} metafiles of the bundles that ship.
 * @returns {Promise<string>} a text, one part a package, sorted by name.
 * @throws {Error} for a package that names no licence.
 */
export async function notices(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(
    inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const parts = await Promise.all([...folders].sort().map(notice));
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (!license) throw new Error(`${name} names no licence`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

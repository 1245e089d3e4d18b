import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Who holds the rights; COPYRIGHT HOLDERS in the terms is none. */
const COPYRIGHT = /^\s*(?:Copyright\b.*(?:\(c\)|©|\b(?:19|20)\d\d\b)|(?:\([cC]\)|©).*\b(?:19|20)\d\d\b)/;
const RULE = `\n${"-".repeat(80)}\n\n`;

/**
 * The licences of what is inside our bundles: MIT and its like ask that their text goes along with a copy. Packages
 * whose licences differ by nobody but their holders are told together.
 *
 * @param {readonly import("esbuild").Metafile[]} metafiles of the bundles that ship.
 * @returns {Promise<string>} a text, one part a licence, sorted by the name of its first package.
 * @throws {Error} for a package that names no licence.
 */
export async function notices(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(
    inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const parts = new Map();
  for (const { holder, terms } of await Promise.all([...folders].sort().map(notice))) {
    const key = terms.replace(/\s+/g, " ");
    const part = parts.get(key) ?? { holders: [], terms };
    part.holders.push(holder);
    parts.set(key, part);
  }
  return [...parts.values()].map(({ holders, terms }) => `${holders.join("\n")}\n${terms}\n`).join(RULE);
}

/** A package with those who hold its rights, and the terms that it comes under. */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (!license) throw new Error(`${name} names no licence`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const lines = file ? (await readFile(join(folder, file), "utf8")).split(/\r?\n/) : [];
  const rights = lines.filter((line) => COPYRIGHT.test(line)).map((line) => `  ${line.trim()}\n`);
  const terms = lines.filter((line) => !COPYRIGHT.test(line)).join("\n");
  return {
    holder: `${name} ${version} (${license})\n${rights.join("")}`,
    terms: terms.replace(/\n{3,}/g, "\n\n").trim(),
  };
}

import { existsSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { globBelow } from "./find.ts";
import { reportEndings } from "./language.ts";

/**
 * The files that a configuration has reports compared with: last year's of those that are taken, and the members
 * of a consolidated report that is taken.
 */
export async function namedFiles(
  { path, consolidated, previous }: Config,
  isTaken: (absolute: string) => boolean,
): Promise<readonly string[]> {
  if (path === undefined) return [];
  const folder = dirname(path);
  const found = new Set<string>();
  for (const [own, before] of Object.entries(previous)) {
    const absolute = resolve(folder, before);
    if (isTaken(resolve(folder, own)) && existsSync(absolute)) found.add(absolute);
  }
  const patterns = consolidated
    .filter(({ report }) => isTaken(resolve(folder, report)))
    .flatMap(({ members }) => members.flatMap(withFolder));
  if (patterns.length > 0) {
    for (const member of await globBelow(patterns, folder))
      if (reportEndings.some((ending) => extname(member).toLowerCase() === `.${ending}`)) found.add(member);
  }
  return [...found].filter((absolute) => !isTaken(absolute)).sort();
}

/** A path as a pattern, where only * ? and {…} are special, and a folder stands for what is below it. */
function withFolder(member: string): string[] {
  const pattern = member
    .replaceAll("\\", "/")
    .replace(/(?<!\/)\/{1,8}$/, "")
    .replace(/[[\]()!+@]/g, "\\$&");
  return [pattern, `${pattern}/**`];
}

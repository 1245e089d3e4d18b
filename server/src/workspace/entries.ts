import { isPattern, matcherOf } from "./glob.ts";

/** The entries of a list of members that a path fits, by their indices in the order of the list. */
export type FittingEntries = (path: string) => readonly number[];

/** A thousand members may be named one by one: plain paths are looked up, and only patterns are tried in turn. */
export function createEntries(patterns: readonly string[]): FittingEntries {
  const plain = new Map<string, number[]>();
  const globs: { readonly entry: number; readonly fits: (path: string) => boolean }[] = [];
  for (const [entry, pattern] of patterns.entries()) {
    if (isPattern(pattern)) globs.push({ entry, fits: matcherOf(pattern) });
    else {
      const path = plainPath(pattern);
      plain.set(path, [...(plain.get(path) ?? []), entry]);
    }
  }
  const known = new Map<string, readonly number[]>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const fitting = globs.filter(({ fits }) => fits(path)).map(({ entry }) => entry);
    // The path itself, and the folders that it is in.
    for (let part = path.toLowerCase(); part !== ""; part = part.slice(0, Math.max(part.lastIndexOf("/"), 0)))
      fitting.push(...(plain.get(part) ?? []));
    fitting.sort((a, b) => a - b);
    known.set(path, fitting);
    return fitting;
  };
}

/** One spelling: / between folders, none at the end, no ./ before. */
function plainPath(path: string): string {
  return path
    .replaceAll("\\", "/")
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/")
    .toLowerCase();
}

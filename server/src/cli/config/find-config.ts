import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import { ConfigError, unreadable } from "../errors.ts";
import { type Config, configName, defaultConfig } from "./config.ts";

/** Finds the configuration of a folder, and remembers it. */
export interface ConfigFinder {
  /**
   * The configuration for files of a folder: that of `--config`, else the nearest gouji.yaml in it or above, up to
   * the repository's root; outside of a repository not above `top`. Throws ConfigError.
   */
  configOf(folder: string, top: string): Promise<Config>;
}

export function createConfigFinder(cwd: string, named: string | undefined): ConfigFinder {
  const remembered = new Map<string, Promise<Config>>();
  const once = (path: string): Promise<Config> => {
    const known = remembered.get(path) ?? load(path, cwd);
    remembered.set(path, known);
    return known;
  };
  if (named !== undefined) {
    const path = resolve(cwd, named);
    return { configOf: () => once(path) };
  }
  const nearest = new Map<string, string | undefined>();
  const nearestOf = (folder: string, top: string): string | undefined => {
    const known = nearest.get(folder);
    if (known !== undefined || nearest.has(folder)) return known;
    const path = join(folder, configName);
    const parent = dirname(folder);
    const isTop = folder === top || parent === folder;
    const found = existsSync(path) ? path : isTop ? undefined : nearestOf(parent, top);
    nearest.set(folder, found);
    return found;
  };
  const tops = new Map<string, string>();
  return {
    configOf: async (folder, top) => {
      const highest = tops.get(top) ?? repositoryOf(top) ?? top;
      tops.set(top, highest);
      const path = nearestOf(folder, highest);
      return path === undefined ? defaultConfig : once(path);
    },
  };
}

/** The folder at or above one that holds .git. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

async function load(path: string, cwd: string): Promise<Config> {
  const shown = relative(cwd, path) || path;
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new ConfigError(`${shown}: ${unreadable(error)}`, shown);
  }
  const [{ readConfig }, { rules }] = await Promise.all([
    import("./read-config.ts"),
    import("../../rules/index.ts"),
  ]);
  try {
    return readConfig(text, path, shown, new Set(rules.map(({ code }) => code)));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    // YAML has more ways to go wrong than its parser reports, such as an alias to nothing.
    throw new ConfigError(l10n.t("{0} cannot be understood: {1}", shown, String(error)), shown);
  }
}

import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import * as l10n from "@vscode/l10n";
import { matcherOf } from "../../workspace/glob.ts";
import { type Config, configName } from "../config/config.ts";
import type { ConfigFinder } from "../config/find-config.ts";
import { unreadable } from "../errors.ts";
import type { Io } from "../io.ts";
import { reportEndings } from "./language.ts";
import type { Failure, FoundFile } from "./source-file.ts";

/** Folders that never hold reports of one's own. */
const NEVER = ["**/node_modules/**", "**/.git/**"];

/**
 * The files that the arguments name, each once, in the order of the arguments and then by name. An argument that
 * names nothing gives a failure.
 */
export async function findFiles(
  args: readonly string[],
  io: Io,
  configs: ConfigFinder,
  stdinName = "-",
): Promise<(FoundFile | Failure)[]> {
  const seen = new Set<string>();
  const found: (FoundFile | Failure)[] = [];
  for (const arg of args) {
    if (arg === "-") {
      found.push({ path: stdinName, absolute: undefined, config: await configs.configOf(io.cwd, io.cwd) });
      continue;
    }
    for (const one of await filesOf(arg, io.cwd, configs)) {
      if ("absolute" in one && one.absolute !== undefined) {
        if (seen.has(one.absolute)) continue;
        seen.add(one.absolute);
      }
      found.push(one);
    }
  }
  return found;
}

async function filesOf(
  arg: string,
  cwd: string,
  configs: ConfigFinder,
): Promise<readonly (FoundFile | Failure)[]> {
  const absolute = resolve(cwd, arg);
  const shown = slashes(arg);
  try {
    const found = await stat(absolute);
    if (found.isDirectory()) return await filesBelow(absolute, arg, configs);
    return [{ path: shown, absolute, config: await configOfFile(absolute, cwd, configs) }];
  } catch (error) {
    if (!isPattern(arg)) {
      if (error instanceof Error && "code" in error) return [{ path: shown, message: unreadable(error) }];
      throw error;
    }
  }
  const fitting = await glob(shown, cwd, NEVER);
  const found = await Promise.all(
    fitting.filter(isReportFile).map(async (path) => ({
      path: isAbsolute(arg) ? slashes(path) : slashes(relative(cwd, path)),
      absolute: path,
      config: await configOfFile(path, cwd, configs),
    })),
  );
  const included = found.filter(({ absolute, config }) => isIncluded(absolute, config));
  if (included.length > 0) return included;
  const message =
    fitting.length === 0
      ? l10n.t("No file fits this pattern.")
      : l10n.t("No file that fits this pattern is a report file by its ending and by gouji.yaml.");
  return [{ path: shown, message }];
}

/** Whether a file has one of the endings that a folder is searched for. */
function isReportFile(path: string): boolean {
  return reportEndings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
}

/** Whether a file's configuration lets it be found. A file that is named is never asked. */
function isIncluded(absolute: string, { path, include, exclude }: Config): boolean {
  if (path === undefined) return true;
  const own = slashes(relative(dirname(path), absolute));
  const fits = (patterns: readonly string[]): boolean => patterns.some((one) => matcherOf(one)(own));
  return (include === undefined || fits(include)) && !fits(exclude);
}

/** A named file's configuration is looked for up to the working folder, where the file is below it. */
function configOfFile(path: string, cwd: string, configs: ConfigFinder): Promise<Config> {
  const folder = dirname(path);
  return configs.configOf(folder, isBelow(folder, cwd) ? cwd : folder);
}

/**
 * The reports of a folder. A gouji.yaml further down rules its own folder: what it includes is found by its own
 * patterns, and what others say of its folder does not count.
 */
async function filesBelow(
  folder: string,
  arg: string,
  configs: ConfigFinder,
): Promise<readonly (FoundFile | Failure)[]> {
  const everything = await glob(`**/{${configName},*.{${reportEndings.join(",")}}}`, folder, NEVER);
  const configFolders = everything
    .filter((path) => path.endsWith(sep + configName))
    .map((path) => dirname(path));
  const configOf = (of: string): Promise<Config> => configs.configOf(of, folder);
  const ruling = new Set(await Promise.all([folder, ...configFolders].map(configOf)));
  const included = new Map<string, Config>();
  for (const config of ruling) {
    const base = config.path === undefined ? folder : dirname(config.path);
    const isDefault = config.include === undefined && config.exclude.length === 0;
    const fitting = isDefault
      ? everything.filter((path) => !path.endsWith(sep + configName))
      : await glob(config.include ?? `**/*.{${reportEndings.join(",")}}`, base, [
          ...NEVER,
          ...config.exclude,
        ]);
    for (const path of fitting) {
      if (isBelow(path, folder) && (await configOf(dirname(path))) === config) included.set(path, config);
    }
  }
  if (included.size === 0) {
    const message = everything.some(isReportFile)
      ? l10n.t("None of this folder's report files is one by “include” and “exclude” of gouji.yaml.")
      : l10n.t("This folder holds no report files (.md, .txt, .html, .docx).");
    return [{ path: slashes(arg), message }];
  }
  return [...included]
    .map(([absolute, config]) => ({ path: slashes(join(arg, relative(folder, absolute))), absolute, config }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files below a folder that fit one of the patterns, but for folders that hold no reports of one's own. */
export function globBelow(patterns: readonly string[], folder: string): Promise<string[]> {
  return glob(patterns, folder, NEVER);
}

async function glob(
  patterns: string | readonly string[],
  cwd: string,
  ignore: readonly string[],
): Promise<string[]> {
  const { glob: find } = await import("tinyglobby");
  const found = await find(typeof patterns === "string" ? [patterns] : [...patterns], {
    cwd,
    ignore: [...ignore],
    absolute: true,
    // Endings in capitals (.TXT) are common where files come from Windows.
    caseSensitiveMatch: false,
    expandDirectories: false,
  });
  return found.map((path) => resolve(path)).sort();
}

function isPattern(arg: string): boolean {
  return /[*?{[]|[!+@]\(/.test(arg);
}

export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

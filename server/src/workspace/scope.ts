import { folderKeyOf, keyOf, type Wish } from "./file-system.ts";
import { type Matcher, matcherOf } from "./glob.ts";

/** Which files are looked at: patterns relative to a folder. */
export interface Patterns {
  /** undefined where nothing is said of it. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
}

export const DEFAULT_INCLUDE: readonly string[] = ["**/*.{md,txt,html}"];
/** The endings of the files that a report can be written in, and the configuration. */
const READABLE = /(?:\.(?:md|markdown|txt|html?|docx)|(?:^|\/)gouji\.yaml)$/i;
/** Folders that never hold reports of one's own. */
const NEVER = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/** What a walk through a folder takes with it, before any gouji.yaml is known. */
export const readable: Wish = {
  wants: (path) => READABLE.test(path),
  enters: (path) => !NEVER.test(path),
};

/** Tells whether a file is looked at, by the reader's settings and each gouji.yaml. */
export interface Scope {
  /** The reader's own patterns for a whole folder. */
  setRoot(folder: string, patterns: Patterns): void;
  /** Those of a folder's gouji.yaml; undefined where it has none any more. */
  setConfig(folder: string, patterns: Patterns | undefined): void;
  includes(uri: string): boolean;
}

interface Rule {
  readonly base: string;
  readonly includes: readonly Matcher[] | undefined;
  readonly excludes: readonly Matcher[];
}

export function createScope(): Scope {
  const roots = new Map<string, Rule>();
  const configs = new Map<string, Rule>();
  return {
    setRoot(folder, patterns) {
      const rule = ruleOf(folder, patterns);
      roots.set(rule.base, rule);
    },
    setConfig(folder, patterns) {
      const base = folderKeyOf(folder);
      if (patterns === undefined) configs.delete(base);
      else configs.set(base, ruleOf(folder, patterns));
    },
    includes(uri) {
      const key = keyOf(uri);
      const [root, config] = [innermost(roots, key), innermost(configs, key)];
      if (root === undefined || NEVER.test(key.slice(root.base.length))) return false;
      const including = config?.includes === undefined ? root : config;
      const includes = including.includes ?? DEFAULTS;
      const isExcluded = [root, config].some(
        (rule) => rule !== undefined && fitsAny(rule, rule.excludes, key),
      );
      return fitsAny(including, includes, key) && !isExcluded;
    },
  };
}

const DEFAULTS = DEFAULT_INCLUDE.map(matcherOf);

function ruleOf(folder: string, patterns: Patterns): Rule {
  return {
    base: folderKeyOf(folder),
    includes: patterns.include?.map(matcherOf),
    excludes: patterns.exclude.map(matcherOf),
  };
}

/** The rule of the deepest folder that a file is in. */
function innermost(rules: ReadonlyMap<string, Rule>, key: string): Rule | undefined {
  let found: Rule | undefined;
  for (const rule of rules.values())
    if (key.startsWith(rule.base) && rule.base.length > (found?.base.length ?? 0)) found = rule;
  return found;
}

function fitsAny({ base }: Rule, matchers: readonly Matcher[], key: string): boolean {
  const path = key.slice(base.length);
  return matchers.some((fits) => fits(path));
}

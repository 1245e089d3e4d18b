import type { Severity } from "../../rules/rule.ts";

/** What a gouji.yaml says, defaults filled in. */
export interface Config {
  /** Absolute path of the file; undefined for the defaults. */
  readonly path: string | undefined;
  /** Patterns relative to the file's folder; undefined where it does not say. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly rules: Readonly<Record<string, Severity | "off">>;
}

export const defaultConfig: Config = { path: undefined, include: undefined, exclude: [], rules: {} };

export const configName = "gouji.yaml";

import type { Severity } from "../../rules/rule.ts";

/** What a gouji.yaml says, defaults filled in. */
export interface Config {
  /** Absolute path of the file; undefined for the defaults. */
  readonly path: string | undefined;
  /** Patterns relative to the file's folder; undefined where it does not say. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** Which report is the sum of which members' reports. */
  readonly consolidated: readonly { readonly report: string; readonly members: readonly string[] }[];
  /** Which report is last year's, where agency and year do not tell. */
  readonly previous: Readonly<Record<string, string>>;
}

export const defaultConfig: Config = {
  path: undefined,
  include: undefined,
  exclude: [],
  rules: {},
  consolidated: [],
  previous: {},
};

export const configName = "gouji.yaml";

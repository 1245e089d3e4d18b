import type { OwnRelation, Severity } from "../../rules/rule.ts";
import type { FolderConfig } from "../workspace.ts";

export const configName = "gouji.yaml";

/** What a gouji.yaml says, defaults filled in. Paths and patterns are relative to its folder. */
export interface ProjectConfig extends FolderConfig {
  /** undefined where it does not say. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly relations: readonly OwnRelation[];
}

export const defaultProjectConfig: ProjectConfig = {
  include: undefined,
  exclude: [],
  rules: {},
  relations: [],
  consolidated: [],
  previous: {},
};

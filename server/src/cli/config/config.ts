import { defaultProjectConfig, type ProjectConfig } from "../../workspace/config/config.ts";

export { configName } from "../../workspace/config/config.ts";

/** What a gouji.yaml says, defaults filled in. */
export interface Config extends ProjectConfig {
  /** Absolute path of the file; undefined for the defaults. */
  readonly path: string | undefined;
}

export const defaultConfig: Config = { ...defaultProjectConfig, path: undefined };

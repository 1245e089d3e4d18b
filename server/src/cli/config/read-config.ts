import * as l10n from "@vscode/l10n";
import { indexLines } from "../../text/lines.ts";
import { readConfig as readProjectConfig } from "../../workspace/config/read-config.ts";
import { ConfigError } from "../errors.ts";
import type { Config } from "./config.ts";

/**
 * Reads the text of a gouji.yaml. `shown` is the path that a mistake is told with, `codes` the rules there are.
 * Throws ConfigError where the text is no YAML, a key is unknown, or a value is not what the key takes.
 */
export function readConfig(text: string, path: string, shown: string, codes: ReadonlySet<string>): Config {
  const { config, mistakes } = readProjectConfig(text, codes);
  const [first] = mistakes;
  if (first !== undefined) {
    const { line } = indexLines(text).positionAt(first.start);
    throw new ConfigError(l10n.t("{0}, line {1}: {2}", shown, line + 1, first.message), shown);
  }
  return { ...config, path };
}

import * as l10n from "@vscode/l10n";
import type { Failure } from "./source-file.ts";

/** A fault of gouji's own on one file is told as that file's failure, so that the others are still done. */
export function guarded<T extends object>(path: string, work: () => T): T | Failure {
  try {
    return work();
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { path, message: l10n.t("gouji itself went wrong on this file. Please report it: {0}", detail) };
  }
}

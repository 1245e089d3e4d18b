import * as l10n from "@vscode/l10n";

/** The command was called wrongly: the message says how, the exit status is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** gouji.yaml or the baseline cannot be used: the message names the file, the exit status is 2. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** The file, as it is shown. */
  readonly path: string;
  constructor(message: string, path: string) {
    super(message);
    this.path = path;
  }
}

/** The system's code of an error: ENOENT. "" where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Why a file or folder could not be read, as a sentence. */
export function unreadable(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT") return l10n.t("There is no such file or folder.");
  if (code === "EACCES" || code === "EPERM") return l10n.t("You may not read this file or folder.");
  if (code === "EISDIR") return l10n.t("This is a folder.");
  return l10n.t("It cannot be read ({0}).", code === "" ? String(error) : code);
}

import { randomBytes } from "node:crypto";
import { chmod, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as l10n from "@vscode/l10n";
import { encodeText } from "../../text/encoding.ts";
import { codeOf } from "../errors.ts";
import type { Failure, SourceFile } from "./source-file.ts";

/**
 * Writes a file's new text, in the file's own encoding and with its byte order mark. All or nothing: the text goes
 * to a file beside it, which then takes its place and its mode; a link stays a link. Gives the failure, if any.
 */
export async function writeBack(file: SourceFile, text: string): Promise<Failure | undefined> {
  if (file.absolute === undefined) return undefined;
  if (file.isConverted) {
    return {
      path: file.path,
      message: l10n.t("A Word document is only read. Convert it to .html or .md first."),
    };
  }
  return writeAtomically(file.path, file.absolute, encodeText({ ...file, text }));
}

/** `shown` is the path that a failure names. */
export async function writeAtomically(
  shown: string,
  absolute: string,
  bytes: Uint8Array,
): Promise<Failure | undefined> {
  let temporary: string | undefined;
  try {
    const target = await realpath(absolute).catch(() => absolute);
    const mode = await stat(target).then(
      (found) => found.mode & 0o7777,
      () => undefined,
    );
    temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true });
    return { path: shown, message: l10n.t("It cannot be written ({0}).", codeOf(error) || String(error)) };
  }
}

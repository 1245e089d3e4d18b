import { readFile } from "node:fs/promises";
import * as l10n from "@vscode/l10n";
import { unreadable } from "../errors.ts";
import type { Io } from "../io.ts";
import type { EncodingChoice } from "../options.ts";
import { decodeAs } from "./decode.ts";
import { languageOf } from "./language.ts";
import { type Failure, type FoundFile, isFailure, type SourceFile } from "./source-file.ts";

/** Files read ahead of the one being checked: enough to keep the disk busy, few enough for any limit on open files. */
const AHEAD = 16;

/** Reads files in the order given. What cannot be read comes as a failure in its place and stops nothing. */
export async function* readFiles(
  found: readonly (FoundFile | Failure)[],
  encoding: EncodingChoice,
  io: Io,
): AsyncGenerator<SourceFile | Failure> {
  const pending: Promise<SourceFile | Failure>[] = [];
  let next = 0;
  while (next < found.length || pending.length > 0) {
    for (; pending.length < AHEAD; next++) {
      const one = found[next];
      if (one === undefined) break;
      pending.push(isFailure(one) ? Promise.resolve(one) : readOne(one, encoding, io));
    }
    const first = await pending.shift();
    if (first !== undefined) yield first;
  }
}

async function readOne(file: FoundFile, encoding: EncodingChoice, io: Io): Promise<SourceFile | Failure> {
  let bytes: Uint8Array;
  try {
    bytes = file.absolute === undefined ? await io.readStdin() : await readFile(file.absolute);
  } catch (error) {
    return { path: file.path, message: unreadable(error) };
  }
  const decoded = decodeAs(bytes, encoding);
  if (decoded === null) return { path: file.path, message: noText(file.path, encoding) };
  return { ...file, ...decoded, language: languageOf(file.path) };
}

function noText(path: string, encoding: EncodingChoice): string {
  if (/\.(?:docx?|wps|pdf|xlsx?|rtf)$/i.test(path)) {
    return l10n.t(
      "This is no text file. Save it as .txt, .md or .html in the program that made it, then check that.",
    );
  }
  return encoding === "auto"
    ? l10n.t("This is no text file, or it is in an encoding other than UTF-8, GB18030 and UTF-16.")
    : l10n.t("This is no text in {0}. Without --encoding the encoding is found out from the file.", encoding);
}

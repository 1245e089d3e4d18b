import { closeSync, open as openCallback, readFileSync } from "node:fs";
import { promisify } from "node:util";
import * as l10n from "@vscode/l10n";
import { codeOf, unreadable } from "../errors.ts";
import type { Io } from "../io.ts";
import type { EncodingChoice } from "../options.ts";
import { decodeAs } from "./decode.ts";
import { isDocx, languageOf } from "./language.ts";
import { type Failure, type FoundFile, isFailure, type SourceFile } from "./source-file.ts";

const open = promisify(openCallback);

/** Files read ahead of the one being checked: enough to keep the disk busy, few enough for any limit on open files. */
const AHEAD = 64;

/**
 * Opening is what takes long where the disk is far away, so it is done ahead. The rest of a small file is there at
 * once, and four trips to another thread for each would be felt over a thousand of them.
 */
async function readFile(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Reads files in the order given. What cannot be read comes as a failure in its place and stops nothing. */
export async function* readFiles(
  found: readonly (FoundFile | Failure)[],
  encoding: EncodingChoice,
  io: Io,
): AsyncGenerator<SourceFile | Failure> {
  const pending: Promise<SourceFile | Failure>[] = [];
  let next = 0;
  while (next < found.length || pending.length > 0) {
    // Several at a time: each time that the threads that open files are woken costs more than the opening.
    if (pending.length < AHEAD / 2) {
      for (const one of found.slice(next, next + AHEAD)) {
        pending.push(isFailure(one) ? Promise.resolve(one) : readOne(one, encoding, io));
        next++;
      }
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
  if (isDocx(file.path)) return readDocx(file, bytes);
  const decoded = decodeAs(bytes, encoding);
  if (decoded === null) return { path: file.path, message: noText(file.path, encoding) };
  return { ...file, ...decoded, language: languageOf(file.path), isConverted: false };
}

async function readDocx(file: FoundFile, bytes: Uint8Array): Promise<SourceFile | Failure> {
  try {
    // With .js, since this is the name of the bundle that stands beside the command line when both are built.
    const { docxToHtml } = await import("./docx.js");
    const text = await docxToHtml(bytes);
    return {
      ...file,
      text,
      encoding: "utf-8",
      bom: false,
      language: languageOf(file.path),
      isConverted: true,
    };
  } catch (error) {
    const isAbsent = codeOf(error).endsWith("MODULE_NOT_FOUND");
    const message = isAbsent
      ? l10n.t("Word documents can be read by the npm package gouji only. Save this one as .html or .txt.")
      : l10n.t("This is no Word document, or it is damaged. Save it anew, or as .html or .txt.");
    return { path: file.path, message };
  }
}

function noText(path: string, encoding: EncodingChoice): string {
  if (/\.(?:doc|wps|pdf|xlsx?|rtf)$/i.test(path)) {
    return l10n.t(
      "This is no text file. Save it as .txt, .md or .html in the program that made it, then check that.",
    );
  }
  return encoding === "auto"
    ? l10n.t("This is no text file, or it is in an encoding other than UTF-8, GB18030 and UTF-16.")
    : l10n.t("This is no text in {0}. Without --encoding the encoding is found out from the file.", encoding);
}

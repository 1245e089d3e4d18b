import { encodeText } from "../text/encoding.ts";
import type { Arguments } from "./args.ts";
import type { Failure, SourceFile } from "./files/source-file.ts";
import type { Io } from "./io.ts";

/** A file's new text on standard output: readable in a terminal, else stored as the file is, so that it can take its place. */
export function printText(source: SourceFile, text: string, { stdout }: Io): void {
  stdout.write(stdout.isTerminal ? text : encodeText({ ...source, text }));
}

/** Which files a command changed or would change. */
export function writeChanges(
  files: readonly { readonly path: string; readonly changed: boolean }[],
  failures: readonly Failure[],
  told: string,
  args: Arguments,
  { stdout }: Io,
): void {
  if (args.value("format") === "json") {
    stdout.write(`${JSON.stringify({ version: 1, files, failures }, null, 2)}\n`);
  } else if (!args.has("quiet")) {
    for (const { path, changed } of files) if (changed) stdout.write(`${path}: ${told}\n`);
  }
}

import { encodeText } from "../text/encoding.ts";
import type { Arguments } from "./args.ts";
import type { Failure, SourceFile } from "./files/source-file.ts";
import type { Io } from "./io.ts";

/** A file's new text on standard output: readable in a terminal, else stored as the file is, so that it can take its place. */
export function printText(source: SourceFile, text: string, { stdout }: Io): void {
  stdout.write(stdout.isTerminal ? text : encodeText({ ...source, text }));
}

/** What a command has to tell as programs read it: one JSON text, or a line for each part; undefined for people. */
export function asData(args: Arguments, whole: object, parts: readonly object[]): string | undefined {
  switch (args.value("format")) {
    case "json":
      return `${JSON.stringify(whole, null, 2)}\n`;
    case "ndjson":
      return parts.map((part) => `${JSON.stringify(part)}\n`).join("");
    default:
      return undefined;
  }
}

/** Which files a command changed or would change. */
export function writeChanges(
  files: readonly { readonly path: string; readonly changed: boolean }[],
  failures: readonly Failure[],
  told: string,
  args: Arguments,
  { stdout }: Io,
): void {
  const data = asData(args, { version: 1, files, failures }, [...files, { failures }]);
  if (data !== undefined) stdout.write(data);
  else if (!args.has("quiet")) {
    for (const { path, changed } of files) if (changed) stdout.write(`${path}: ${told}\n`);
  }
}

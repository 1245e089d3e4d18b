import * as l10n from "@vscode/l10n";
import type { Arguments } from "./args.ts";
import { createConfigFinder } from "./config/find-config.ts";
import { UsageError } from "./errors.ts";
import { findFiles } from "./files/find.ts";
import { readFiles } from "./files/read.ts";
import { type Failure, type FoundFile, isFailure, type SourceFile } from "./files/source-file.ts";
import type { Io } from "./io.ts";
import type { EncodingChoice } from "./options.ts";

/** The files that a command's arguments name. Throws UsageError where there are none. */
export async function findInput(args: Arguments, io: Io): Promise<(FoundFile | Failure)[]> {
  if (args.paths.length === 0)
    throw new UsageError(l10n.t("Name a file, a folder, a pattern, or - for standard input."));
  const configs = createConfigFinder(io.cwd, args.value("config"));
  return findFiles(args.paths, io, configs, args.value("stdin-name"));
}

export function readInput(
  found: readonly (FoundFile | Failure)[],
  args: Arguments,
  io: Io,
): AsyncGenerator<SourceFile | Failure> {
  return readFiles(found, (args.value("encoding") ?? "auto") as EncodingChoice, io);
}

/** The one file that a command is about. Throws UsageError unless exactly one is named. */
export async function readOneFile(args: Arguments, io: Io): Promise<SourceFile | Failure> {
  if (args.paths.length !== 1) throw new UsageError(l10n.t("Name one file."));
  const found = await findInput(args, io);
  if (found.length !== 1)
    throw new UsageError(l10n.t("Name one file; “{0}” names {1}.", args.paths[0] ?? "", found.length));
  for await (const one of readInput(found, args, io)) return one;
  throw new UsageError(l10n.t("Name one file."));
}

/** Tells on standard error what could not be read; a failure is told even where the output is quiet. */
export function tellFailure({ path, message }: Failure, io: Io): void {
  io.stderr.write(`gouji: ${path}: ${message}\n`);
}

export { isFailure };

import * as l10n from "@vscode/l10n";
import { formatDocument } from "../../features/formatting.ts";
import { createLanguageService, defaultSettings, type LanguageService } from "../../service.ts";
import { applyEdits } from "../../text/text-edit.ts";
import type { Arguments } from "../args.ts";
import { UsageError } from "../errors.ts";
import { type ExitStatus, exitStatus } from "../exit-status.ts";
import { guarded } from "../files/guarded.ts";
import { type Failure, isFailure, type SourceFile } from "../files/source-file.ts";
import { writeBack } from "../files/write.ts";
import { findInput, readInput, tellFailure } from "../input.ts";
import type { Io } from "../io.ts";
import { printText, writeChanges } from "../print.ts";

/** `gouji format`: prints one file, tells what would change (--check), or changes the files (--write). */
export async function format(args: Arguments, io: Io): Promise<ExitStatus> {
  const isCheck = args.has("check");
  const isWrite = args.has("write");
  if (isCheck && isWrite) throw new UsageError(l10n.t("--check and --write exclude each other."));
  const found = await findInput(args, io);
  const prints = !isCheck && !isWrite;
  if (prints && found.length > 1) {
    throw new UsageError(
      l10n.t("These are {0} files: name --write to change them or --check to look.", found.length),
    );
  }
  const service = createLanguageService();
  const failures: Failure[] = [];
  const changes: { path: string; changed: boolean }[] = [];
  for await (const source of readInput(found, args, io)) {
    const done = isFailure(source) ? source : await formatOne(source);
    if (isFailure(done)) {
      tellFailure(done, io);
      failures.push(done);
    } else changes.push(done);
  }
  if (!prints) {
    const told = isCheck ? l10n.t("would change") : l10n.t("changed");
    writeChanges(changes, failures, told, args, io);
  }
  return exitStatus(failures.length > 0, isCheck && changes.some(({ changed }) => changed));

  async function formatOne(source: SourceFile): Promise<{ path: string; changed: boolean } | Failure> {
    const formatted = guarded(source.path, () => ({ text: formattedText(service, source) }));
    if (isFailure(formatted)) return formatted;
    const { text } = formatted;
    const changed = text !== source.text;
    const isStdin = source.absolute === undefined;
    if (prints || (isWrite && isStdin)) printText(source, text, io);
    else if (isWrite && changed) {
      const failure = await writeBack(source, text);
      if (failure !== undefined) return failure;
    }
    return { path: source.path, changed };
  }
}

function formattedText(service: LanguageService, { text, language }: SourceFile): string {
  return applyEdits(text, formatDocument(service.parse(text, language), defaultSettings));
}

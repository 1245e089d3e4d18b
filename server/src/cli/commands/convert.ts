import * as l10n from "@vscode/l10n";
import { rewriteTables } from "../../features/rewrite.ts";
import { createLanguageService, defaultSettings } from "../../service.ts";
import type { WritableLayout } from "../../tables/write/write-table.ts";
import { applyEdits } from "../../text/text-edit.ts";
import type { Arguments } from "../args.ts";
import { UsageError } from "../errors.ts";
import { type ExitStatus, FAILED, OK } from "../exit-status.ts";
import { guarded } from "../files/guarded.ts";
import { type Failure, isFailure, type SourceFile } from "../files/source-file.ts";
import { writeBack } from "../files/write.ts";
import { readOneFile, tellFailure } from "../input.ts";
import type { Io } from "../io.ts";
import { layoutChoices } from "../options.ts";
import { printText } from "../print.ts";

/** `gouji convert`: prints the file with its tables in another layout, or changes it (--write). */
export async function convert(args: Arguments, io: Io): Promise<ExitStatus> {
  const layout = args.value("to") as WritableLayout | undefined;
  if (layout === undefined)
    throw new UsageError(l10n.t("--to must say which: {0}.", layoutChoices.join(", ")));
  const read = await readOneFile(args, io);
  if (!isFailure(read) && read.language === "html" && layout !== "html")
    throw new UsageError(l10n.t("In a page of HTML tables can only be HTML. Nothing was changed."));
  const converted = isFailure(read) ? read : convertOne(read, layout);
  if (isFailure(converted)) {
    tellFailure(converted, io);
    return FAILED;
  }
  const { source, text, isKept } = converted;
  if (isKept) {
    const told = l10n.t(
      "The tables stay as they are: written as {0} they would lose or invent something.",
      layout,
    );
    io.stderr.write(`gouji: ${source.path}: ${told}\n`);
  }
  if (!args.has("write") || source.absolute === undefined) printText(source, text, io);
  else if (text !== source.text) {
    const failure = await writeBack(source, text);
    if (failure !== undefined) {
      tellFailure(failure, io);
      return FAILED;
    }
  }
  return OK;
}

interface Converted {
  readonly source: SourceFile;
  readonly text: string;
  /** There are tables in another layout, and none of them could be written anew. */
  readonly isKept: boolean;
}

function convertOne(source: SourceFile, layout: WritableLayout): Converted | Failure {
  return guarded(source.path, () => {
    const parsed = createLanguageService().parse(source.text, source.language);
    const edits = rewriteTables(parsed, layout, defaultSettings);
    const hasOthers = parsed.reports.some(({ tables }) => tables.some((table) => table.layout !== layout));
    return { source, text: applyEdits(source.text, edits), isKept: edits.length === 0 && hasOthers };
  });
}

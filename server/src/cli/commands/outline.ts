import { createLanguageService } from "../../service.ts";
import type { Arguments } from "../args.ts";
import { describeOutline, type SectionJson } from "../checking/outline.ts";
import { type ExitStatus, FAILED, OK } from "../exit-status.ts";
import { guarded } from "../files/guarded.ts";
import { isFailure } from "../files/source-file.ts";
import { readOneFile, tellFailure } from "../input.ts";
import type { Io } from "../io.ts";
import { asData } from "../print.ts";

/** `gouji outline`. */
export async function outline(args: Arguments, io: Io): Promise<ExitStatus> {
  const source = await readOneFile(args, io);
  const described = isFailure(source)
    ? source
    : guarded(source.path, () =>
        describeOutline(createLanguageService().parse(source.text, source.language)),
      );
  if (isFailure(described)) {
    tellFailure(described, io);
    return FAILED;
  }
  io.stdout.write(
    asData(args, described, described.sections) ??
      described.sections.map((section) => treeText(section, "")).join(""),
  );
  return OK;
}

/** A section with its line number, those below it indented. */
function treeText({ title, selectionRange, children }: SectionJson, indent: string): string {
  const own = `${indent}${title}  :${selectionRange.start.line + 1}\n`;
  return own + children.map((child) => treeText(child, `${indent}  `)).join("");
}

import * as l10n from "@vscode/l10n";
import { type Fixed, fixText } from "../../features/fix-all.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import { type Checked, createLanguageService, type LanguageService } from "../../service.ts";
import type { Arguments } from "../args.ts";
import { type Filter, loadBaseline } from "../baseline.ts";
import { describeFile, fileNameOf, settingsOf } from "../checking/check-file.ts";
import { paintFor } from "../color.ts";
import { type ExitStatus, exitStatus } from "../exit-status.ts";
import { guarded } from "../files/guarded.ts";
import { type Failure, isFailure, type SourceFile } from "../files/source-file.ts";
import { writeBack } from "../files/write.ts";
import { findInput, readInput, tellFailure } from "../input.ts";
import type { Io } from "../io.ts";
import { asData, printText } from "../print.ts";
import { unifiedDiff } from "../unified-diff.ts";

interface FixedFile {
  readonly path: string;
  readonly changed: boolean;
  /** How many findings were fixed. */
  readonly fixed: number;
  /** Errors that no fix settled. */
  readonly errors: number;
}

/** `gouji fix`: changes the files, or shows what would change (--dry-run). Standard input is printed as fixed. */
export async function fix(args: Arguments, io: Io): Promise<ExitStatus> {
  const baselinePath = args.value("baseline");
  const filter: Filter =
    baselinePath === undefined ? ({ diagnostics }) => diagnostics : await loadBaseline(baselinePath, io.cwd);
  const isText = (args.value("format") ?? "text") === "text";
  const isDry = args.has("dry-run");
  const paint = paintFor(args.value("color"), io);
  const service = createLanguageService();
  const failures: Failure[] = [];
  const files: FixedFile[] = [];
  /** Findings that no fix settled. */
  let open = 0;
  for await (const source of readInput(await findInput(args, io), args, io)) {
    const fixed = isFailure(source)
      ? source
      : guarded(source.path, () => fixOne(service, source, args.has("unsafe")));
    const failure = isFailure(source) || isFailure(fixed) ? (fixed as Failure) : await deliver(source, fixed);
    if (failure !== undefined) {
      tellFailure(failure, io);
      failures.push(failure);
    }
  }
  io.stdout.write(asData(args, { version: 1, files, failures }, [...files, { failures }]) ?? "");
  // Beside a diff, or the text itself, on standard output.
  if (isText && !args.has("quiet") && files.length > 0 && files.every(({ changed }) => !changed))
    io.stderr.write(`${l10n.t("Nothing was to be fixed; findings that need a person: {0}", open)}\n`);
  return exitStatus(
    failures.length > 0,
    files.some(({ errors }) => errors > 0),
  );

  async function deliver(
    source: SourceFile,
    { text, applied, parsed, found }: Fixed<Checked>,
  ): Promise<Failure | undefined> {
    const { path } = source;
    const changed = text !== source.text;
    const isStdin = source.absolute === undefined;
    if (changed && !isDry && !isStdin) {
      const failure = await writeBack(source, text);
      if (failure !== undefined) return failure;
    }
    const left = filter(describeFile(source, parsed, found));
    const errors = left.filter(({ severity }) => severity === "error").length;
    open += left.length;
    files.push({ path, changed, fixed: applied, errors });
    if (!isText) return undefined;
    if (isDry) io.stdout.write(unifiedDiff(path, source.text, text, paint));
    else if (isStdin) printText(source, text, io);
    else if (!args.has("quiet") && (changed || errors > 0)) {
      io.stdout.write(`${path}: ${l10n.t("fixed: {0}; errors left: {1}", applied, errors)}\n`);
    }
    return undefined;
  }
}

function fixOne(service: LanguageService, source: SourceFile, isUnsafe: boolean): Fixed<Checked> {
  const look = (text: string, previous?: ParsedDocument) => {
    const parsed = service.parse(text, source.language, previous);
    return { parsed, found: service.check(parsed, fileNameOf(source), settingsOf(source.config)) };
  };
  return fixText(look, source.text, isUnsafe);
}

import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import * as l10n from "@vscode/l10n";
import type { Locale } from "../../l10n.ts";
import { createLanguageService } from "../../service.ts";
import { type Arguments, countOption } from "../args.ts";
import { type Filter, loadBaseline, saveBaseline } from "../baseline.ts";
import type { FileJson } from "../checking/json.ts";
import { createTally } from "../checking/summary.ts";
import { checkTogether, type ReadMore } from "../checking/together.ts";
import { paintFor } from "../color.ts";
import { ConfigError, UsageError } from "../errors.ts";
import { type ExitStatus, exitStatus } from "../exit-status.ts";
import { isBelow } from "../files/find.ts";
import { namedFiles } from "../files/named.ts";
import { type Failure, isFailure } from "../files/source-file.ts";
import { findInput, readInput, tellFailure } from "../input.ts";
import type { Io } from "../io.ts";
import type { Format } from "../options.ts";
import { createProgress } from "../progress.ts";
import { createWriter } from "../writers/index.ts";
import type { Writer } from "../writers/writer.ts";

/** Columns of a source row where the output is no terminal. */
const COLUMNS = 100;

/** `gouji check`. */
export async function check(args: Arguments, io: Io, locale: Locale): Promise<ExitStatus> {
  const tally = createTally(() => performance.now());
  const maxWarnings = countOption(args, "max-warnings");
  const { filter, writeTo } = await baselineOf(args, io);
  const quiet = args.has("quiet");
  const writer = writerOf(args, io, locale);
  const found = await inputFor(args, io, (failure) => {
    io.stdout.write(writer.end(tally.summary(), [failure]));
  });
  const progress = createProgress(found.length, io, quiet);
  const shown = (absolute: string): string => shownPath(absolute, args, io);
  const readMore: ReadMore = async function* (config, isTaken) {
    const paths = await namedFiles(config, isTaken);
    const named = paths.map((absolute) => ({ path: shown(absolute), absolute, config }));
    yield* readInput(named, args, io);
  };
  const isWhole = (configPath: string): boolean =>
    args.paths.some((path) => isBelow(dirname(configPath), resolve(io.cwd, path)));
  const together = checkTogether(createLanguageService(), io, readMore, isWhole, shown);
  const failures: Failure[] = [];
  const files: FileJson[] = [];
  for await (const one of readInput(found, args, io)) {
    progress.step();
    together.add(one);
  }
  progress.clear();
  for await (const result of together.results()) {
    if (isFailure(result)) {
      tellFailure(result, io);
      failures.push(result);
      continue;
    }
    if (writeTo !== undefined) files.push(result.file);
    const file = { ...result.file, diagnostics: filter(result.file) };
    tally.add({ ...result, file });
    const shown = quiet ? file.diagnostics.filter(({ severity }) => severity === "error") : file.diagnostics;
    const text = writer.file({ ...result, file: { ...file, diagnostics: shown } });
    if (text !== "") io.stdout.write(text);
  }
  const summary = tally.summary();
  io.stdout.write(writer.end(summary, failures));
  if (writeTo !== undefined) {
    await saveBaseline(writeTo, io.cwd, files);
    const count = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
    io.stderr.write(`${l10n.t("{0} findings are now accepted in {1}.", count, writeTo)}\n`);
  }
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  if (tooMany)
    io.stderr.write(`gouji: ${l10n.t("Warnings: {0}, allowed: {1}.", summary.warnings, maxWarnings)}\n`);
  return exitStatus(failures.length > 0, summary.errors > 0 || tooMany);
}

/** As the arguments are: relative to the working folder, unless all of them are absolute; with / between folders. */
function shownPath(absolute: string, { paths }: Arguments, { cwd }: Io): string {
  const shown = paths.every((path) => isAbsolute(path)) ? absolute : relative(cwd, absolute);
  return shown.replaceAll(sep, "/");
}

/** The input; where a configuration is broken, what reads the output is told so too before the run ends. */
async function inputFor(
  args: Arguments,
  io: Io,
  tell: (failure: Failure) => void,
): Promise<Awaited<ReturnType<typeof findInput>>> {
  try {
    return await findInput(args, io);
  } catch (error) {
    const isData = (args.value("format") ?? "text") !== "text";
    if (error instanceof ConfigError && isData) tell({ path: error.path, message: error.message });
    throw error;
  }
}

/** The baseline to leave out, or the file to write a new one to. */
async function baselineOf(args: Arguments, io: Io): Promise<{ filter: Filter; writeTo?: string }> {
  const path = args.value("baseline");
  if (args.has("write-baseline")) {
    if (path === undefined) throw new UsageError(l10n.t("--write-baseline needs --baseline FILE."));
    return { filter: () => [], writeTo: path };
  }
  return { filter: path === undefined ? ({ diagnostics }) => diagnostics : await loadBaseline(path, io.cwd) };
}

function writerOf(args: Arguments, io: Io, locale: Locale): Writer {
  return createWriter((args.value("format") ?? "text") as Format, {
    locale,
    paint: paintFor(args.value("color"), io),
    columns: io.stdout.columns ?? COLUMNS,
    quiet: args.has("quiet"),
  });
}

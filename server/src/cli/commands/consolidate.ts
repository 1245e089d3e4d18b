import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import * as l10n from "@vscode/l10n";
import { nameOf, type ReportDigest } from "../../rules/other-reports.ts";
import { createLanguageService, defaultSettings, type LanguageService } from "../../service.ts";
import { encodeText } from "../../text/encoding.ts";
import { type Consolidated, consolidate, type Obstacle, obstacleTo } from "../../workspace/consolidate.ts";
import { digestsOf } from "../../workspace/digest.ts";
import type { Arguments } from "../args.ts";
import { UsageError } from "../errors.ts";
import { type ExitStatus, FAILED, OK } from "../exit-status.ts";
import { guarded } from "../files/guarded.ts";
import { languageOf } from "../files/language.ts";
import { type Failure, isFailure, type SourceFile } from "../files/source-file.ts";
import { writeAtomically } from "../files/write.ts";
import { findInput, readInput, tellFailure } from "../input.ts";
import type { Io } from "../io.ts";
import { asData } from "../print.ts";

/** Cells that are named one by one. */
const NAMED = 5;

/** `gouji consolidate`: writes a new report whose tables are the sums of the members'. All members, or nothing. */
export async function consolidateFiles(args: Arguments, io: Io): Promise<ExitStatus> {
  const to = args.value("to");
  if (to === undefined) throw new UsageError(l10n.t("--to must name the file to write."));
  if (!/\.(?:md|markdown|txt)$/i.test(to))
    throw new UsageError(l10n.t("--to must name a file that ends in .md or .txt."));
  const target = resolve(io.cwd, to);
  const failures: Failure[] = [];
  if (existsSync(target) && !args.has("force"))
    failures.push({ path: to, message: l10n.t("This file is there already. --force writes over it.") });
  const { digests, paths } = await membersOf(args, io, target, failures);
  const obstacle = failures.length > 0 ? undefined : obstacleTo(digests);
  const year = digests[0]?.year;
  if (obstacle !== undefined) failures.push(failureOf(obstacle, paths));
  if (failures.length > 0 || year === undefined) {
    for (const failure of failures) tellFailure(failure, io);
    return FAILED;
  }
  const language = languageOf(to) === "markdown" ? "markdown" : "plaintext";
  const style = { language, layout: language === "markdown" ? "pipe" : "tab", lineBreak: "\n" } as const;
  const { ambiguousWidth } = defaultSettings;
  const done = consolidate(digests, year, { ...style, ambiguousWidth }, ({ uri }) => {
    const path = relative(dirname(target), resolve(io.cwd, paths.get(uri) ?? ""));
    return sep === "\\" ? path.replaceAll("\\", "/") : path;
  });
  const bytes = encodeText({ text: done.text, encoding: "utf-8", bom: false });
  const failure = await writeAtomically(to, target, bytes);
  if (failure !== undefined) {
    tellFailure(failure, io);
    return FAILED;
  }
  tell(done, { digests, paths }, to, args, io);
  return OK;
}

interface Members {
  readonly digests: readonly ReportDigest[];
  /** Paths as they are shown, by URI. */
  readonly paths: ReadonlyMap<string, string>;
}

/** The reports in the files named. What holds none is a failure: a sum without it would be wrong. */
async function membersOf(args: Arguments, io: Io, target: string, failures: Failure[]): Promise<Members> {
  const service = createLanguageService();
  const found = await findInput(args, io);
  const paths = new Map<string, string>();
  const digests: ReportDigest[] = [];
  for await (const source of readInput(found, args, io)) {
    if (!isFailure(source) && source.absolute === target) {
      failures.push({
        path: source.path,
        message: l10n.t("The report to write cannot be one of its members."),
      });
      continue;
    }
    const own = isFailure(source) ? source : digestsIn(source, service);
    if (isFailure(own)) failures.push(own);
    else {
      paths.set(uriOf(source.path, io), source.path);
      digests.push(...own);
      tellDoubted(source.path, own, io);
    }
  }
  return { digests, paths };

  function digestsIn(source: SourceFile, reader: LanguageService): readonly ReportDigest[] | Failure {
    const { path, text, language } = source;
    const own = guarded(path, () => digestsOf(uriOf(path, io), reader.parse(text, language)));
    if (isFailure(own) || own.length > 0) return own;
    return { path, message: l10n.t("This is no report.") };
  }
}

/** Figures that a member's own table proves wrong go into the sums as they are. */
function tellDoubted(path: string, digests: readonly ReportDigest[], { stderr }: Io): void {
  const figures = digests.flatMap((digest) => [...digest.figures]);
  const doubted = figures.filter(([, { meant }]) => meant !== undefined).map(([name]) => name);
  if (doubted.length === 0) return;
  const names = doubted.slice(0, NAMED).join(", ");
  const said = l10n.t(
    "Its own table does not add up with {0} ({1} in all); the sums take what is written. See “gouji check”.",
    names,
    doubted.length,
  );
  stderr.write(`gouji: ${path}: ${said}\n`);
}

function uriOf(path: string, { cwd }: Io): string {
  return pathToFileURL(resolve(cwd, path)).href;
}

function failureOf(obstacle: Obstacle, paths: ReadonlyMap<string, string>): Failure {
  const pathOf = ({ uri }: ReportDigest): string => paths.get(uri) ?? "";
  switch (obstacle.kind) {
    case "yearless":
      return { path: pathOf(obstacle.report), message: l10n.t("This report does not tell its year.") };
    case "years": {
      const { first, other } = obstacle;
      const message = l10n.t(
        "This report is for {0}, that in {1} for {2}. Name reports of one year.",
        other.year ?? "",
        pathOf(first),
        first.year ?? "",
      );
      return { path: pathOf(other), message };
    }
    case "twice": {
      const { first, other } = obstacle;
      const message = l10n.t(
        "{0} would count twice: its report is in {1} too.",
        nameOf(other),
        pathOf(first),
      );
      return { path: pathOf(other), message };
    }
  }
}

function tell(
  { year, open }: Consolidated,
  { digests, paths }: Members,
  path: string,
  args: Arguments,
  { stdout, stderr }: Io,
): void {
  for (const { name, members } of open.slice(0, NAMED)) {
    const why =
      members.length === 0
        ? l10n.t("{0} stays blank, since some of its figures tell their unit and others do not.", name)
        : l10n.t("{0} stays blank, since it is not known of {1}.", name, members.map(nameOf).join(", "));
    stderr.write(`gouji: ${path}: ${why}\n`);
  }
  if (open.length > NAMED)
    stderr.write(`gouji: ${path}: ${l10n.t("{0} more cells stay blank.", open.length - NAMED)}\n`);
  const members = digests.map(({ agency = null, uri }) => ({ agency, path: paths.get(uri) }));
  const blank = open.map(({ name, members }) => ({ cell: name, members: members.map(nameOf) }));
  const whole = { version: 1, path, year, members, blank };
  const data = asData(args, whole, [whole]);
  if (data !== undefined) stdout.write(data);
  else if (!args.has("quiet")) {
    stdout.write(`${l10n.t("{0}: the sums of {1} reports for {2}.", path, digests.length, year)}\n`);
  }
}

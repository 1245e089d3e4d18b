import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readingsOf } from "../../relations/tables.ts";
import type { LanguageService } from "../../service.ts";
import { indexLines } from "../../text/lines.ts";
import { collectTables, type TableCollector } from "../../workspace/config/known-tables.ts";
import { configFindings } from "../../workspace/config-findings.ts";
import { digestsOf } from "../../workspace/digest.ts";
import { createWorkspace } from "../../workspace/workspace.ts";
import type { Config } from "../config/config.ts";
import { guarded } from "../files/guarded.ts";
import { type Failure, isFailure, type SourceFile } from "../files/source-file.ts";
import type { Io } from "../io.ts";
import { checkFile, type FileResult, type Told } from "./check-file.ts";
import { describeConfig } from "./describe-config.ts";

/** Checks files that hang together: last year's report and this year's, the members of a consolidated one. */
export interface Together {
  /** Takes a file, or what could not be read. */
  add(source: SourceFile | Failure): void;
  /**
   * What was found in all files, in the order they came, and then in each gouji.yaml. Those whose reports are
   * compared with others, and only those, are checked again. To be asked when all have been taken.
   */
  results(): AsyncIterable<FileResult | Failure>;
}

/** Reads the files that a configuration names and that are not among those taken. */
export type ReadMore = (
  config: Config,
  isTaken: (absolute: string) => boolean,
) => AsyncIterable<SourceFile | Failure>;

interface Taken {
  readonly source: SourceFile | Failure;
  /** Undefined for standard input, which no other file can name. */
  readonly uri: string | undefined;
  readonly result: Told | Failure;
}

/**
 * @param isWhole whether every file that a gouji.yaml rules is among those taken, so that a table that its relations
 *   name and no file has is worth a word.
 * @param shown a path as it is shown.
 */
export function checkTogether(
  service: LanguageService,
  io: Io,
  readMore: ReadMore,
  isWhole: (configPath: string) => boolean,
  shown: (absolute: string) => string,
): Together {
  const workspace = createWorkspace();
  const taken: Taken[] = [];
  const paths = new Map<string, string>();
  const configs = new Map<Config, TableCollector>();
  const pathOf = (uri: string): string => paths.get(uri) ?? uri;

  /** Checks a file on its own, and keeps of it what others are compared with. */
  const take = (source: SourceFile | Failure): Taken => {
    const uri = uriOf(source, io);
    if (uri !== undefined) paths.set(uri, source.path);
    if (isFailure(source)) {
      if (uri !== undefined) workspace.setUnread(uri);
      return { source, uri, result: source };
    }
    const result = guarded(source.path, () => {
      const { parsed, told } = checkFile(service, source);
      if (uri !== undefined) workspace.set(uri, digestsOf(uri, parsed));
      if (source.config.relations.length > 0)
        configs.get(source.config)?.add(parsed.reports.flatMap(readingsOf));
      return told;
    });
    return { source, uri, result };
  };

  const resultOf = ({ source, uri, result }: Taken): FileResult | Failure => {
    if (isFailure(source)) return source;
    if (isFailure(result)) return result;
    const { text } = source;
    const told =
      uri !== undefined && workspace.hasOthers(uri)
        ? guarded(
            source.path,
            () => checkFile(service, source, (index) => workspace.othersOf(uri, index), pathOf).told,
          )
        : result;
    return isFailure(told) ? told : { ...told, source: { text, lines: indexLines(text) } };
  };

  return {
    add(source) {
      if (!isFailure(source) && source.config.path !== undefined && !configs.has(source.config))
        configs.set(source.config, collectTables(source.config.relations));
      taken.push(take(source));
    },
    async *results() {
      for (const config of configs.keys()) {
        if (config.path === undefined) continue;
        workspace.configure(folderOf(config.path), config);
        const isTaken = (absolute: string): boolean => paths.has(pathToFileURL(absolute).href);
        for await (const more of readMore(config, isTaken)) take(more);
      }
      for (const one of taken) yield resultOf(one);
      for (const [config, collector] of configs) {
        if (config.path === undefined) continue;
        const isAll = isWhole(config.path);
        // Of some files only, nobody knows that what was not taken is not there.
        const faults = workspace
          .faultsOf(folderOf(config.path))
          .filter(({ kind }) => isAll || (kind !== "no-report" && kind !== "no-own"));
        const findings = configFindings(faults);
        const known = isAll ? collector.known() : undefined;
        const told = await describeConfig(config.path, shown(config.path), config, findings, known);
        if (told.file.diagnostics.length > 0) yield told;
      }
    },
  };
}

function uriOf(source: SourceFile | Failure, { cwd }: Io): string | undefined {
  if (isFailure(source))
    return source.path === "-" ? undefined : pathToFileURL(resolve(cwd, source.path)).href;
  return source.absolute === undefined ? undefined : pathToFileURL(source.absolute).href;
}

function folderOf(configPath: string): string {
  return pathToFileURL(dirname(configPath)).href;
}

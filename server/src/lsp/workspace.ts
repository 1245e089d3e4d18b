import {
  type Connection,
  DidChangeWatchedFilesNotification,
  Emitter,
  type Event,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from "vscode-languageserver";
import type { Language } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { rules } from "../rules/index.ts";
import type { OtherReports, ReportDigest } from "../rules/other-reports.ts";
import type { LanguageService } from "../service.ts";
import type { ProjectConfig } from "../workspace/config/config.ts";
import { readConfig } from "../workspace/config/read-config.ts";
import { type ConfigFinding, configFindings } from "../workspace/config-findings.ts";
import { createFileIndex } from "../workspace/file-index.ts";
import { type FileSystem, folderKeyOf, keyOf } from "../workspace/file-system.ts";
import { createWorkspace } from "../workspace/workspace.ts";
import type { Client } from "./client.ts";
import type { EditorSettings } from "./settings.ts";

/** The files around the open documents: what reports are compared with, and what gouji.yaml says. */
export interface Surroundings {
  /** Takes a document as it is now, and reads the folder that it is in, if nobody has. */
  take(uri: string, parsed: ParsedDocument, settings: EditorSettings): void;
  /** What each report of a document is compared with. */
  othersOf(uri: string, parsed: ParsedDocument): readonly OtherReports[];
  /** What is compared with each report of a document. */
  comparedWith(uri: string, parsed: ParsedDocument): readonly (readonly ReportDigest[])[];
  /** Last year's report of an agency, among the files of the folders that are open: the first that has it. */
  previousOf(agency: string, year: number, settings: EditorSettings): Promise<ReportDigest | undefined>;
  /** Files with reports in the folders that are open, all of which are read for it. */
  reportFiles(settings: EditorSettings): Promise<readonly string[]>;
  /** The files with reports that have been read so far. */
  knownReports(): readonly string[];
  /** The agencies of the reports in these folders, those with the newest first. */
  agencies(settings: EditorSettings): Promise<readonly string[]>;
  /** A file's text as it is on disk; undefined where it cannot be read. */
  textOf(uri: string): Promise<string | undefined>;
  configOf(uri: string): ProjectConfig | undefined;
  close(uri: string): void;
  /** Takes a gouji.yaml as it is in the editor, and reads the folder that it is in. */
  openConfig(uri: string, text: string, settings: EditorSettings): void;
  /** What is found in a gouji.yaml by comparing it with the files around it. */
  configFindings(uri: string): readonly ConfigFinding[];
  /** Asks the client to tell of files that change, once it is ready to be asked. */
  follow(): void;
  /** What is found in these documents may have changed, by what others say. */
  readonly onDidChange: Event<readonly string[]>;
  /** These files came, changed or went on disk, and what is there now has been read. */
  readonly onDidFollow: Event<readonly string[]>;
}

/** Endings of files that may be reports, for a client that watches them. */
const WATCHED = "**/*.{md,markdown,txt,html,htm}";
const CONFIG = "**/gouji.yaml";
const CODES: ReadonlySet<string> = new Set(rules.map(({ code }) => code));

export function followSurroundings(
  connection: Connection,
  service: LanguageService,
  files: FileSystem,
  client: () => Client,
): Surroundings {
  const changed = new Emitter<readonly string[]>();
  const followed = new Emitter<readonly string[]>();
  const taken = new Map<string, ParsedDocument>();
  const complain = (error: unknown): void => connection.console.error(String(error));
  const index = createFileIndex<ProjectConfig>({
    workspace: createWorkspace(),
    files,
    parse: (uri, text) => service.parse(text, languageOf(uri)),
    readConfig(text) {
      const { config, isBroken } = readConfig(text, CODES);
      return isBroken ? undefined : config;
    },
    onAffected: (uris) => {
      if (uris.length > 0) changed.fire(uris);
    },
    tell: (message) => connection.console.info(message),
  });
  const follow = async (changes: readonly FileEvent[]): Promise<void> => {
    const done = changes.map(({ uri, type }) =>
      (type === FileChangeType.Deleted ? index.deleted(uri) : index.changed(uri)).catch(complain),
    );
    await Promise.all(done);
    followed.fire(changes.map(({ uri }) => uri));
  };
  connection.onDidChangeWatchedFiles(({ changes }) => follow(changes));
  connection.workspace.onDidRenameFiles(({ files: renamed }) =>
    follow(
      renamed.flatMap(({ oldUri, newUri }) => [
        { uri: oldUri, type: FileChangeType.Deleted },
        { uri: newUri, type: FileChangeType.Created },
      ]),
    ),
  );
  /** Undefined until a folder comes or goes. */
  let later: readonly string[] | undefined;
  const folders = (): readonly string[] => later ?? client().folders;
  const folderOf = (uri: string): string | undefined =>
    folders().find((folder) => keyOf(uri).startsWith(folderKeyOf(folder)));
  const ensure = (uri: string, { include, exclude }: EditorSettings): void => {
    const folder = folderOf(uri);
    if (folder !== undefined) index.ensure(folder, { include, exclude }).catch(complain);
  };
  const ensureAll = ({ include, exclude }: EditorSettings): Promise<unknown> =>
    Promise.all(folders().map((folder) => index.ensure(folder, { include, exclude })));
  /** A table in a text that is no report may still be one that a gouji.yaml asks relations of. */
  const ensureConfigs = (uri: string): void => {
    const folder = folderOf(uri);
    if (folder !== undefined) index.ensureConfigs(folder, uri).catch(complain);
  };
  return {
    onDidChange: changed.event,
    onDidFollow: followed.event,
    take(uri, parsed, settings) {
      if (taken.get(uri) !== parsed) {
        taken.set(uri, parsed);
        index.open(uri, parsed);
      }
      if (parsed.reports.some(({ isReport }) => isReport)) ensure(uri, settings);
      else if (parsed.reports.some(({ otherGrids }) => otherGrids.length > 0)) ensureConfigs(uri);
    },
    othersOf: (uri, parsed) => parsed.reports.map((_, report) => index.othersOf(uri, report)),
    comparedWith: (uri, parsed) => parsed.reports.map((_, report) => index.comparedWith(uri, report)),
    async previousOf(agency, year, { include, exclude }) {
      for (const folder of folders()) {
        await index.ensure(folder, { include, exclude });
        const found = index.previousOf(agency, year, folder);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    async reportFiles(settings) {
      await ensureAll(settings);
      return index.reportFiles();
    },
    knownReports: () => index.reportFiles(),
    async agencies(settings) {
      await ensureAll(settings);
      return index.agencies();
    },
    textOf: (uri) => index.textOf(uri),
    configOf: (uri) => index.configOf(uri),
    close(uri) {
      taken.delete(uri);
      index.close(uri).catch(complain);
    },
    openConfig(uri, text, settings) {
      ensure(uri, settings);
      index.openConfig(uri, text).catch(complain);
    },
    configFindings: (uri) => configFindings(index.faultsOf(uri)),
    follow() {
      if (client().tellsFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => keyOf(uri)));
          later = [...folders().filter((uri) => !gone.has(keyOf(uri))), ...added.map(({ uri }) => uri)];
          changed.fire([...taken.keys()]);
        });
      }
      if (!client().registersWatching) return;
      // Of a folder that is deleted an editor tells, and not of the files in it.
      const gone = { globPattern: "**/*", kind: WatchKind.Delete };
      const watchers = [...[WATCHED, CONFIG].map((globPattern) => ({ globPattern })), gone];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(complain);
    },
  };
}

/** The language of a file, by its ending. */
export function languageOf(uri: string): Language {
  if (/\.(?:md|markdown)$/i.test(uri)) return "markdown";
  return /\.html?$/i.test(uri) ? "html" : "plaintext";
}

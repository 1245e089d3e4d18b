import * as l10n from "@vscode/l10n";
import type { ParsedDocument } from "../report/parsed.ts";
import type { OtherReports, ReportDigest } from "../rules/other-reports.ts";
import { configName } from "./config/config.ts";
import type { ConfigFault } from "./config-faults.ts";
import { digestsOf } from "./digest.ts";
import { type FileSystem, folderKeyOf, keyOf } from "./file-system.ts";
import { createScope, type Patterns, readable } from "./scope.ts";
import type { FolderConfig, Workspace } from "./workspace.ts";

export interface IndexOptions<C extends FolderConfig & Patterns> {
  readonly workspace: Workspace;
  readonly files: FileSystem;
  readonly parse: (uri: string, text: string) => ParsedDocument;
  /** undefined where the text of a gouji.yaml cannot be understood. */
  readonly readConfig: (text: string) => C | undefined;
  /** Told of files whose findings may have changed. */
  readonly onAffected: (uris: readonly string[]) => void;
  /** Tells the reader what was left out. */
  readonly tell: (message: string) => void;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  readonly files: number;
  /** Of one file, in bytes. */
  readonly size: number;
  /** Files read at the same time. */
  readonly atOnce: number;
}

/** Reads what is needed of the folders that reports are open in, and keeps up with their files. */
export interface FileIndex<C = unknown> {
  /**
   * Reads a folder; resolves when all of it is read. `patterns` are those of the reader's settings: asked again with
   * others, it reads what is wanted now.
   */
  ensure(folder: string, patterns: Patterns): Promise<void>;
  /** Reads the gouji.yaml files that may rule a file, from its own folder up to `folder`, once each. */
  ensureConfigs(folder: string, uri: string): Promise<void>;
  /** What a report is compared with; nothing while its folder is being read, since half of it may mislead. */
  othersOf(uri: string, index: number): OtherReports;
  comparedWith(uri: string, index: number): readonly ReportDigest[];
  /** Last year's report of an agency for a new one in a folder, once that has been read. */
  previousOf(agency: string, year: number, folder: string): ReportDigest | undefined;
  /** The files that hold a report, of the folders that have been read and those that are open. */
  reportFiles(): readonly string[];
  /** The agencies of these reports, those with the newest first. */
  agencies(): readonly string[];
  /** A file's text as it is on disk; undefined where it cannot be read, or is too large. */
  textOf(uri: string): Promise<string | undefined>;
  /** What the innermost gouji.yaml above a file says. */
  configOf(uri: string): C | undefined;
  /** What a gouji.yaml says of reports and is not so; nothing while its folder is being read. */
  faultsOf(uri: string): readonly ConfigFault[];
  /** An open document as it is now: it counts instead of the file. */
  open(uri: string, parsed: ParsedDocument): void;
  /** The same for a gouji.yaml. */
  openConfig(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** A file was made or changed, or a folder is there that was not. */
  changed(uri: string): Promise<void>;
  /** A file is gone, or a folder with all that was in it. */
  deleted(uri: string): Promise<void>;
}

const LIMITS: Limits = { files: 5000, size: 2 * 1024 * 1024, atOnce: 8 };
const CONFIG = /(?:^|\/)gouji\.yaml$/i;
const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/"));
/** So many files that were left out are named. */
const NAMED = 3;

interface Folder {
  readonly uri: string;
  /** By which it was read. */
  patterns: string;
  isReady: boolean;
  done: Promise<void>;
}

export function createFileIndex<C extends FolderConfig & Patterns>(options: IndexOptions<C>): FileIndex<C> {
  const { workspace, files, onAffected, tell } = options;
  const limits = { ...LIMITS, ...options.limits };
  const scope = createScope();
  const folders = new Map<string, Folder>();
  /** Open files by their keys. */
  const opened = new Map<string, string>();
  /** What each gouji.yaml says, by the key of its folder. */
  const configs = new Map<string, C>();
  /** The files that have been looked at, by their keys. */
  const held = new Map<string, string>();
  /** How often each file was read or changed: a slow reading must not undo a later one. */
  const turns = new Map<string, number>();

  const turnOf = (key: string): number => {
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    return turn;
  };
  const folderOf = (key: string): Folder | undefined => {
    for (const [base, folder] of folders) if (key.startsWith(base)) return folder;
    return undefined;
  };

  const openBelow = (base: string): readonly string[] =>
    [...opened].flatMap(([key, uri]) => (key.startsWith(base) ? [uri] : []));

  const isReady = (uri: string): boolean => folderOf(keyOf(uri))?.isReady !== false;
  const isWanted = (uri: string): boolean => scope.includes(uri) || workspace.isNamed(uri);

  /** Takes a gouji.yaml; gives the files this concerns, after reading those it adds. */
  const configure = async (uri: string, text: string | undefined): Promise<readonly string[]> => {
    const base = parentOf(uri);
    const config = text === undefined ? undefined : options.readConfig(text);
    // What cannot be understood is told elsewhere; what it said before holds until it can.
    if (text !== undefined && config === undefined) return [];
    scope.setConfig(base, config);
    const below = folderKeyOf(base);
    const isRuled = configs.delete(below) || config !== undefined;
    if (config !== undefined) configs.set(below, config);
    // Rules and relations are asked of every open file below, compared with others or not.
    const affected = [...workspace.configure(base, config), ...(isRuled ? openBelow(below) : [])];
    const folder = folderOf(keyOf(uri));
    if (folder?.isReady !== true) return affected;
    // It may name files that nobody has looked at yet.
    const found = await files.list(folder.uri, readable, limits.files);
    return [...affected, ...(await readReports(folder.uri, found))];
  };

  /** Reads a file again; gives the others that this concerns. */
  const load = async (uri: string, large?: string[]): Promise<readonly string[]> => {
    const key = keyOf(uri);
    const turn = turnOf(key);
    held.set(key, uri);
    if (opened.has(key)) return [];
    const reading = await files.read(uri, limits.size);
    if (turns.get(key) !== turn || opened.has(key)) return [];
    const text = "text" in reading ? reading.text : undefined;
    if (CONFIG.test(key)) return configure(uri, text);
    if (text === undefined) {
      if ("failure" in reading && reading.failure === "large") large?.push(uri);
      return workspace.setUnread(uri);
    }
    // Cheap to ask, and true of every report.
    return /公\s*开/.test(text)
      ? workspace.set(uri, digestsOf(uri, options.parse(uri, text)))
      : workspace.delete(uri);
  };

  const loadAll = async (uris: readonly string[], large?: string[]): Promise<readonly string[]> => {
    const rest = [...uris].reverse();
    const affected: string[] = [];
    const work = async (): Promise<void> => {
      for (let uri = rest.pop(); uri !== undefined; uri = rest.pop())
        affected.push(...(await load(uri, large)));
    };
    await Promise.all(Array.from({ length: limits.atOnce }, work));
    return affected;
  };

  /** Takes away a file that is gone or no longer wanted. */
  const drop = (uri: string): readonly string[] => {
    held.delete(keyOf(uri));
    turnOf(keyOf(uri));
    return workspace.delete(uri);
  };

  /** Reads those that are wanted and have not been looked at; drops those that are no longer wanted. */
  const readReports = async (folder: string, found: readonly string[]): Promise<readonly string[]> => {
    const large: string[] = [];
    const reports = found.filter((uri) => !CONFIG.test(uri) && !opened.has(keyOf(uri)));
    const dropped = reports.filter((uri) => held.has(keyOf(uri)) && !isWanted(uri)).flatMap(drop);
    const added = await loadAll(
      reports.filter((uri) => !held.has(keyOf(uri)) && isWanted(uri)),
      large,
    );
    if (large.length > 0) {
      const names = large.slice(0, NAMED).map((uri) => keyOf(uri).slice(folderKeyOf(folder).length));
      tell(
        l10n.t(
          "Too large to be compared with other reports, {0} in all: {1}",
          large.length,
          names.join(", "),
        ),
      );
    }
    return [...dropped, ...added];
  };

  /** Reads what a folder within one that is followed holds. */
  const readBelow = async (folder: string): Promise<readonly string[]> => {
    const found = await files.list(folder, readable, limits.files);
    const configured = await loadAll(found.filter((uri) => CONFIG.test(uri)));
    return [...configured, ...(await readReports(folder, found))];
  };

  const readFolder = async (folder: string): Promise<void> => {
    const found = await files.list(folder, readable, limits.files);
    if (found.length >= limits.files)
      tell(l10n.t("Only the first {0} files of this folder are compared with each other.", limits.files));
    await loadAll(found.filter((uri) => CONFIG.test(uri)));
    await readReports(folder, found);
  };

  const isFollowed = (uri: string): boolean =>
    CONFIG.test(uri)
      ? folderOf(keyOf(uri)) !== undefined || held.has(keyOf(uri))
      : folderOf(keyOf(uri)) !== undefined && isWanted(uri);

  return {
    ensure(uri, patterns) {
      const base = folderKeyOf(uri);
      const known = folders.get(base);
      const key = JSON.stringify(patterns);
      if (known?.patterns === key) return known.done;
      scope.setRoot(uri, patterns);
      const folder = known ?? { uri, patterns: key, isReady: false, done: Promise.resolve() };
      folder.patterns = key;
      folders.set(base, folder);
      folder.done = folder.done
        .then(() => readFolder(uri))
        .catch((error: unknown) => tell(l10n.t("This folder cannot be read: {0}", String(error))))
        .then(() => {
          folder.isReady = true;
          onAffected(openBelow(base));
        });
      return folder.done;
    },
    async ensureConfigs(folder, uri) {
      const wanted: string[] = [];
      for (
        let base = parentOf(uri);
        keyOf(`${base}/`).startsWith(folderKeyOf(folder));
        base = parentOf(base)
      ) {
        const config = `${base}/${configName}`;
        if (!held.has(keyOf(config))) wanted.push(config);
      }
      onAffected(await loadAll(wanted));
    },
    othersOf: (uri, index) => (isReady(uri) ? workspace.othersOf(uri, index) : {}),
    comparedWith: (uri, index) => (isReady(uri) ? workspace.comparedWith(uri, index) : []),
    previousOf: (agency, year, folder) => workspace.previousOf(agency, year, folder),
    reportFiles: () => workspace.reportFiles(),
    agencies: () => workspace.agencies(),
    async textOf(uri) {
      const reading = await files.read(uri, limits.size);
      return "text" in reading ? reading.text : undefined;
    },
    configOf(uri) {
      const key = keyOf(uri);
      let found = "";
      for (const base of configs.keys()) if (key.startsWith(base) && base.length > found.length) found = base;
      return configs.get(found);
    },
    faultsOf: (uri) => (isReady(uri) ? workspace.faultsOf(parentOf(uri)) : []),
    open(uri, parsed) {
      const key = keyOf(uri);
      opened.set(key, uri);
      turnOf(key);
      onAffected(workspace.set(uri, digestsOf(uri, parsed)));
    },
    async openConfig(uri, text) {
      const key = keyOf(uri);
      opened.set(key, uri);
      turnOf(key);
      onAffected(await configure(uri, text));
    },
    async close(uri) {
      if (!opened.delete(keyOf(uri))) return;
      const affected = isFollowed(uri) ? await load(uri) : drop(uri);
      onAffected(CONFIG.test(uri) && !isFollowed(uri) ? await configure(uri, undefined) : affected);
    },
    async changed(uri) {
      if (isFollowed(uri)) onAffected(await load(uri));
      else if (!readable.wants(keyOf(uri)) && folderOf(keyOf(uri)) !== undefined)
        onAffected(await readBelow(uri));
    },
    async deleted(uri) {
      const below = [...held].filter(([key]) => key.startsWith(folderKeyOf(uri)));
      const gone = [uri, ...below.map(([, one]) => one)].filter((one) => !opened.has(keyOf(one)));
      const affected = gone.flatMap(drop);
      for (const one of gone)
        if (CONFIG.test(keyOf(one))) affected.push(...(await configure(one, undefined)));
      onAffected(affected);
    },
  };
}

import type { MemberSum, OtherReports, ReportDigest } from "../rules/other-reports.ts";
import { agencyName } from "./agency.ts";
import { type Consolidation, createConsolidation, type MemberFault } from "./consolidation.ts";
import { sameDigests } from "./digest.ts";
import { folderKeyOf, keyOf } from "./file-system.ts";
import { createPredecessors } from "./predecessors.ts";

/** What a gouji.yaml says of how reports hang together; paths are relative to its folder. */
export interface FolderConfig {
  readonly consolidated: readonly { readonly report: string; readonly members: readonly string[] }[];
  /** Last year's report by this year's, where agency and year do not tell. */
  readonly previous: Readonly<Record<string, string>>;
}

/** What is wrong with a consolidated report as gouji.yaml has it. `index` is that of the entry. */
export type ConsolidationFault =
  | { readonly kind: "no-report"; readonly index: number; readonly report: string }
  | (MemberFault & { readonly index: number; readonly year: number });

/** Several reports held together. Knows digests, not texts; files by URI. */
export interface Workspace {
  /** A folder's gouji.yaml; undefined where it has none any more. Gives the files it may concern. */
  configure(folder: string, config: FolderConfig | undefined): readonly string[];
  /** A file as it is now. Gives the other files whose findings it may change; gouji.yaml is one, by its members. */
  set(uri: string, digests: readonly ReportDigest[]): readonly string[];
  /** A file that is no longer there. */
  delete(uri: string): readonly string[];
  /** A file that is there and cannot be read. */
  setUnread(uri: string): readonly string[];
  /** What to compare a report with, by its file and its index there. The same objects as long as nothing changed. */
  othersOf(uri: string, index: number): OtherReports;
  /**
   * An agency's report for the year before, for a report that is still to be written, in a folder. Only under the very
   * name: its figures go into the new one.
   */
  previousOf(agency: string, year: number, folder: string): ReportDigest | undefined;
  /** The files that hold a report. */
  reportFiles(): readonly string[];
  /** The agencies that have reports, those with the newest first, then by name. */
  agencies(): readonly string[];
  /** Whether any of a file's reports has others to be compared with. */
  hasOthers(uri: string): boolean;
  /** Whether a gouji.yaml names a file: as a member, or as last year's report. */
  isNamed(uri: string): boolean;
  faultsOf(folder: string): readonly ConsolidationFault[];
}

interface Folder {
  /** Ends in "/". */
  readonly base: string;
  /** The URI of its gouji.yaml. */
  readonly config: string;
  readonly consolidations: readonly { readonly report: string; readonly members: Consolidation }[];
  /** Keys of files by keys of files. */
  readonly previous: ReadonlyMap<string, string>;
}

export function createWorkspace(): Workspace {
  const files = new Map<string, { readonly uri: string; readonly digests: readonly ReportDigest[] }>();
  const unread = new Map<string, string>();
  const folders = new Map<string, Folder>();
  const predecessors = createPredecessors();

  const digestsAt = (key: string | undefined): readonly ReportDigest[] =>
    (key === undefined ? undefined : files.get(key)?.digests) ?? [];
  const uriOf = (key: string): readonly string[] => {
    const file = files.get(key);
    return file === undefined ? [] : [file.uri];
  };

  /** Each consolidated report that a file is a member of. */
  function* memberships(key: string): Generator<{ report: string; members: Consolidation; path: string }> {
    for (const { base, consolidations } of folders.values()) {
      if (!key.startsWith(base)) continue;
      const path = key.slice(base.length);
      for (const { report, members } of consolidations) {
        if (members.includes(path)) yield { report, members, path };
      }
    }
  }

  /** Files whose findings hang on a file by what gouji.yaml says. */
  function* configured(key: string): Generator<string> {
    for (const { base, config, consolidations, previous } of folders.values()) {
      const path = key.startsWith(base) ? key.slice(base.length) : undefined;
      for (const { report, members } of consolidations) {
        const isMember = path !== undefined && members.includes(path);
        if (isMember) yield* uriOf(report);
        if (isMember || report === key) yield config;
      }
      for (const [own, before] of previous) if (before === key) yield* uriOf(own);
    }
  }

  const replace = (uri: string, key: string, digests: readonly ReportDigest[]): readonly string[] => {
    const before = digestsAt(key);
    const wasUnread = unread.delete(key);
    if (sameDigests(before, digests) && !wasUnread) return [];
    const affected = new Set<string>();
    for (const digest of before) {
      for (const near of predecessors.near(digest)) affected.add(near);
      predecessors.remove(digest);
    }
    if (digests.length > 0) files.set(key, { uri, digests });
    else files.delete(key);
    for (const digest of digests) {
      predecessors.add(digest);
      for (const near of predecessors.near(digest)) affected.add(near);
    }
    for (const { members, path } of memberships(key)) {
      members.setUnread(path, false);
      members.set(path, digests);
    }
    for (const other of configured(key)) affected.add(other);
    affected.delete(uri);
    return [...affected];
  };

  const previousOf = (key: string, digest: ReportDigest): ReportDigest | undefined => {
    for (const { previous } of folders.values()) {
      const named = previous.get(key);
      if (named !== undefined) return onlyYearBefore(digestsAt(named), digest);
    }
    return predecessors.find(digest);
  };

  const membersOf = (key: string, digest: ReportDigest): MemberSum | undefined => {
    if (digest.year === undefined || digest !== digestsAt(key)[0]) return undefined;
    for (const { consolidations } of folders.values()) {
      const own = consolidations.find(({ report }) => report === key);
      if (own !== undefined) return own.members.sum(digest.year);
    }
    return undefined;
  };

  const othersOf = (key: string, digest: ReportDigest): OtherReports => {
    const previous = previousOf(key, digest);
    const members = membersOf(key, digest);
    return { ...(previous !== undefined && { previous }), ...(members !== undefined && { members }) };
  };

  return {
    configure(folder, config) {
      const base = folderKeyOf(folder);
      if (config === undefined) folders.delete(base);
      else folders.set(base, folderOf(folder, config));
      for (const [key, { digests }] of files) {
        for (const { members, path } of memberships(key)) members.set(path, digests);
      }
      for (const key of unread.keys())
        for (const { members, path } of memberships(key)) members.setUnread(path, true);
      return [...files].flatMap(([key, { uri }]) => (key.startsWith(base) ? [uri] : []));
    },
    set: (uri, digests) => replace(uri, keyOf(uri), digests),
    delete: (uri) => replace(uri, keyOf(uri), []),
    setUnread(uri) {
      const key = keyOf(uri);
      const affected = replace(uri, key, []);
      unread.set(key, uri);
      for (const { members, path } of memberships(key)) members.setUnread(path, true);
      return [...new Set([...affected, ...configured(key)])];
    },
    othersOf(uri, index) {
      const key = keyOf(uri);
      const digest = digestsAt(key).find((one) => one.index === index);
      return digest === undefined ? {} : othersOf(key, digest);
    },
    previousOf(agency, year, folder) {
      const wanted = { uri: `${folder}/`, index: 0, agency, year, figures: new Map(), paragraphs: [] };
      const found = predecessors.find(wanted);
      return found?.agency === agencyName(agency).name ? found : undefined;
    },
    reportFiles: () => [...files.values()].map(({ uri }) => uri),
    agencies() {
      const newest = new Map<string, number>();
      for (const { agency, year = 0 } of [...files.values()].flatMap(({ digests }) => digests)) {
        if (agency !== undefined) newest.set(agency, Math.max(year, newest.get(agency) ?? 0));
      }
      return [...newest].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, "zh")).map(([name]) => name);
    },
    hasOthers(uri) {
      const key = keyOf(uri);
      return digestsAt(key).some((digest) => Object.keys(othersOf(key, digest)).length > 0);
    },
    isNamed(uri) {
      const key = keyOf(uri);
      for (const _ of memberships(key)) return true;
      return [...folders.values()].some(({ previous }) => [...previous.values()].includes(key));
    },
    faultsOf(folder) {
      const found = folders.get(folderKeyOf(folder));
      return (found?.consolidations ?? []).flatMap(({ report, members }, index): ConsolidationFault[] => {
        const [own] = digestsAt(report);
        if (own === undefined) {
          const path = report.slice(found?.base.length);
          return [{ kind: "no-report", index, report: path }];
        }
        const { year } = own;
        return year === undefined ? [] : members.faults(year).map((fault) => ({ ...fault, index, year }));
      });
    },
  };
}

function folderOf(uri: string, { consolidated, previous }: FolderConfig): Folder {
  const base = folderKeyOf(uri);
  const keyIn = (path: string): string => base + path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  return {
    base,
    config: `${uri.replace(/\/$/, "")}/gouji.yaml`,
    consolidations: consolidated.map(({ report, members }) => ({
      report: keyIn(report),
      members: createConsolidation(keyIn(report).slice(base.length), members),
    })),
    previous: new Map(Object.entries(previous).map(([own, before]) => [keyIn(own), keyIn(before)])),
  };
}

/** Named by gouji.yaml, last year's report need not tell its agency; a year that it tells must fit. */
function onlyYearBefore(digests: readonly ReportDigest[], { year }: ReportDigest): ReportDigest | undefined {
  const fitting = digests.filter(
    (one) => one.year === undefined || year === undefined || one.year === year - 1,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

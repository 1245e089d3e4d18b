import type { MemberSum, OtherReports, ReportDigest } from "../rules/other-reports.ts";
import { agencyName } from "./agency.ts";
import { type ConfigFault, configFaults } from "./config-faults.ts";
import type { Consolidation } from "./consolidation.ts";
import { sameDigests } from "./digest.ts";
import { folderKeyOf, keyOf } from "./file-system.ts";
import { type Folder, type FolderConfig, folderOf, yearBefore } from "./folder.ts";
import { createPredecessors } from "./predecessors.ts";

export type { FolderConfig } from "./folder.ts";

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
  /** The reports that are compared with one: next year's, and the consolidated one that it is a member of. */
  comparedWith(uri: string, index: number): readonly ReportDigest[];
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
  /** What a folder's gouji.yaml says of reports and is not so. */
  faultsOf(folder: string): readonly ConfigFault[];
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

  /** Files whose findings hang on a file by what gouji.yaml says; on whether it is there, and for which year, more do. */
  function* configured(key: string, isOther: boolean): Generator<string> {
    for (const { base, uri, consolidations, previous } of folders.values()) {
      const path = key.startsWith(base) ? key.slice(base.length) : undefined;
      for (const { report, members } of consolidations) {
        const isMember = path !== undefined && members.includes(path);
        if (isMember) yield* uriOf(report);
        if (isMember || report === key) yield uri;
      }
      for (const { own, before } of previous.values()) {
        if (before === key) yield* uriOf(own);
        if (isOther && (before === key || own === key)) yield uri;
      }
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
    const isOther = wasUnread || yearsOf(before) !== yearsOf(digests);
    for (const other of configured(key, isOther)) affected.add(other);
    affected.delete(uri);
    return [...affected];
  };

  const previousOf = (key: string, digest: ReportDigest): ReportDigest | undefined => {
    for (const { previous } of folders.values()) {
      const named = previous.get(key)?.before;
      if (named !== undefined) return yearBefore(digestsAt(named), digest);
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
      return [...new Set([...affected, ...configured(key, true)])];
    },
    othersOf(uri, index) {
      const key = keyOf(uri);
      const digest = digestsAt(key).find((one) => one.index === index);
      return digest === undefined ? {} : othersOf(key, digest);
    },
    comparedWith(uri, index) {
      const own = digestsAt(keyOf(uri)).find((one) => one.index === index);
      const isCompared = ({ previous, members }: OtherReports): boolean =>
        own !== undefined && (previous === own || members?.members.includes(own) === true);
      return [...files].flatMap(([key, { digests }]) =>
        digests.filter((digest) => isCompared(othersOf(key, digest))),
      );
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
      return [...folders.values()].some(({ previous }) =>
        [...previous.values()].some(({ before }) => before === key),
      );
    },
    faultsOf(folder) {
      const found = folders.get(folderKeyOf(folder));
      return found === undefined ? [] : configFaults(found, digestsAt, (key) => unread.has(key));
    },
  };
}

function yearsOf(digests: readonly ReportDigest[]): string {
  return digests.map(({ year }) => year).join();
}

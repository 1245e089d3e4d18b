import type { MemberSum, ReportDigest } from "../rules/other-reports.ts";
import { createEntries } from "./entries.ts";
import { matcherOf } from "./glob.ts";
import {
  differ,
  type Held,
  type HeldYear,
  type Member,
  type MemberFault,
  memberFaults,
} from "./member-faults.ts";
import { createRunningSum, type RunningSum } from "./member-sum.ts";

/** The members of one consolidated report, as gouji.yaml names them, added up year by year. */
export interface Consolidation {
  /** Whether a file, by its path from the folder of gouji.yaml, may hold a member's report. */
  includes(path: string): boolean;
  /** The reports of a member's file as they are now; none where it is gone. */
  set(path: string, digests: readonly ReportDigest[]): void;
  /** A member's file that is there and could not be read, or can be again. */
  setUnread(path: string, isUnread: boolean): void;
  /** The members' sums for a year; undefined where two reports of one member differ, or there is no member. */
  sum(year: number): MemberSum | undefined;
  faults(year: number): readonly MemberFault[];
}

/** One year's members: of several copies of a report one counts. */
interface Year extends HeldYear {
  readonly sum: RunningSum;
  readonly byAgency: Map<string, Member[]>;
  readonly byEntry: Map<number, number>;
  snapshot?: MemberSum | undefined;
}

export function createConsolidation(report: string, patterns: readonly string[]): Consolidation {
  const fitting = createEntries(patterns);
  const isReport = matcherOf(report);
  const files = new Map<string, readonly ReportDigest[]>();
  const unread = new Set<string>();
  const years = new Map<number, Year>();

  const entryOf = (path: string): number => (isReport(path) ? undefined : fitting(path)[0]) ?? -1;

  const change = (path: string, digest: ReportDigest, isThere: boolean): void => {
    if (digest.year === undefined) return;
    const year: Year = years.get(digest.year) ?? {
      sum: createRunningSum(),
      byAgency: new Map(),
      byEntry: new Map(),
    };
    years.set(digest.year, year);
    year.snapshot = undefined;
    for (const entry of fitting(path))
      year.byEntry.set(entry, (year.byEntry.get(entry) ?? 0) + (isThere ? 1 : -1));
    const key = digest.agency ?? `${path}#${digest.index}`;
    const copies = year.byAgency.get(key) ?? [];
    const [before] = copies;
    const after = isThere
      ? [...copies, { path, digest }].sort(byPath)
      : copies.filter((copy) => copy.digest !== digest);
    if (after.length > 0) year.byAgency.set(key, after);
    else year.byAgency.delete(key);
    const [now] = after;
    if (now === before) return;
    if (before !== undefined) year.sum.subtract(before.digest);
    if (now !== undefined) year.sum.add(now.digest);
  };

  const held: Held = { patterns, isReport, entryOf, files, unread, years };
  const faults = (year: number): readonly MemberFault[] => memberFaults(held, year);

  return {
    includes: (path) => entryOf(path) >= 0,
    set(path, digests) {
      const before = files.get(path) ?? [];
      for (const digest of before) change(path, digest, false);
      for (const digest of digests) change(path, digest, true);
      if (digests.length > 0) files.set(path, digests);
      else files.delete(path);
      for (const year of years.values()) year.snapshot = undefined;
    },
    setUnread(path, isUnread) {
      if (isUnread) unread.add(path);
      else unread.delete(path);
      for (const year of years.values()) year.snapshot = undefined;
    },
    sum(wanted) {
      const year = years.get(wanted);
      if (year === undefined || year.byAgency.size === 0) return undefined;
      const copies = [...year.byAgency.values()];
      if (copies.some(differ)) return undefined;
      year.snapshot ??= snapshotOf(year, faults(wanted).length === 0);
      return year.snapshot;
    },
    faults,
  };
}

function snapshotOf({ sum, byAgency }: Year, isWhole: boolean): MemberSum {
  const cells = sum.snapshot();
  const members = [...byAgency.values()].flatMap(([first]) => first?.digest ?? []);
  return { isWhole, members, sumOf: (name) => cells.get(name) };
}

function byPath(a: Member, b: Member): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.digest.index - b.digest.index;
}

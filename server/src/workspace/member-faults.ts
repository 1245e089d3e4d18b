import type { TableId } from "../forms/form.ts";
import type { ReportDigest } from "../rules/other-reports.ts";
import { agencyName } from "./agency.ts";
import { sameFigures } from "./digest.ts";
import { isPattern, type Matcher } from "./glob.ts";

/** What keeps the members from being added up. `entry` is the index in the list of members. */
export type MemberFault =
  | {
      readonly kind: "missing";
      readonly entry: number;
      readonly pattern: string;
      readonly isPattern: boolean;
    }
  /** A member with a report for another year and none for this one. */
  | { readonly kind: "absent"; readonly entry: number; readonly agency: string; readonly other: number }
  /** The consolidated report names itself. */
  | { readonly kind: "itself"; readonly entry: number; readonly path: string }
  | { readonly kind: "unread"; readonly entry: number; readonly path: string }
  | { readonly kind: "yearless"; readonly entry: number; readonly path: string }
  | {
      readonly kind: "tableless";
      readonly entry: number;
      readonly path: string;
      readonly tables: readonly TableId[];
    }
  | {
      readonly kind: "twice";
      readonly entry: number;
      readonly agency: string;
      readonly paths: readonly string[];
    };

export interface Member {
  readonly path: string;
  readonly digest: ReportDigest;
}

/** Members' reports as a consolidation holds them. */
export interface Held {
  readonly patterns: readonly string[];
  readonly isReport: Matcher;
  /** The first entry that leads to a path, -1 where none does. */
  readonly entryOf: (path: string) => number;
  readonly files: ReadonlyMap<string, readonly ReportDigest[]>;
  readonly unread: ReadonlySet<string>;
  readonly years: ReadonlyMap<number, HeldYear>;
}

export interface HeldYear {
  /** Of several copies of a report the first counts. */
  readonly byAgency: ReadonlyMap<string, readonly Member[]>;
  /** How many reports each entry of the list of members leads to. */
  readonly byEntry: ReadonlyMap<number, number>;
}

export function memberFaults(held: Held, year: number): readonly MemberFault[] {
  const { patterns, isReport, entryOf, files, unread, years } = held;
  const found: MemberFault[] = [];
  for (const path of unread) found.push({ kind: "unread", entry: entryOf(path), path });
  for (const [path, digests] of files) {
    if (digests.some((one) => one.year === undefined))
      found.push({ kind: "yearless", entry: entryOf(path), path });
  }
  const told = new Set(found.map(({ entry }) => entry));
  for (const [entry, pattern] of patterns.entries()) {
    if (!isPattern(pattern) && isReport(pattern)) found.push({ kind: "itself", entry, path: pattern });
    else if ((years.get(year)?.byEntry.get(entry) ?? 0) === 0 && !(told.has(entry) && !isPattern(pattern)))
      found.push({ kind: "missing", entry, pattern, isPattern: isPattern(pattern) });
  }
  found.push(...absent(held, year, new Set(found.map(({ entry }) => entry))));
  for (const [agency, copies] of years.get(year)?.byAgency ?? []) {
    const [first] = copies;
    const tables = first?.digest.lacks;
    if (first !== undefined && tables !== undefined)
      found.push({ kind: "tableless", entry: entryOf(first.path), path: first.path, tables });
    if (!differ(copies)) continue;
    const paths = copies.map(({ path }) => path);
    found.push({ kind: "twice", entry: entryOf(paths.at(-1) ?? ""), agency, paths });
  }
  return found;
}

/**
 * Members that had a report last year and have none this year; also those of a year that few have reports for, which
 * is likelier a slip in a title than a year. Entries already spoken of are left alone.
 */
function* absent({ years, entryOf }: Held, year: number, told: ReadonlySet<number>): Generator<MemberFault> {
  const present = years.get(year)?.byAgency;
  if (present === undefined || present.size === 0) return;
  const stems = new Set([...present.keys()].map((name) => agencyName(name).stem));
  for (const [other, { byAgency }] of years) {
    if (other !== year - 1 && (other === year || 2 * byAgency.size > present.size)) continue;
    for (const [agency, [member]] of byAgency) {
      if (member?.digest.agency === undefined || stems.has(agencyName(agency).stem)) continue;
      const entry = entryOf(member.path);
      if (!told.has(entry)) yield { kind: "absent", entry, agency, other };
      stems.add(agencyName(agency).stem);
    }
  }
}

export function differ([first, ...others]: readonly Member[]): boolean {
  return others.some(({ digest }) => first !== undefined && !sameFigures(first.digest, digest));
}

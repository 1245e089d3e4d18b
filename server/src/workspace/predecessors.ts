import type { ReportDigest } from "../rules/other-reports.ts";
import { type AgencyName, agencyName, mayBeSame } from "./agency.ts";
import { sameFigures } from "./digest.ts";
import { lieApart } from "./whereabouts.ts";

/** The reports of a workspace by agency and year. */
export interface Predecessors {
  add(digest: ReportDigest): void;
  remove(digest: ReportDigest): void;
  /** The report of the same agency for the year before; undefined where none or more than one may be it. */
  find(digest: ReportDigest): ReportDigest | undefined;
  /** Files whose reports' predecessors a report may change by coming or going. */
  near(digest: ReportDigest): readonly string[];
}

interface Entry extends AgencyName {
  readonly digest: ReportDigest;
}

export function createPredecessors(): Predecessors {
  const buckets = new Map<string, Set<Entry>>();
  const entries = new Map<ReportDigest, Entry>();

  const keyOf = (year: number, stem: string): string => `${year} ${stem}`;
  const bucketOf = (year: number, stem: string): Iterable<Entry> => buckets.get(keyOf(year, stem)) ?? [];
  const identify = (digest: ReportDigest): Entry | undefined =>
    digest.agency === undefined || digest.year === undefined
      ? undefined
      : { ...agencyName(digest.agency), digest };

  return {
    add(digest) {
      const entry = identify(digest);
      if (entry === undefined || digest.year === undefined) return;
      const key = keyOf(digest.year, entry.stem);
      const bucket = buckets.get(key) ?? new Set();
      buckets.set(key, bucket.add(entry));
      entries.set(digest, entry);
    },
    remove(digest) {
      const entry = entries.get(digest);
      if (entry === undefined || digest.year === undefined) return;
      entries.delete(digest);
      const key = keyOf(digest.year, entry.stem);
      const bucket = buckets.get(key);
      bucket?.delete(entry);
      if (bucket?.size === 0) buckets.delete(key);
    },
    find(digest) {
      const own = identify(digest);
      if (own === undefined || digest.year === undefined) return undefined;
      const { year } = digest;
      const before = [...bucketOf(year - 1, own.stem)].filter((one) => mayPrecede(one, own));
      const exact = before.filter(({ name }) => name === own.name);
      if (exact.length > 0) return oneOf(exact, digest.uri);
      // What goes on under its own name this year is not the past of another.
      const taken = new Set([...bucketOf(year, own.stem)].map(({ name }) => name));
      const free = before.filter(({ name }) => !taken.has(name));
      const whole = free.filter(({ core }) => core === own.core);
      const [first, ...others] = whole.length > 0 ? whole : free;
      if (first === undefined || others.some(({ name }) => name !== first.name)) return undefined;
      // A part of a name may be anybody's: there is a 城关镇 in every other county.
      const isSought = (one: Entry): boolean => one.core !== own.core && mayBeSame(one, first);
      if (whole.length === 0 && [...bucketOf(year, own.stem)].some(isSought)) return undefined;
      return oneOf([first, ...others], digest.uri);
    },
    near(digest) {
      const own = identify(digest);
      if (own === undefined || digest.year === undefined) return [];
      const uris: string[] = [];
      for (const year of [digest.year, digest.year + 1]) {
        for (const one of bucketOf(year, own.stem)) uris.push(one.digest.uri);
      }
      return uris;
    },
  };
}

function mayPrecede(a: Entry, b: Entry): boolean {
  const located = ({ name, digest: { uri } }: Entry): { name: string; uri: string } => ({ name, uri });
  return mayBeSame(a, b) && !lieApart(located(a), located(b), a.core !== b.core);
}

/** Of several copies of one report the one that lies nearest; of some as near, any, where they say the same. */
function oneOf(entries: readonly Entry[], uri: string): ReportDigest | undefined {
  const copies = entries.map(({ digest }) => ({ digest, steps: stepsBetween(digest.uri, uri) }));
  const least = Math.min(...copies.map(({ steps }) => steps));
  const [first, ...others] = copies
    .filter(({ steps }) => steps === least)
    .map(({ digest }) => digest)
    .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.index - b.index));
  return first !== undefined && others.every((other) => sameFigures(first, other)) ? first : undefined;
}

/** Folders to leave and to enter on the way from one file to another. */
function stepsBetween(from: string, to: string): number {
  const [a, b] = [from.split("/"), to.split("/")];
  let shared = 0;
  while (shared < a.length - 1 && shared < b.length - 1 && a[shared] === b[shared]) shared++;
  return a.length + b.length - 2 * shared;
}

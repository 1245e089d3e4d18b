import type { ReportDigest } from "../rules/other-reports.ts";
import { type Consolidation, createConsolidation } from "./consolidation.ts";
import { folderKeyOf } from "./file-system.ts";

/** What a gouji.yaml says of how reports hang together; paths are relative to its folder. */
export interface FolderConfig {
  readonly consolidated: readonly { readonly report: string; readonly members: readonly string[] }[];
  /** Last year's report by this year's, where agency and year do not tell. */
  readonly previous: Readonly<Record<string, string>>;
}

/** A folder with a gouji.yaml. Files by their keys. */
export interface Folder {
  /** Ends in "/". */
  readonly base: string;
  /** The URI of its gouji.yaml. */
  readonly uri: string;
  readonly consolidations: readonly FolderConsolidation[];
  /** By the key of this year's report. */
  readonly previous: ReadonlyMap<string, NamedPrevious>;
}

/** A consolidated report with all entries of gouji.yaml that name it together. */
export interface FolderConsolidation {
  readonly report: string;
  readonly members: Consolidation;
  /** Which entry of `consolidated` and which of its `members` each pattern stands at. */
  readonly entries: readonly (readonly [entry: number, member: number])[];
}

export interface NamedPrevious {
  readonly own: string;
  readonly before: string;
  /** As gouji.yaml has them. */
  readonly written: readonly [own: string, before: string];
}

export function folderOf(uri: string, { consolidated, previous }: FolderConfig): Folder {
  const base = folderKeyOf(uri);
  const keyIn = (path: string): string => base + path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  const byReport = new Map<string, { pattern: string; entry: readonly [number, number] }[]>();
  for (const [index, { report, members }] of consolidated.entries()) {
    const named = members.map((pattern, member) => ({ pattern, entry: [index, member] as const }));
    byReport.set(keyIn(report), [...(byReport.get(keyIn(report)) ?? []), ...named]);
  }
  return {
    base,
    uri: `${uri.replace(/\/$/, "")}/gouji.yaml`,
    consolidations: [...byReport].map(([report, named]) => ({
      report,
      members: createConsolidation(
        report.slice(base.length),
        named.map(({ pattern }) => pattern),
      ),
      entries: named.map(({ entry }) => entry),
    })),
    previous: new Map(
      Object.entries(previous).map(([own, before]) => [
        keyIn(own),
        { own: keyIn(own), before: keyIn(before), written: [own, before] },
      ]),
    ),
  };
}

/** Named by gouji.yaml, last year's report need not tell its agency; a year that it tells must fit. */
export function yearBefore(
  digests: readonly ReportDigest[],
  { year }: ReportDigest,
): ReportDigest | undefined {
  const fitting = digests.filter(
    (one) => one.year === undefined || year === undefined || one.year === year - 1,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

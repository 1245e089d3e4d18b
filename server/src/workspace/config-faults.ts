import type { ReportDigest } from "../rules/other-reports.ts";
import { type Folder, type NamedPrevious, yearBefore } from "./folder.ts";
import type { MemberFault } from "./member-faults.ts";

/** Keys and indices that lead to a value of gouji.yaml: consolidated, 0, members, 2. */
export type ConfigPath = readonly (string | number)[];

/** Something that a gouji.yaml says of reports and that is not so, with the value that says it. */
export type ConfigFault = (NoReport | (MemberFault & { readonly year: number }) | PreviousFault) & {
  readonly at: ConfigPath;
};

/** Nothing is there to be compared: no consolidated report, or no report to have a last year's. */
export type NoReport = {
  readonly kind: "no-report" | "no-own";
  readonly report: string;
  /** Where the key, not the value, is at fault. */
  readonly isKey?: true;
};

/** Why a report that is named as last year's is not compared with. */
export type PreviousFault =
  | { readonly kind: "previous-itself" | "previous-gone" | "previous-unread"; readonly file: string }
  | {
      readonly kind: "previous-year";
      readonly file: string;
      /** The years of its reports. */
      readonly years: readonly number[];
      readonly wanted: number;
    };

type DigestsAt = (key: string) => readonly ReportDigest[];

export function configFaults(
  folder: Folder,
  digestsAt: DigestsAt,
  isUnread: (key: string) => boolean,
): readonly ConfigFault[] {
  return [
    ...consolidationFaults(folder, digestsAt),
    ...[...folder.previous.values()].flatMap((named) => [...previousFaults(named, digestsAt, isUnread)]),
  ];
}

function* consolidationFaults(
  { base, consolidations }: Folder,
  digestsAt: DigestsAt,
): Generator<ConfigFault> {
  for (const { report, members, entries } of consolidations) {
    const [own] = digestsAt(report);
    const [first = 0] = entries[0] ?? [];
    if (own === undefined) {
      yield {
        kind: "no-report",
        report: report.slice(base.length),
        at: ["consolidated", first, "report"],
      };
    } else if (own.year !== undefined) {
      const { year } = own;
      for (const fault of members.faults(year)) {
        const [entry, member] = entries[Math.max(fault.entry, 0)] ?? [first, 0];
        yield { ...fault, year, at: ["consolidated", entry, "members", member] };
      }
    }
  }
}

function* previousFaults(
  { own, before, written: [ownPath, file] }: NamedPrevious,
  digestsAt: DigestsAt,
  isUnread: (key: string) => boolean,
): Generator<ConfigFault> {
  const at = ["previous", ownPath];
  const reports = digestsAt(own);
  const last = digestsAt(before);
  const [first] = reports;
  if (own === before) yield { kind: "previous-itself", file, at };
  else if (first === undefined) yield { kind: "no-own", report: ownPath, isKey: true, at };
  else if (isUnread(before)) yield { kind: "previous-unread", file, at };
  else if (last.length === 0) yield { kind: "previous-gone", file, at };
  else if (reports.every((report) => yearBefore(last, report) === undefined)) {
    const years = last.flatMap(({ year }) => year ?? []);
    if (first.year !== undefined && years.length > 0 && !years.includes(first.year - 1))
      yield { kind: "previous-year", file, years, wanted: first.year - 1, at };
  }
}

import type { FileResult } from "./check-file.ts";
import type { SummaryJson } from "./json.ts";

/** Adds up what a run found. */
export interface Tally {
  add(result: FileResult): void;
  summary(): SummaryJson;
}

/** `now` in milliseconds; the time between making the tally and asking for the summary is the run's. */
export function createTally(now: () => number): Tally {
  const start = now();
  const counts = {
    files: 0,
    reports: 0,
    errors: 0,
    warnings: 0,
    informations: 0,
    hints: 0,
    relations: 0,
    holding: 0,
  };
  return {
    add({ file, reports, relations }) {
      counts.files++;
      counts.reports += reports;
      counts.relations += relations.relations;
      counts.holding += relations.holding;
      for (const { severity } of file.diagnostics) counts[`${severity}s`]++;
    },
    summary: () => ({ ...counts, milliseconds: Math.round(now() - start) }),
  };
}

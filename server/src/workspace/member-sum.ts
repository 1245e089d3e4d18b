import type { CellSum, ReportDigest } from "../rules/other-reports.ts";

/** Sums of figures by name, kept up by adding and taking away one report at a time. */
export interface RunningSum {
  add(digest: ReportDigest): void;
  subtract(digest: ReportDigest): void;
  /** The sums as they are now; later changes leave them as they are. */
  snapshot(): ReadonlyMap<string, CellSum>;
}

const NOTHING: CellSum = { sum: 0n, known: 0, rounding: 0n };

export function createRunningSum(): RunningSum {
  const cells = new Map<string, CellSum>();
  const change = (digest: ReportDigest, sign: 1 | -1): void => {
    for (const [name, { value, rounding = 0n }] of digest.figures) {
      if (value === null) continue;
      const before = cells.get(name) ?? NOTHING;
      cells.set(name, {
        sum: before.sum + BigInt(sign) * value,
        known: before.known + sign,
        rounding: before.rounding + BigInt(sign) * rounding,
      });
    }
  };
  return {
    add: (digest) => change(digest, 1),
    subtract: (digest) => change(digest, -1),
    snapshot: () => new Map(cells),
  };
}

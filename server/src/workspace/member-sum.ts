import type { CellSum, FigureDigest, ReportDigest } from "../rules/other-reports.ts";
import type { MoneyUnit } from "../text/money.ts";

/** Sums of figures by name, kept up by adding and taking away one report at a time. */
export interface RunningSum {
  add(digest: ReportDigest): void;
  subtract(digest: ReportDigest): void;
  /** The sums as they are now; later changes leave them as they are. */
  snapshot(): ReadonlyMap<string, CellSum>;
}

/** Sums in the making. What is 0 is 0 in any unit. */
interface Running {
  readonly cell: CellSum;
  /** How many figures, not 0, tell their unit, and how many do not. */
  readonly withUnit: number;
  readonly without: number;
  /** How many their own tables prove wrong. */
  readonly doubted: number;
}

const NOTHING: Running = { cell: { sum: 0n, known: 0, rounding: 0n }, withUnit: 0, without: 0, doubted: 0 };

export function createRunningSum(): RunningSum {
  const cells = new Map<string, Running>();
  const units = new Map<string, MoneyUnit>();
  const change = (digest: ReportDigest, sign: 1 | -1): void => {
    for (const [name, figure] of digest.figures) {
      if (figure.value === null) continue;
      cells.set(name, changed(cells.get(name) ?? NOTHING, figure, figure.value, sign));
      if (figure.unit !== undefined) units.set(name, figure.unit);
    }
  };
  return {
    add: (digest) => change(digest, 1),
    subtract: (digest) => change(digest, -1),
    snapshot: () => {
      const sums = new Map<string, CellSum>();
      for (const [name, { cell, withUnit, without, doubted }] of cells) {
        const unit = withUnit > 0 ? units.get(name) : undefined;
        if (withUnit > 0 && without > 0) continue;
        const isPlain = unit === undefined && doubted === 0;
        sums.set(name, isPlain ? cell : { ...cell, ...(unit && { unit }), ...(doubted > 0 && { doubted }) });
      }
      return sums;
    },
  };
}

function changed(
  { cell, withUnit, without, doubted }: Running,
  { rounding = 0n, unit, meant }: FigureDigest,
  value: bigint,
  sign: 1 | -1,
): Running {
  const counts = value === 0n ? 0 : sign;
  return {
    cell: {
      sum: cell.sum + BigInt(sign) * value,
      known: cell.known + sign,
      rounding: cell.rounding + BigInt(sign) * rounding,
    },
    withUnit: withUnit + (unit === undefined ? 0 : counts),
    without: without + (unit === undefined ? counts : 0),
    doubted: doubted + (meant === undefined ? 0 : sign),
  };
}

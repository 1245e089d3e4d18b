import type { Decimal } from "../text/decimal.ts";
import { readingsOf } from "./readings.ts";
import type { FoundCell } from "./report.ts";

/** The figures of one group of 表四. */
export interface DealtGroup {
  readonly cells: readonly FoundCell[];
  /** False where the figures before it may be one too few or too many. */
  readonly sure: boolean;
}

/**
 * Deals the figures of the one row of 表四 out to its groups. With a figure too few or too many, the group it
 * belongs to is the one that lets the others add up; where there is none such, or several, nothing is sure but
 * what is the same in all of them.
 */
export function dealGroups(all: readonly FoundCell[], width: number, groups: number): DealtGroup[] {
  const extra = all.length - width * groups;
  const deal = (odd: number): (readonly FoundCell[])[] =>
    Array.from({ length: groups }, (_, group) => {
      const end = group === groups - 1 ? undefined : (group + 1) * width + (group >= odd ? extra : 0);
      return all.slice(group * width + (group > odd ? extra : 0), end);
    });
  const last = deal(groups - 1);
  if (extra === 0) return last.map((cells) => ({ cells, sure: true }));
  if (Math.abs(extra) > 1) return last.map((cells) => ({ cells, sure: false }));
  const fitting = Array.from({ length: groups }, (_, group) => deal(group)).filter((dealt) =>
    dealt.every((cells) => mayAddUp(cells, width)),
  );
  return (fitting[0] ?? last).map((cells, group) => ({
    cells,
    sure: fitting.length > 0 && fitting.every((dealt) => isSame(dealt[group] ?? [], cells)),
  }));
}

/** Whether a group adds up in some reading, its total being there. */
function mayAddUp(cells: readonly FoundCell[], width: number): boolean {
  return readingsOf(cells, width).some(({ values, cells: read }) => {
    const sum = values.slice(0, -1).reduce<Decimal>((total, value) => total + (value ?? 0n), 0n);
    return read.at(-1) !== undefined && sum === values.at(-1) && values.every((value) => (value ?? 0n) >= 0n);
  });
}

function isSame(a: readonly FoundCell[], b: readonly FoundCell[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index]);
}

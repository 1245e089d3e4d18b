import type { Decimal } from "../text/decimal.ts";
import { type Misfit, placeColumns } from "./columns.ts";
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

/** How far the last figure of each row is from the sum of the others. */
export function rowFit(values: ReadonlyMap<string, readonly (Decimal | null)[]>): Misfit {
  let columns = 0;
  let amount: Decimal = 0n;
  let complete = true;
  for (const row of values.values()) {
    const total = row.at(-1);
    if (total == null || row.includes(null)) {
      complete = false;
      continue;
    }
    const excess = row.slice(0, -1).reduce<Decimal>((sum, value) => sum + (value ?? 0n), 0n) - total;
    if (excess === 0n && row.every((value) => (value ?? 0n) >= 0n)) continue;
    columns++;
    amount += excess < 0n ? -excess : excess;
  }
  return { columns, amount, complete };
}

/** Whether a group adds up in some reading, its total being there. */
function mayAddUp(cells: readonly FoundCell[], width: number): boolean {
  const row = placeColumns(new Map([["", cells]]), width, rowFit).get("")?.cells ?? [];
  const values = row.map((cell) => (cell === undefined || cell.kind === "blank" ? 0n : cell.value));
  const sum = values.slice(0, -1).reduce<Decimal>((total, value) => total + (value ?? 0n), 0n);
  const total = values.at(-1) ?? 0n;
  return row.includes(undefined) ? row.at(-1) !== undefined && sum <= total : sum === total;
}

function isSame(a: readonly FoundCell[], b: readonly FoundCell[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index]);
}

import { leavesOf } from "./leaves.ts";
import { type Candidate, fits, isTelling } from "./promised-sum.ts";
import type { Rows } from "./row-readings.ts";

/** Where more columns are wrong, no grouping makes them right. */
const MOST_WRONG = 5;

/**
 * Readings of the rows that their values show: some are the sums of others beside them, and the total counts nothing
 * twice. Rows are grouped in all columns alike, so that no grouping is one that leaves a column wrong which is right
 * without it. undefined where it cannot be told whether there is one.
 *
 * @param plain each column with all of the rows as its one reading.
 * @param known the columns with the readings that the labels show.
 */
export function groupingsOf(
  plain: readonly Candidate[],
  known: readonly Candidate[],
  parts: Rows,
): readonly Rows[] | undefined {
  const isRight = (one: Candidate): boolean =>
    [...one.readings, ...one.excuses].some((reading) => fits(one, reading));
  const right = new Set(known.filter((one) => isRight(one) && isTelling(one)).map(({ line }) => line));
  const found: Rows[] = [];
  for (const one of known.filter((candidate) => !isRight(candidate)).slice(0, MOST_WRONG)) {
    const values = plain.find(({ line }) => line === one.line)?.readings[0] ?? [];
    const leaves = leavesOf(
      values.map(({ value }) => value ?? 0n),
      one.total.value ?? 0n,
      one.tolerance,
    );
    if (leaves === undefined) continue;
    const isOfAll = plain.every(
      (other) =>
        !right.has(other.line) ||
        fits(
          other,
          leaves.flatMap((at) => other.readings[0]?.[at] ?? []),
        ),
    );
    if (leaves.length === 0 && right.size === 0) return undefined;
    if (leaves.length > 0 && isOfAll) found.push(leaves.flatMap((at) => parts[at] ?? []));
  }
  return found;
}

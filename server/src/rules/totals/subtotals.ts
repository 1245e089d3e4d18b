import { candidateDown } from "./candidate-down.ts";
import type { PlainRow, PlainTable } from "./plain-table.ts";
import { type Candidate, fits, type PromisedSum, seriesOf } from "./promised-sum.ts";
import { isGroup, type Rows } from "./row-readings.ts";

/** A list with more of them, or one with so many rows, is none that somebody adds up by hand. */
const MOST_SUBTOTALS = 50;
const MOST_PARTS = 40;

/** Each subtotal adds up the rows since the one before it or, where the first row is one, those down to the next. */
export function subtotals(
  table: PlainTable,
  columns: readonly number[],
  parts: Rows,
): readonly PromisedSum[] {
  const ends = parts.flatMap((row, index) => (isGroup(row) ? [index] : []));
  const isAhead = ends[0] === 0;
  if (ends.length === 0 || ends.length > MOST_SUBTOTALS || (isAhead && ends.at(-1) === parts.length - 1))
    return [];
  const candidates = ends.flatMap((index, order) => {
    const row = parts[index];
    // The nearest first.
    const run = isAhead
      ? parts.slice(index + 1, ends[order + 1])
      : parts.slice((ends[order - 1] ?? -1) + 1, index).reverse();
    const soFar = parts.slice(0, index).filter((one) => !isGroup(one));
    if (row === undefined || run.length === 0 || run.length > MOST_PARTS) return [];
    return candidatesOf(table, columns, row, run, soFar);
  });
  const { sums, failing, proofs } = seriesOf(candidates);
  return failing <= proofs ? sums : sums.filter(({ holds }) => holds);
}

/** A subtotal in all columns. Rows far from it may be in no group at all, as several columns then show. */
function candidatesOf(
  table: PlainTable,
  columns: readonly number[],
  row: PlainRow,
  run: Rows,
  soFar: Rows,
): readonly Candidate[] {
  const read = (rows: Rows, excuses: readonly Rows[] = []): readonly Candidate[] =>
    columns.flatMap((column) => candidateDown(table, column, row, [rows], excuses, 1));
  const whole = read(run);
  const right = countRight(whole);
  if (right === whole.length) return whole;
  const shorter = run
    .slice(1)
    .map((_, index) => run.slice(0, index + 1))
    .map((rows) => ({ rows, right: countRight(read(rows)) }))
    .filter((one) => one.right > 0)
    .sort((a, b) => b.right - a.right);
  const [best] = shorter;
  // Rows are grouped in all columns alike.
  if (best !== undefined && right > best.right) return read(run, [soFar]);
  const isShorter = best !== undefined && best.right > Math.max(1, right);
  return read(isShorter ? best.rows : run, [...shorter.map(({ rows }) => rows), soFar]);
}

function countRight(candidates: readonly Candidate[]): number {
  return candidates.filter((one) => fits(one, one.readings[0] ?? [])).length;
}

import {
  isAmount,
  isBeside,
  isNoPart,
  isPlainTotal,
  isTotal,
  promisesSum,
} from "../../relations/label-words.ts";
import { candidateDown, labelOf } from "./candidate-down.ts";
import { groupingsOf } from "./groupings.ts";
import type { PlainTable } from "./plain-table.ts";
import { type Candidate, isPlain, type PromisedSum, seriesOf } from "./promised-sum.ts";
import { isGroup, type Rows, readingsOf } from "./row-readings.ts";
import { subtotals } from "./subtotals.ts";

/** What is left over at the end of a period: of many periods only the last is left over at the end of all. */
const LEFT_OVER = /结转|剩余|在办|未办|未结|待办|现有|现行/;
const PERIOD = /\d年|[\d一二三四五六七八九十]月|季度|半年|\d日/;

/** What the total row of a table, and the subtotals in it, promise of its columns, as far as others bear it out. */
export function sumsDown(table: PlainTable): readonly PromisedSum[] {
  const { rows } = table;
  const totalRow = [rows.at(-1), rows[0]].find((row) => row?.labels.some(isTotal));
  // A total in the middle adds up nobody knows what.
  if (totalRow === undefined || !isPlainTotal(labelOf(totalRow))) return [];
  const all = rows.filter((row) => row !== totalRow);
  const parts = all.filter(({ labels }) => !labels.some(isBeside));
  if (parts.some(({ labels }) => labels.some(isNoPart))) return [];
  const columns = columnsOf(table, parts);
  const isListed = parts.length < all.length || parts.some(isGroup);
  const candidates = (readings: readonly Rows[]): readonly Candidate[] =>
    columns.flatMap((column) => candidateDown(table, column, totalRow, readings, isListed ? [all] : []));
  return [...totals(candidates, parts), ...subtotals(table, columns, parts)];
}

function columnsOf({ columns, heads }: PlainTable, parts: Rows): readonly number[] {
  const arePeriods = parts.every(({ labels }) => labels.some((text) => PERIOD.test(text)));
  return columns.filter((column) => {
    const head = (heads[column] ?? []).join("");
    return isAmount(head) && promisesSum(head) && !(arePeriods && LEFT_OVER.test(head));
  });
}

function totals(
  candidates: (readings: readonly Rows[]) => readonly Candidate[],
  parts: Rows,
): readonly PromisedSum[] {
  const readings = readingsOf(parts);
  const groupings = groupingsOf(candidates([parts]), candidates(readings), parts);
  if (groupings === undefined) return [];
  const found = candidates([...readings, ...groupings]);
  const { sums, failing, proofs } = seriesOf(found);
  const [only] = found;
  // A list of one column has nothing to prove it; its label alone must do, where it can be meant in one way only.
  const isPlainList = found.length === 1 && only !== undefined && isPlain(only);
  return isPlainList || failing <= proofs ? sums : sums.filter(({ holds }) => holds);
}

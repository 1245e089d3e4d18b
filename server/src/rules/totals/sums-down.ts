import {
  isAmount,
  isBeside,
  isNoPart,
  isPlainTotal,
  isTotal,
  promisesSum,
} from "../../relations/label-words.ts";
import { groupingsOf } from "./groupings.ts";
import type { PlainRow, PlainTable } from "./plain-table.ts";
import {
  type Candidate,
  candidateOf,
  isPlain,
  type PromisedSum,
  ROUNDED_UNIT,
  seriesOf,
} from "./promised-sum.ts";
import { isGroup, type Rows, readingsOf } from "./row-readings.ts";

/** What is left over at the end of a period: of many periods only the last is left over at the end of all. */
const LEFT_OVER = /结转|剩余|在办|未办|未结|待办|现有|现行/;
const PERIOD = /\d年|[\d一二三四五六七八九十]月|季度|半年|\d日/;

/** A list with more of them is none that somebody adds up by hand. */
const MOST_SUBTOTALS = 50;

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
    columns.flatMap((column) => candidateIn(table, column, totalRow, readings, isListed ? [all] : []));
  return [...totals(candidates, parts), ...subtotals(table, columns, parts)];
}

function labelOf({ labels }: PlainRow): string {
  return labels.find(isTotal) ?? labels.findLast((label) => label !== "") ?? "";
}

function columnsOf({ columns, heads }: PlainTable, parts: Rows): readonly number[] {
  const arePeriods = parts.every(({ labels }) => labels.some((text) => PERIOD.test(text)));
  return columns.filter((column) => {
    const head = (heads[column] ?? []).join("");
    return isAmount(head) && promisesSum(head) && !(arePeriods && LEFT_OVER.test(head));
  });
}

function candidateIn(
  table: PlainTable,
  column: number,
  totalRow: PlainRow,
  readings: readonly Rows[],
  excuses: readonly Rows[],
  least = 2,
): readonly Candidate[] {
  const at = (rows: Rows) => rows.map(({ values }) => values[column]);
  // Under one total lists that stand side by side may be meant together.
  const beside = (table.namesakes[column] ?? []).flatMap((one) =>
    (readings[0] ?? []).map(({ values }) => values[one]),
  );
  const found = candidateOf(
    {
      direction: "down",
      line: `column ${column}`,
      label: labelOf(totalRow),
      subject: table.names[column] ?? "",
      total: totalRow.values[column],
    },
    [...readings.map(at), ...(beside.length > 0 ? [beside] : [])],
    excuses.map(at),
    ROUNDED_UNIT.test((table.heads[column] ?? []).join("")),
    least,
  );
  return found === undefined ? [] : [found];
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

/** Each subtotal adds up the rows since the one before it or, where the first row is one, those down to the next. */
function subtotals(table: PlainTable, columns: readonly number[], parts: Rows): readonly PromisedSum[] {
  const ends = parts.flatMap((row, index) => (isGroup(row) ? [index] : []));
  const isAhead = ends[0] === 0;
  if (ends.length === 0 || ends.length > MOST_SUBTOTALS || (isAhead && ends.at(-1) === parts.length - 1))
    return [];
  const candidates = ends.flatMap((index, order) => {
    const row = parts[index];
    const run = isAhead
      ? parts.slice(index + 1, ends[order + 1])
      : parts.slice((ends[order - 1] ?? -1) + 1, index);
    const soFar = parts.slice(0, index).filter((one) => !isGroup(one));
    if (row === undefined || run.length === 0) return [];
    return columns.flatMap((column) => candidateIn(table, column, row, [run], [soFar], 1));
  });
  const { sums, failing, proofs } = seriesOf(candidates);
  return failing <= proofs ? sums : sums.filter(({ holds }) => holds);
}

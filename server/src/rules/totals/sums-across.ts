import {
  isAmount,
  isGroupTotal,
  isLeftOut,
  isNoPart,
  isPlainTotal,
  isSubtotal,
  isTotal,
  promisesSum,
  remarkOf,
} from "../../relations/label-words.ts";
import { headOf, type PlainTable } from "./plain-table.ts";
import { candidateOf, type PromisedSum, ROUNDED_UNIT, seriesOf } from "./promised-sum.ts";

type Columns = readonly number[];

/** What the total columns of a table, and the subtotals in it, promise of its rows, as far as others bear it out. */
export function sumsAcross(table: PlainTable): readonly PromisedSum[] {
  const { columns, heads } = table;
  if (heads.some((texts) => texts.some(isLeftOut))) return [];
  const amounts = columns.filter((column) => isAmount((heads[column] ?? []).join("")));
  const isWanted = (head: string): boolean => isPlainTotal(head) || isSubtotal(head);
  return amounts
    .filter((column) => isWanted(headOf(table.heads[column])))
    .flatMap((total) => sumsOf(table, amounts, total));
}

/** The sums of one total column in the way that most rows bear out. */
function sumsOf(table: PlainTable, amounts: Columns, total: number): readonly PromisedSum[] {
  const group = table.groups[total]?.[0];
  // Under a merged head a total adds up what is under that head; else everything.
  const scope = amounts.filter((column) => group === undefined || table.groups[column]?.[0] === group);
  const parts = scope.filter((column) => column !== total);
  const isEnd = parts.every((column) => column < total) || parts.every((column) => column > total);
  const hasRival = parts.some(
    (column) => isTotal(headOf(table.heads[column])) && table.groups[column]?.[0] === group,
  );
  const isGroup = (column: number): boolean => isGroupTotal(headOf(table.heads[column]));
  const details = parts.filter((column) => !isGroup(column));
  const whole = isEnd && !hasRival ? [details, parts.filter(isGroup)] : [];
  // A total between others adds up the columns next to it, which takes more to prove.
  const runs = neighbours(scope, total, isGroup).filter((run) => `${run}` !== `${whole[0]}`);
  const ways = [
    { readings: whole.filter((one) => one.length > 0), least: 0 },
    ...runs.map((run) => ({ readings: [run], least: 1 })),
  ].filter(({ readings }) => isOneSum(table, readings.flat()));
  const [best, ...others] = ways
    .map(({ readings, least }) => ({ ...seriesOf(rowsOf(table, total, readings)), least }))
    .filter(({ failing, proofs, least }) => failing + least <= proofs)
    .sort((a, b) => b.proofs - a.proofs);
  // What came in by kind may be told by outcome as well (合计, 已办结, 办理中), and an outcome be left out.
  const more = others.flatMap(({ sums }) => sums.map((sum) => ({ ...sum, isUnsure: true })));
  return [...(best?.sums ?? []), ...more];
}

/** The columns before a total back to the total before it, and those behind it up to the next. */
function neighbours(scope: Columns, total: number, isGroup: (column: number) => boolean): readonly Columns[] {
  const at = scope.indexOf(total);
  const before = scope.slice(scope.slice(0, at).findLastIndex(isGroup) + 1, at);
  const behind = scope.slice(at + 1);
  const next = behind.findIndex(isGroup);
  return [before, next < 0 ? behind : behind.slice(0, next)].filter((run) => run.length > 1);
}

/** Whether the columns are parts of one sum: of one unit, and none of them of the others. */
function isOneSum(table: PlainTable, parts: Columns): boolean {
  const units = new Set(parts.map((column) => remarkOf(headOf(table.heads[column]))));
  return parts.length > 0 && units.size <= 1 && !parts.some((column) => table.heads[column]?.some(isNoPart));
}

function rowsOf(table: PlainTable, total: number, readings: readonly Columns[]) {
  const isRounded = readings.flat().some((column) => ROUNDED_UNIT.test((table.heads[column] ?? []).join("")));
  return table.rows.flatMap(({ labels, values }, row) => {
    if (!labels.every(promisesSum)) return [];
    const found = candidateOf(
      {
        direction: "across",
        line: `row ${row}`,
        label: table.names[total] ?? "",
        subject: labels.findLast((label) => label !== "") ?? "",
        total: values[total],
      },
      readings.map((columns) => columns.map((column) => values[column])),
      [],
      isRounded,
    );
    return found === undefined ? [] : [found];
  });
}

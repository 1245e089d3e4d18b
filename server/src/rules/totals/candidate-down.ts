import { isTotal } from "../../relations/label-words.ts";
import type { PlainRow, PlainTable } from "./plain-table.ts";
import { type Candidate, candidateOf, ROUNDED_UNIT } from "./promised-sum.ts";
import type { Rows } from "./row-readings.ts";

export function labelOf({ labels }: PlainRow): string {
  return labels.find(isTotal) ?? labels.findLast((label) => label !== "") ?? "";
}

/** What a total row says of one column, with the rows that it may add up; none where the cells do not bear it. */
export function candidateDown(
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

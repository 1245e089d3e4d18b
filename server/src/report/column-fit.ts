import type { TableForm } from "../forms/form.ts";
import type { Decimal } from "../text/decimal.ts";
import type { FitTest } from "./columns.ts";

const known = new WeakMap<TableForm, FitTest>();

/** How far the relations that run down the columns of a table are from holding. */
export function columnFit(table: TableForm): FitTest {
  const test = known.get(table) ?? fitOf(table);
  known.set(table, test);
  return test;
}

function fitOf(table: TableForm): FitTest {
  const relations = table.relations
    .filter(({ rule }) => rule === "table3/column-total" || rule === "table3/balance")
    .map(({ left, right }) => ({ left: left.map(cellOf), right: right.map(cellOf) }));
  const columns = new Map(
    table.rows.flatMap((row) => row.columns.map((column, index) => [`${row.key}/${column}`, index])),
  );
  const sum = (
    names: readonly (readonly [string, string])[],
    values: Parameters<FitTest>[0],
  ): Decimal | null => {
    let total: Decimal = 0n;
    for (const [row, column] of names) {
      const value = values.get(row)?.[columns.get(`${row}/${column}`) ?? -1];
      if (value == null) return null;
      total += value;
    }
    return total;
  };
  return (values) => {
    const failing = new Set<string>();
    let amount: Decimal = 0n;
    let complete = true;
    for (const { left, right } of relations) {
      const a = sum(left, values);
      const b = sum(right, values);
      if (a === null || b === null) complete = false;
      if (a === null || b === null || a === b) continue;
      failing.add(left[0]?.[1] ?? "");
      amount += a > b ? a - b : b - a;
    }
    return { columns: failing.size, amount, complete };
  };
}

/** "表三/三(一)/自然人" → row and column. */
function cellOf(name: string): readonly [string, string] {
  const [, row = "", ...column] = name.split("/");
  return [row, column.join("/")];
}

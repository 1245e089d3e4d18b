import { form2019 } from "../../../server/src/forms/2019.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import type { TableForm } from "../../../server/src/forms/form.ts";
import { figureName } from "../../../server/src/forms/form.ts";
import type { Cause, Operand } from "../../../server/src/reconcile/cause.ts";
import type { Lookup } from "../../../server/src/reconcile/evaluate.ts";
import { formatDecimal, parseDecimal } from "../../../server/src/text/decimal.ts";

function tableOf(form: typeof form2021, id: string): TableForm {
  const table = form.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(id);
  return table;
}

export const table3 = tableOf(form2021, "表三");
export const table3of2019 = tableOf(form2019, "表三");
export const table4 = tableOf(form2021, "表四");

/** Rows of cells as written: "12", "" or "/" for a blank, "?" for a cell the report lacks, else no number. */
export type Cells = readonly (readonly string[])[];

export function figuresOf(table: TableForm, cells: Cells): ReadonlyMap<string, Operand> {
  const figures = new Map<string, Operand>();
  for (const [r, row] of table.rows.entries()) {
    for (const [c, column] of row.columns.entries()) {
      const text = cells[r]?.[c] ?? "?";
      if (text === "?") continue;
      const name = figureName(table.id, row.key, column);
      const value = parseDecimal(text);
      const blank = text === "" || text === "/";
      figures.set(name, { name, value, kind: blank ? "blank" : value === null ? "invalid" : "number" });
    }
  }
  return figures;
}

export function lookupIn(table: TableForm, cells: Cells): Lookup {
  const figures = figuresOf(table, cells);
  return (name) => figures.get(name);
}

/** 25 rows (23 in format 2019) of 7 cells that add up. `parts` are the six kinds of applicant of each row but 三(七) and 四. */
export function consistentTable3(
  table: TableForm,
  parts: readonly (readonly number[])[],
  carried: readonly number[],
): string[][] {
  const rows = table.rows.slice(0, -2).map((_, r) => [...(parts[r] ?? [0, 0, 0, 0, 0, 0])]);
  const sums = carried.map((_, c) => rows.slice(2).reduce((sum, row) => sum + (row[c] ?? 0), 0));
  // 一 is what 三(七), 四 and 二 make it; where 二 alone is more, 四 takes the rest.
  const left = carried.map((count, c) => Math.max(count, (rows[1]?.[c] ?? 0) - (sums[c] ?? 0)));
  rows[0] = sums.map((sum, c) => sum + (left[c] ?? 0) - (rows[1]?.[c] ?? 0));
  return [...rows, sums, left].map((row) => [...row, row.reduce((a, b) => a + b, 0)].map(String));
}

/** A fixed table with figures in many cells. */
export const busyTable3: Cells = consistentTable3(
  table3,
  table3.rows.slice(0, -2).map((_, r) => [r * 7 + 12, r % 3, r % 2, (r * 5) % 4, 0, r % 5]),
  [6, 1, 0, 2, 0, 0],
);

export function changed(cells: Cells, row: number, column: number, text: string): string[][] {
  return cells.map((line, r) => line.map((cell, c) => (r === row && c === column ? text : cell)));
}

export function withCells(cells: Cells, changes: readonly (readonly [number, number, string])[]): string[][] {
  return changes.reduce<string[][]>(
    (now, [r, c, text]) => changed(now, r, c, text),
    cells.map((row) => [...row]),
  );
}

/** "figure 表三/一/自然人=8 (2): row-total 表三/一, column-total 表三/自然人" */
export function show({ kind, suspects, failures }: Cause): string {
  const who = suspects.map(
    ({ name, suggest, resolves }) => `${name}=${formatDecimal(suggest)} (${resolves})`,
  );
  const what = failures.map(({ relation }) => `${relation.rule.split("/")[1]} ${relation.subject}`);
  return `${kind} ${who.join(", ")}: ${what.join(", ")}`;
}

import type { Decimal } from "../text/decimal.ts";
import type { Fit } from "./column-fit.ts";

/** A row's values, null where unknown. */
export type Values = readonly (Decimal | null)[];

/** How badly a table fits: rows and columns that do not add up, then by how much. */
export interface Misfit {
  readonly count: number;
  /** Rows that would hold less than nothing. */
  readonly impossible: number;
  readonly amount: Decimal;
  /** Whether everything could be added up; where not, a good fit proves nothing. */
  readonly complete: boolean;
}

export interface Ledger {
  /** The misfit if some rows had other values. */
  misfit(changes?: ReadonlyMap<string, Values>): Misfit;
  /** Gives rows other values for good. */
  set(changes: ReadonlyMap<string, Values>): void;
}

interface Balance {
  readonly sum: Decimal;
  /** Figures that are not known. */
  readonly open: number;
}

/** Keeps what the relations of a table come to, so that a row may be tried with other values at little cost. */
export function ledger({ relations, terms }: Fit, rows: ReadonlyMap<string, Values>): Ledger {
  const current = new Map<string, Values>();
  const balances: Balance[] = relations.map(({ size }) => ({ sum: 0n, open: size }));
  const negative = new Set<string>();

  /** What other values make of the relations that they touch. */
  const shifted = (changes: ReadonlyMap<string, Values>): ReadonlyMap<number, Balance> => {
    const touched = new Map<number, Balance>();
    for (const [key, values] of changes) {
      const before = current.get(key);
      for (const { relation, column, sign } of terms.get(key) ?? []) {
        const [old, now] = [before?.[column] ?? null, values[column] ?? null];
        const balance = touched.get(relation) ?? balances[relation];
        if (old === now || balance === undefined) continue;
        touched.set(relation, {
          sum: balance.sum + sign * ((now ?? 0n) - (old ?? 0n)),
          open: balance.open + (old === null ? 0 : 1) - (now === null ? 0 : 1),
        });
      }
    }
    return touched;
  };

  const set = (changes: ReadonlyMap<string, Values>): void => {
    for (const [relation, balance] of shifted(changes)) balances[relation] = balance;
    for (const [key, values] of changes) {
      current.set(key, values);
      if (isNegative(values)) negative.add(key);
      else negative.delete(key);
    }
  };
  set(rows);

  return {
    set,
    misfit(changes = UNCHANGED) {
      const tried = shifted(changes);
      const failing = new Set<string>();
      let amount: Decimal = 0n;
      let complete = true;
      for (const [index, balance] of balances.entries()) {
        const { sum, open } = tried.get(index) ?? balance;
        if (open > 0) complete = false;
        if (open > 0 || sum === 0n) continue;
        failing.add(relations[index]?.subject ?? "");
        amount += sum < 0n ? -sum : sum;
      }
      let impossible = negative.size;
      for (const [key, values] of changes)
        impossible += (isNegative(values) ? 1 : 0) - (negative.has(key) ? 1 : 0);
      return { count: failing.size, impossible, amount, complete };
    },
  };
}

const UNCHANGED: ReadonlyMap<string, Values> = new Map();

function isNegative(values: Values): boolean {
  return values.some((value) => value !== null && value < 0n);
}

import type { TableForm } from "../forms/form.ts";

/** Relations of a table by row and column: what adds up must make 0 with these signs. */
export interface Fit {
  readonly relations: readonly FitRelation[];
  /** In which relations a row's figures stand. */
  readonly terms: ReadonlyMap<string, readonly FitTerm[]>;
}

export interface FitRelation {
  /** Relations that one wrong figure breaks together, told as one: those of a column, or of a row. */
  readonly subject: string;
  /** How many figures it adds up. */
  readonly size: number;
}

export interface FitTerm {
  /** Index in relations. */
  readonly relation: number;
  readonly column: number;
  readonly sign: 1n | -1n;
}

const known = new WeakMap<TableForm, Fit>();

/** The relations of a statutory table, by which readings of a row are told apart. */
export function fitOf(table: TableForm): Fit {
  const fit = known.get(table) ?? buildFit(table);
  known.set(table, fit);
  return fit;
}

function buildFit({ rows, relations }: TableForm): Fit {
  const columns = new Map(rows.map((row) => [row.key, row.columns]));
  const terms = new Map<string, FitTerm[]>();
  for (const [relation, { left, right }] of relations.entries()) {
    const add = (name: string, sign: 1n | -1n): void => {
      const [row, column] = cellOf(name);
      const own = terms.get(row) ?? [];
      own.push({ relation, column: columns.get(row)?.indexOf(column) ?? -1, sign });
      terms.set(row, own);
    };
    for (const name of left) add(name, 1n);
    for (const name of right) add(name, -1n);
  }
  return {
    terms,
    relations: relations.map(({ rule, left, right }) => {
      const [row, column] = cellOf(left[0] ?? "");
      const subject = rule === "table3/column-total" || rule === "table3/balance" ? column : row;
      return { subject, size: left.length + right.length };
    }),
  };
}

/** "表三/三(一)/自然人" → row and column. */
function cellOf(name: string): readonly [string, string] {
  const [, row = "", ...column] = name.split("/");
  return [row, column.join("/")];
}

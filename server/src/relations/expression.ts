import type { Decimal } from "../text/decimal.ts";

/**
 * The language of own relations: `合计 = 人员经费 + 公用经费`.
 *
 * ```
 * relation   = sum comparison sum
 * comparison = "=" | "<=" | ">=" | "<" | ">"            also ≤ ≥ and full-width
 * sum        = [ "+" | "-" ] term { ( "+" | "-" ) term }
 * term       = name | number | "(" sum ")" | ( "sum" | "求和" ) "(" part { "," part } ")"
 * part       = name | name ".." name | "*"
 * ```
 * A name is written as it stands in the table, in 「」, “” or "" where it holds one of the signs above. `a..b` is
 * every line from a to b. `*` is every line that the relation does not name, but for totals and those that begin with
 * 其中.
 */
export interface Equation {
  readonly left: readonly Term[];
  readonly comparison: Comparison;
  readonly right: readonly Term[];
}

export type Comparison = "=" | "<=" | ">=" | "<" | ">";

/** What is added or, with sign −1, taken away. Brackets are undone. */
export type Term = Part & { readonly sign: 1 | -1 };

export type Part =
  | { readonly kind: "name"; readonly name: Name }
  | { readonly kind: "range"; readonly from: Name; readonly to: Name }
  | { readonly kind: "rest" }
  | { readonly kind: "number"; readonly value: Decimal };

/** A name of a row or column, with where it stands in the expression (without its quotation marks). */
export interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is wrong with an expression, and where. */
export interface ExpressionMistake {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Every name that an equation uses, in its order. */
export function namesIn({ left, right }: Equation): readonly Name[] {
  return [...left, ...right].flatMap((term) => {
    if (term.kind === "name") return [term.name];
    return term.kind === "range" ? [term.from, term.to] : [];
  });
}

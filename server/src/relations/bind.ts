import type { Relation } from "../reconcile/relation.ts";
import { type Decimal, formatDecimal } from "../text/decimal.ts";
import type { Name, Term } from "./expression.ts";
import { namesIn } from "./expression.ts";
import { AMONG_THEM, isSubtotal, isTotal } from "./label-words.ts";
import type { NamedRelation } from "./named-relation.ts";
import type { NamedFigure, NamedTable } from "./named-table.ts";
import type { NamedLines } from "./names.ts";

/** The code of own relations, under which they are found. */
export const OWN_RULE = "table/own-relation";

/** Together in all columns (or rows) of a table; what is beyond is not looked at, so that no edit waits for it. */
const MOST_OPERANDS = 200_000;

export type Binding =
  | { readonly along: "row" | "column"; readonly relations: readonly Relation[] }
  | { readonly along?: undefined; readonly problem: BindingProblem };

/** Why a relation says nothing of a table. */
export interface BindingProblem {
  /** unknown: no row and no column of that name. several: more than one. both: names of rows and of columns. */
  readonly kind: "unknown" | "several" | "both";
  /** The names in the expression; none where one of `in` is at fault. */
  readonly names: readonly Name[];
  readonly inNames: readonly string[];
}

/** The lines that the names of an expression mean, by its own name of each. */
interface Resolved {
  readonly lines: NamedLines;
  readonly at: ReadonlyMap<string, number>;
}

/** What a relation asks of the figures of a table: one relation for each column (or row) that it holds in. */
export function bind(relation: NamedRelation, table: NamedTable): Binding {
  const along = directionOf(relation, table);
  if (typeof along !== "string") return { problem: along };
  const { operands, others, adds } =
    along === "column"
      ? { operands: table.rows, others: table.columns, adds: table.addsColumn }
      : { operands: table.columns, others: table.rows, adds: table.addsRow };
  const named = (relation.in ?? []).map((name) => ({ name, found: others.find(name) }));
  const wrong = named.find(({ found }) => found.length !== 1);
  if (wrong !== undefined) {
    const kind = wrong.found.length === 0 ? "unknown" : "several";
    return { problem: { kind, names: [], inNames: [wrong.name] } };
  }
  const resolved = { lines: operands, at: resolve(relation, operands) };
  const { equation } = relation;
  const left = indicesOf(equation.left, equation.right, resolved);
  const right = indicesOf(equation.right, equation.left, resolved);
  const all =
    relation.in === undefined
      ? others.lines.flatMap((_, index) => (adds(index) ? [index] : []))
      : named.flatMap(({ found }) => found);
  const operandCount = [left, right].reduce((sum, { plus, minus }) => sum + plus.length + minus.length, 1);
  const across = all.slice(0, Math.floor(MOST_OPERANDS / operandCount));
  const figureAt = (operand: number, other: number): NamedFigure | undefined =>
    along === "column" ? table.figure(operand, other) : table.figure(other, operand);
  return {
    along,
    relations: across.flatMap((other) => {
      const bound = boundIn(relation, along, left, right, (operand) => figureAt(operand, other));
      return bound === undefined ? [] : [bound];
    }),
  };
}

/** Whether the names are those of rows, of columns, or a problem. */
function directionOf(relation: NamedRelation, table: NamedTable): "row" | "column" | BindingProblem {
  const names = namesIn(relation.equation);
  const problemIn = (lines: NamedLines): BindingProblem | undefined => {
    const unknown = names.filter(({ text }) => lines.find(text).length === 0);
    if (unknown.length > 0) return { kind: "unknown", names: unknown, inNames: [] };
    const several = names.filter(({ text }) => lines.find(text).length > 1);
    return several.length > 0 ? { kind: "several", names: several, inNames: [] } : undefined;
  };
  const asRows = relation.each === "row" ? undefined : problemIn(table.rows);
  const asColumns = relation.each === "column" ? undefined : problemIn(table.columns);
  if (relation.each === "column") return asRows ?? "column";
  if (relation.each === "row") return asColumns ?? "row";
  if (asRows === undefined) {
    return asColumns === undefined ? { kind: "both", names, inNames: [] } : "column";
  }
  if (asColumns === undefined) return "row";
  // The reading that lacks less is the one that was meant.
  if (asRows.kind !== asColumns.kind) return asRows.kind === "several" ? asRows : asColumns;
  return asColumns.names.length < asRows.names.length ? asColumns : asRows;
}

function resolve({ equation }: NamedRelation, lines: NamedLines): ReadonlyMap<string, number> {
  return new Map(namesIn(equation).map(({ text }) => [text, lines.find(text)[0] ?? -1]));
}

interface Indices {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly constant: Decimal;
}

/** The lines that a side adds and takes away, by what each of its terms means. */
function indicesOf(side: readonly Term[], otherSide: readonly Term[], { lines, at }: Resolved): Indices {
  const plus: number[] = [];
  const minus: number[] = [];
  let constant: Decimal = 0n;
  const index = ({ text }: Name): number => at.get(text) ?? -1;
  const named = (term: Term): readonly number[] => {
    if (term.kind === "name") return [index(term.name)];
    if (term.kind !== "range") return [];
    const [a, b] = [index(term.from), index(term.to)];
    return Array.from({ length: Math.abs(a - b) + 1 }, (_, step) => Math.min(a, b) + step);
  };
  // What a side takes away from all the rest, it leaves out of the rest.
  const rest = (sign: Term["sign"]): readonly number[] => {
    const others = [...otherSide, ...side.filter((term) => term.sign === sign)];
    const taken = new Set(others.flatMap(named));
    return lines.lines.flatMap(({ label }, line) => (taken.has(line) || isNoPart(label) ? [] : [line]));
  };
  for (const term of side) {
    if (term.kind === "number") constant += term.sign === 1 ? term.value : -term.value;
    else {
      const indices = term.kind === "rest" ? rest(term.sign) : named(term);
      for (const one of indices) (term.sign === 1 ? plus : minus).push(one);
    }
  }
  return { plus, minus, constant };
}

/** Whether a line adds up others or is part of one, so that `*` passes it over. */
function isNoPart(label: string): boolean {
  return label === "" || isTotal(label) || isSubtotal(label) || AMONG_THEM.test(label);
}

/** The relation in one column (or row); undefined where the table has not all of its figures or in mixed units. */
function boundIn(
  { check, equation, tolerance }: NamedRelation,
  along: "row" | "column",
  left: Indices,
  right: Indices,
  figureOf: (operand: number) => NamedFigure | undefined,
): Relation | undefined {
  const units = new Set<string>();
  let subject: string | undefined;
  let isWhole = true;
  const namesOf = (operands: readonly number[]): string[] =>
    operands.flatMap((operand) => {
      const figure = figureOf(operand);
      if (figure === undefined) {
        isWhole = false;
        return [];
      }
      subject ??= subjectOf(figure.name, along);
      if (figure.unit !== "") units.add(figure.unit);
      return [figure.name];
    });
  const [l, r] = [namesOf(left.plus), namesOf(right.plus)];
  const minus = { left: namesOf(left.minus), right: namesOf(right.minus) };
  if (!isWhole || units.size > 1 || subject === undefined) return undefined;
  const total = equation.comparison === "=" ? totalOf(l, minus, left, right, r) : undefined;
  return {
    rule: OWN_RULE,
    subject,
    left: l,
    right: r,
    comparison: equation.comparison,
    ...(minus.left.length + minus.right.length > 0 && { minus }),
    constant: { left: left.constant, right: right.constant },
    tolerance,
    ...(total !== undefined && { total }),
    along,
    text: tolerance === 0n ? check.trim() : `${check.trim()} ±${formatDecimal(tolerance)}`,
  };
}

/** The figure that stands alone on its side, where the other side is more than one figure or the left. */
function totalOf(
  left: readonly string[],
  minus: { readonly left: readonly string[]; readonly right: readonly string[] },
  { constant: leftConstant }: Indices,
  { constant: rightConstant }: Indices,
  right: readonly string[],
): string | undefined {
  if (left.length === 1 && minus.left.length === 0 && leftConstant === 0n) return left[0];
  return right.length === 1 && minus.right.length === 0 && rightConstant === 0n ? right[0] : undefined;
}

/** "经费收支/人员经费/本年" → "经费收支/本年" down a column. */
function subjectOf(name: string, along: "row" | "column"): string {
  const [table = "", row = "", ...column] = name.split("/");
  return `${table}/${along === "row" ? row : column.join("/")}`;
}

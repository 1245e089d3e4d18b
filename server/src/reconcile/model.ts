import { type Decimal, isInteger } from "../text/decimal.ts";
import type { Operand } from "./cause.ts";
import { evaluate, type Lookup, type Outcome } from "./evaluate.ts";
import type { Written } from "./plausibility.ts";
import { isEquation, isRow, namesOf } from "./relation.ts";

/** A figure's part in a relation: whether it adds to left − right or takes away from it. */
export interface Term {
  readonly relation: number;
  readonly sign: 1n | -1n;
}

/** The figures and relations of one table by index, for searching. */
export interface Model {
  /** In the order of the form. */
  readonly names: readonly string[];
  readonly figures: readonly Written[];
  /** The relations that are known to hold or fail, with all figures there. */
  readonly outcomes: readonly Outcome[];
  /** By figure. */
  readonly terms: readonly (readonly Term[])[];
  /** By relation: its figures. */
  readonly members: readonly (readonly number[])[];
  /** The rows as they stand in the table, total last; a figure whose place is not sure is undefined. */
  readonly rows: readonly (readonly (number | undefined)[])[];
  /** Whether rows stand one under another; the groups of 表四 stand side by side. */
  readonly stacked: boolean;
  /** Whether no relation fails that did not fail before, once the figures are changed. */
  readonly breaksNone: (changes: readonly FigureChange[]) => boolean;
}

export interface FigureChange {
  readonly figure: number;
  readonly delta: Decimal;
}

/** left − right of every relation of a model. A table adds up when all are 0. */
export type Residuals = readonly Decimal[];

export function modelOf(outcomes: readonly Outcome[], lookup: Lookup): Model {
  const known = outcomes.filter(
    ({ relation, status, partial }) =>
      isEquation(relation) && (status === "holds" || (status === "fails" && partial === undefined)),
  );
  const indices = new Map<string, number>();
  const names: string[] = [];
  const figures: Written[] = [];
  const terms: Term[][] = [];
  const unsure = new Set<string>();
  const add = ({ name, value, kind }: Operand): void => {
    indices.set(name, names.length);
    names.push(name);
    figures.push({ value: value ?? 0n, blank: kind === "blank" });
    terms.push([]);
  };
  for (const { relation } of outcomes) {
    for (const name of namesOf(relation)) {
      const operand = lookup(name, relation);
      if (operand === undefined || operand.kind === "invalid") unsure.add(name);
      else if (!indices.has(name)) add(operand);
    }
  }
  const members = known.map(({ relation }, index) => {
    const take = (side: readonly string[], sign: 1n | -1n): number[] =>
      side.flatMap((name) => {
        const figure = indices.get(name);
        if (figure === undefined) return [];
        terms[figure]?.push({ relation: index, sign });
        return [figure];
      });
    const { left, right, minus } = relation;
    const added = [...take(left, 1n), ...take(right, -1n)];
    return minus === undefined ? added : [...added, ...take(minus.left, -1n), ...take(minus.right, 1n)];
  });
  const rows = outcomes
    // The figures of an own relation need not be neighbours.
    .filter(({ relation }) => isRow(relation) && relation.comparison === undefined)
    .map(({ relation }) =>
      namesOf(relation).map((name) => (unsure.has(name) ? undefined : indices.get(name))),
    );
  // Where all is known, the residuals tell it; a relation that is not may become known by a change.
  const breaksNone = (changes: readonly FigureChange[]): boolean => {
    if (known.length === outcomes.length) return true;
    const made = new Map(changes.map(({ figure, delta }) => [names[figure] ?? "", { figure, delta }]));
    const changed: Lookup = (name, relation) => {
      const operand = lookup(name, relation);
      const change = made.get(name);
      if (operand === undefined || change === undefined) return operand;
      return { name, kind: "number", value: (figures[change.figure]?.value ?? 0n) + change.delta };
    };
    return evaluate(
      outcomes.map(({ relation }) => relation),
      changed,
    ).every(({ status }, index) => status !== "fails" || outcomes[index]?.status === "fails");
  };
  const stacked = outcomes.some(({ relation }) => !isRow(relation));
  return { names, figures, outcomes: known, terms, members, rows, stacked, breaksNone };
}

export function residualsOf({ outcomes }: Model): Residuals {
  return outcomes.map(({ status, left, right }) => (status === "holds" ? 0n : left - right));
}

/** A count stays a whole number and never falls below 0. */
export function isPossible({ value }: Written, wanted: Decimal): boolean {
  return wanted >= 0n && (isInteger(wanted) || !isInteger(value));
}

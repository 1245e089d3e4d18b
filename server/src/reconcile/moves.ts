import { type Decimal, formatDecimal, isInteger, parseDecimal } from "../text/decimal.ts";
import type { CauseKind, Change } from "./cause.ts";
import { type FigureChange, isPossible, type Model, type Residuals } from "./model.ts";
import { doubt } from "./plausibility.ts";

/** One slip undone: the figures it changes, and what that does to left − right of the relations. */
export interface Move {
  readonly kind: Exclude<CauseKind, "total">;
  readonly changes: readonly FigureChange[];
  /** By relation; only where it is not 0. */
  readonly effect: ReadonlyMap<number, Decimal>;
  /** How hard it is to believe, 0 to 1. */
  readonly doubt: number;
}

/** A slip that touches several cells is likelier than as many slips, and less likely than one. */
const SPLIT_DOUBT = 0.4;
const SWAP_DOUBT = 0.5;
const SHIFT_DOUBT = 0.5;
/** Where fewer figures move, two neighbours were exchanged. */
const SHORTEST_SHIFT = 3;

export function moveOf(
  model: Model,
  kind: Move["kind"],
  changes: readonly FigureChange[],
  moveDoubt: number,
): Move {
  const effect = new Map<number, Decimal>();
  for (const { figure, delta } of changes) {
    for (const { relation, sign } of model.terms[figure] ?? []) {
      const sum = (effect.get(relation) ?? 0n) + sign * delta;
      if (sum === 0n) effect.delete(relation);
      else effect.set(relation, sum);
    }
  }
  return { kind, changes, effect, doubt: moveDoubt };
}

/** A single figure changed by `delta`; undefined where it could not have that value. */
export function singleMove(model: Model, figure: number, delta: Decimal): Move | undefined {
  const written = model.figures[figure];
  if (written === undefined || delta === 0n) return undefined;
  const wanted = written.value + delta;
  if (!isPossible(written, wanted)) return undefined;
  return moveOf(model, "figure", [{ figure, delta }], doubt(written, wanted));
}

/** Whether the move settles every relation that it touches. */
export function settles({ effect }: Move, residuals: Residuals): boolean {
  if (effect.size === 0) return false;
  for (const [relation, change] of effect) if ((residuals[relation] ?? 0n) + change !== 0n) return false;
  return true;
}

/** Whether the move touches failing relations only. */
export function touchesOnlyFailing({ effect }: Move, residuals: Residuals): boolean {
  if (effect.size === 0) return false;
  for (const relation of effect.keys()) if ((residuals[relation] ?? 0n) === 0n) return false;
  return true;
}

/** How many failing relations the move settles. */
export function countSettled({ effect }: Move, residuals: Residuals): number {
  return [...effect].filter(([relation, change]) => (residuals[relation] ?? 0n) + change === 0n).length;
}

/** The change by name, as the value that the figure would have. */
export function changeOf(model: Model, { figure, delta }: FigureChange): Change {
  return { name: model.names[figure] ?? "", value: valueAt(model, figure) + delta };
}

/** Every figure that alone would settle all relations it is part of. */
export function singleMoves(model: Model, residuals: Residuals): Move[] {
  return model.terms.flatMap((terms, figure) => {
    const [first] = terms;
    const residual = first === undefined ? 0n : (residuals[first.relation] ?? 0n);
    if (first === undefined || residual === 0n) return [];
    const move = singleMove(model, figure, -first.sign * residual);
    return move !== undefined && settles(move, residuals) && model.breaksNone(move.changes) ? [move] : [];
  });
}

/** Two neighbours exchanged, one number in two cells, a row one column off: where only failing relations change. */
export function neighbourMoves(model: Model, residuals: Residuals): Move[] {
  const moves: Move[] = [];
  const add = (kind: Move["kind"], changes: readonly FigureChange[], moveDoubt: number): void => {
    const real = changes.filter(({ delta }) => delta !== 0n);
    if (real.length < 2) return;
    const move = moveOf(model, kind, real, moveDoubt);
    if (touchesOnlyFailing(move, residuals) && model.breaksNone(real)) moves.push(move);
  };
  const isInvolved = (figure: number): boolean =>
    model.terms[figure]?.some(({ relation }) => (residuals[relation] ?? 0n) !== 0n) === true;
  for (const [index, row] of model.rows.entries()) {
    const below = model.rows[index + 1];
    for (const [column, figure] of row.entries()) {
      if (figure === undefined || !isInvolved(figure)) continue;
      const right = row[column + 1];
      if (right !== undefined) {
        add("swap", exchange(model, figure, right), SWAP_DOUBT);
        add("split", join(model, figure, right), SPLIT_DOUBT);
      }
      const under = model.stacked ? below?.[column] : undefined;
      if (under !== undefined) add("swap", exchange(model, figure, under), SWAP_DOUBT);
    }
    // In a row that stands alone nothing but its total would speak for a shift.
    if (model.stacked) for (const changes of shifts(model, row)) add("shift", changes, SHIFT_DOUBT);
  }
  return moves;
}

function valueAt(model: Model, figure: number): Decimal {
  return model.figures[figure]?.value ?? 0n;
}

function exchange(model: Model, a: number, b: number): FigureChange[] {
  const difference = valueAt(model, b) - valueAt(model, a);
  return [
    { figure: a, delta: difference },
    { figure: b, delta: -difference },
  ];
}

/** 2 and 1 in neighbouring cells joined to 21 and 0. */
function join(model: Model, a: number, b: number): FigureChange[] {
  const first = valueAt(model, a);
  const second = valueAt(model, b);
  if (first <= 0n || second <= 0n || !isInteger(first) || !isInteger(second)) return [];
  const joined = parseDecimal(formatDecimal(first) + formatDecimal(second)) ?? first;
  return [
    { figure: a, delta: joined - first },
    { figure: b, delta: -second },
  ];
}

/**
 * The row as it stands one column further left or right, with its total or without. The cell that becomes free takes
 * what the row's total makes it; what falls off the end must be nothing.
 */
function shifts(model: Model, row: readonly (number | undefined)[]): FigureChange[][] {
  const figures = row.filter((figure) => figure !== undefined);
  if (figures.length < row.length || row.length < 3) return [];
  const values = figures.map((figure) => valueAt(model, figure));
  const last = values.length - 1;
  const sum = (parts: readonly Decimal[]): Decimal => parts.reduce((a, b) => a + b, 0n);
  const wanted: Decimal[][] = [];
  const leftwards = values.slice(1);
  if (values[0] === 0n || values[0] === sum(leftwards)) wanted.push([...leftwards, sum(leftwards)]);
  const rightwards = values.slice(0, last);
  const first = (rightwards.at(-1) ?? 0n) - sum(rightwards.slice(0, -1));
  if (values[last] === 0n || values[last] === first) wanted.push([first, ...rightwards]);
  const total = values[last] ?? 0n;
  const [before, behind] = [values.slice(0, last - 1), values.slice(1, last)];
  if (values[0] === 0n) wanted.push([...behind, total - sum(behind), total]);
  if (values[last - 1] === 0n) wanted.push([total - sum(before), ...before, total]);
  return wanted
    .filter((moved) => moved.every((value) => value >= 0n))
    .map((moved) => figures.map((figure, at) => ({ figure, delta: (moved[at] ?? 0n) - (values[at] ?? 0n) })))
    .filter((changes) => changes.filter(({ delta }) => delta !== 0n).length >= SHORTEST_SHIFT);
}

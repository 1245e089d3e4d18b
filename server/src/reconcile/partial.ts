import type { CauseSuspect } from "./cause.ts";
import type { Outcome } from "./evaluate.ts";
import { isPossible, type Model } from "./model.ts";
import type { Move } from "./moves.ts";

/** Whether a relation with missing figures no longer fails for certain once the move is made. */
export function ends(model: Model, { changes }: Move, { relation, left, right, partial }: Outcome): boolean {
  const shift = (side: readonly string[]): bigint =>
    changes.reduce(
      (sum, { figure, delta }) => (side.includes(model.names[figure] ?? "") ? sum + delta : sum),
      0n,
    );
  const newLeft = left + shift(relation.left);
  const newRight = right + shift(relation.right);
  if (newLeft === left && newRight === right) return false;
  return partial === "left" ? newLeft <= newRight : newRight <= newLeft;
}

/**
 * The figures each of which alone may be what makes a relation with missing figures fail: of no relation that is
 * known to hold, and with but one value left to them. That value is 0: what is known exceeds the other side by
 * all that they say; had they less to give up, the figures that are missing might be anything up to the rest.
 */
export function partialSuspects(model: Model, { relation, left, right, partial }: Outcome): CauseSuspect[] {
  const excess = left > right ? left - right : right - left;
  return (partial === "left" ? relation.left : relation.right).flatMap((name) => {
    const figure = model.names.indexOf(name);
    const written = model.figures[figure];
    if (written?.value !== excess || (model.terms[figure] ?? []).length > 0) return [];
    const change = { figure, delta: -excess };
    if (!isPossible(written, 0n) || !model.breaksNone([change])) return [];
    return [{ name, suggest: 0n, resolves: 1 }];
  });
}

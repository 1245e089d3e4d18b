import type { Outcome } from "./evaluate.ts";
import type { Model, Residuals } from "./model.ts";
import { type Move, neighbourMoves, settles, singleMoves } from "./moves.ts";
import { ends } from "./partial.ts";
import { after, moveKey, type Solution, smallestSolutions } from "./search.ts";

export interface Explanation {
  /** Moves that every good explanation holds. */
  readonly certain: readonly Move[];
  /** Moves among which there is no telling, likelier ones first. */
  readonly possible: readonly Move[];
  /** left − right once the certain moves are made. */
  readonly rest: Residuals;
}

/** An explanation must be this much easier to believe than the next one of its size. */
const MARGIN = 0.15;

/**
 * Finds the fewest changes after which every relation holds (Fellegi and Holt 1976), as far as they are unique.
 * `partial`: the relations that fail although figures of them are missing.
 */
export function explain(model: Model, start: Residuals, partial: readonly Outcome[]): Explanation {
  const certain: Move[] = [];
  let rest = start;
  let open = partial;
  for (;;) {
    const moves = unrivalled(model, rest, open);
    if (moves.length === 0) break;
    for (const move of moves) rest = after(rest, move);
    open = open.filter((outcome) => !moves.some((move) => ends(model, move, outcome)));
    certain.push(...moves);
  }
  if (rest.every((residual) => residual === 0n)) return { certain, possible: [], rest };
  const { common, others } = choose(smallestSolutions(model, rest));
  for (const move of common) rest = after(rest, move);
  return { certain: [...certain, ...common], possible: others, rest };
}

/**
 * Moves that settle all they touch, where no other such move touches any of it. One that also ends a partial
 * failure has no rival in one that does not, which would need a second change for that.
 */
function unrivalled(model: Model, residuals: Residuals, partial: readonly Outcome[]): Move[] {
  const candidates = [
    ...singleMoves(model, residuals),
    ...neighbourMoves(model, residuals).filter((move) => settles(move, residuals)),
  ].map((move) => ({ move, ended: partial.filter((outcome) => ends(model, move, outcome)).length }));
  const most = new Map<number, number>();
  for (const { move, ended } of candidates) {
    for (const relation of move.effect.keys()) most.set(relation, Math.max(ended, most.get(relation) ?? 0));
  }
  const claims = new Map<number, number>();
  for (const { move, ended } of candidates) {
    for (const relation of move.effect.keys())
      if (ended === most.get(relation)) claims.set(relation, (claims.get(relation) ?? 0) + 1);
  }
  return candidates
    .filter(({ move, ended }) =>
      [...move.effect.keys()].every((relation) => ended === most.get(relation) && claims.get(relation) === 1),
    )
    .map(({ move }) => move);
}

/** The moves shared by all solutions that are about as believable as the best one. */
function choose(solutions: readonly Solution[]): { common: readonly Move[]; others: readonly Move[] } {
  const ranked = solutions
    .map((moves) => ({ moves, doubt: moves.reduce((sum, { doubt }) => sum + doubt, 0) }))
    .sort((a, b) => a.doubt - b.doubt)
    .map(({ moves, doubt }) => ({ moves, doubt, keys: new Set(moves.map(moveKey)) }));
  const [best] = ranked;
  if (best === undefined) return { common: [], others: [] };
  const rivals = ranked.filter(({ doubt, keys }) => {
    // That a change looks like a slip of the hand is no proof where only one relation speaks for it.
    const isProof = best.moves.every((move) => keys.has(moveKey(move)) || move.effect.size > 1);
    return !isProof || doubt - best.doubt < MARGIN;
  });
  const isCommon = (move: Move): boolean => rivals.every(({ keys }) => keys.has(moveKey(move)));
  const others = new Map<string, Move>();
  for (const { moves } of rivals)
    for (const move of moves) if (!isCommon(move)) others.set(moveKey(move), move);
  return { common: best.moves.filter(isCommon), others: [...others.values()] };
}

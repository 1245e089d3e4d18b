import type { Decimal } from "../text/decimal.ts";
import type { Model, Residuals } from "./model.ts";
import { type Move, neighbourMoves, singleMove } from "./moves.ts";
import { isRow } from "./relation.ts";

/** Moves that together settle every relation. */
export type Solution = readonly Move[];

/** More slips than this in one tangle are not told apart. */
const MOST_MOVES = 4;
/** Bound the work on tables that are wrong all over: moves tried, and solutions among which to choose. */
const MOST_TRIES = 2500;
const MOST_SOLUTIONS = 100;

/**
 * All smallest sets of moves that settle everything, by depth-first search with growing depth; none where
 * they are too many to look at. Moves touch failing relations only, so each is a good deed of its own.
 */
export function smallestSolutions(model: Model, start: Residuals): readonly Solution[] {
  const composite = neighbourMoves(model, start);
  const isFree = model.terms.map(
    (terms) => terms.length > 0 && terms.every(({ relation }) => start[relation] !== 0n),
  );
  const free = model.members.map((members) => members.filter((figure) => isFree[figure]));
  const reach = composite.reduce((most, { effect }) => Math.max(most, spread(model, effect.keys())), 1);
  const found = new Map<string, Solution>();
  let tries = 0;

  const isExhausted = (): boolean => tries > MOST_TRIES || found.size > MOST_SOLUTIONS;

  const singles = new Map<string, Move | undefined>();
  const single = (figure: number, delta: Decimal): Move | undefined => {
    const key = `${figure}:${delta}`;
    if (!singles.has(key)) singles.set(key, singleMove(model, figure, delta));
    return singles.get(key);
  };

  const options = (residuals: Residuals, at: number): Move[] => {
    const changed = (free[at] ?? []).flatMap((figure) => {
      const deltas = new Set<Decimal>();
      for (const { relation, sign } of model.terms[figure] ?? [])
        deltas.add(-sign * (residuals[relation] ?? 0n));
      return [...deltas].flatMap((delta) => single(figure, delta) ?? []);
    });
    return [...changed, ...composite.filter(({ effect }) => effect.has(at))];
  };

  const visit = (residuals: Residuals, chosen: Solution, left: number): void => {
    const failing = residuals.flatMap((residual, relation) => (residual === 0n ? [] : [relation]));
    const [first] = failing;
    if (first === undefined) {
      if (left === 0) found.set(solutionKey(chosen), chosen);
      return;
    }
    if (left * reach < spread(model, failing)) return;
    const narrowest = failing.reduce((a, b) => ((free[b]?.length ?? 0) < (free[a]?.length ?? 0) ? b : a));
    for (const move of options(residuals, narrowest)) {
      tries += 1;
      if (isExhausted()) return;
      // The last move must settle all that is left.
      if (left === 1 && move.effect.size !== failing.length) continue;
      if (chosen.some((other) => shareFigure(other, move))) continue;
      visit(after(residuals, move), [...chosen, move], left - 1);
    }
  };

  for (let size = 1; size <= MOST_MOVES && found.size === 0 && !isExhausted(); size++) visit(start, [], size);
  if (isExhausted()) return [];
  const moves = new Set([...found.values()].flat());
  const sound = new Set([...moves].filter(({ changes }) => model.breaksNone(changes)));
  return [...found.values()].filter((solution) => solution.every((move) => sound.has(move)));
}

/** left − right of every relation once the move is made. */
export function after(residuals: Residuals, { effect }: Move): Residuals {
  return residuals.map((residual, relation) => residual + (effect.get(relation) ?? 0n));
}

export function moveKey({ changes }: Move): string {
  return changes
    .map(({ figure, delta }) => `${figure}:${delta}`)
    .sort()
    .join(" ");
}

function solutionKey(solution: Solution): string {
  return solution.map(moveKey).sort().join("|");
}

/** A changed figure stands in one row and one column, so that many rows or columns need that many figures. */
function spread(model: Model, relations: Iterable<number>): number {
  const rows = new Set<string>();
  const columns = new Set<string>();
  for (const index of relations) {
    const relation = model.outcomes[index]?.relation;
    if (relation !== undefined) (isRow(relation) ? rows : columns).add(relation.subject);
  }
  return Math.max(rows.size, columns.size);
}

function shareFigure(a: Move, b: Move): boolean {
  return a.changes.some(({ figure }) => b.changes.some((change) => change.figure === figure));
}

import type { Alternative, Cause, CauseSuspect } from "./cause.ts";
import type { Outcome } from "./evaluate.ts";
import type { Explanation } from "./explain.ts";
import type { Model, Residuals } from "./model.ts";
import { changeOf, countSettled, type Move, singleMove, touchesOnlyFailing } from "./moves.ts";
import { partialSuspects } from "./partial.ts";
import { totalOf } from "./relation.ts";

/** Suspects named where it cannot be told which figure is wrong. */
const MOST_SUSPECTS = 5;

/** The cause of a failing relation that no unique change explains: it stands at the relation's total. */
export function openCause(model: Model, outcome: Outcome, { possible, rest }: Explanation): Cause {
  if (outcome.partial !== undefined)
    return { kind: "total", failures: [outcome], suspects: partialSuspects(model, outcome), changes: [] };
  const relation = model.outcomes.indexOf(outcome);
  const settlers = settlersOf(model, relation, rest);
  const total = model.names.indexOf(totalOf(outcome.relation) ?? "");
  const toSum = settlers.find(({ changes }) => changes[0]?.figure === total);
  const touching = possible.filter(({ effect }) => effect.has(relation));
  const alternatives = touching.flatMap(({ kind, changes }): Alternative[] =>
    kind === "swap" || kind === "split"
      ? [{ kind, changes: changes.map((change) => changeOf(model, change)) }]
      : [],
  );
  return {
    kind: "total",
    failures: [outcome],
    suspects: rank(
      model,
      rest,
      toSum === undefined ? [] : [toSum],
      touching.filter(({ kind }) => kind === "figure"),
      settlers,
    ),
    changes: toSum === undefined ? [] : toSum.changes.map((change) => changeOf(model, change)),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

/** Suspects of the first group before those of the next; inside a group by what they settle, then by belief. */
function rank(model: Model, rest: Residuals, ...groups: readonly (readonly Move[])[]): CauseSuspect[] {
  const suspects = new Map<string, CauseSuspect>();
  for (const group of groups) {
    const ranked = group
      .map((move) => ({ move, resolves: countSettled(move, rest) }))
      .sort((a, b) => b.resolves - a.resolves || a.move.doubt - b.move.doubt);
    for (const { move, resolves } of ranked) {
      for (const change of move.changes) {
        const { name, value } = changeOf(model, change);
        if (!suspects.has(name)) suspects.set(name, { name, suggest: value, resolves });
      }
    }
  }
  return [...suspects.values()].slice(0, MOST_SUSPECTS);
}

/** The figures of a relation each of which alone would settle it and break nothing that holds. */
function settlersOf(model: Model, relation: number, residuals: Residuals): Move[] {
  return (model.members[relation] ?? []).flatMap((figure) => {
    const sign = model.terms[figure]?.find((term) => term.relation === relation)?.sign ?? 1n;
    const move = singleMove(model, figure, -sign * (residuals[relation] ?? 0n));
    return move !== undefined && touchesOnlyFailing(move, residuals) && model.breaksNone(move.changes)
      ? [move]
      : [];
  });
}

import type { Cause } from "./cause.ts";
import { evaluate, type Lookup, type Outcome } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { type Model, modelOf, type Residuals, residualsOf } from "./model.ts";
import { changeOf, countSettled, type Move } from "./moves.ts";
import { openCause } from "./open-cause.ts";
import { ends } from "./partial.ts";
import { isRow, namesOf, type Relation, totalOf } from "./relation.ts";

/** Why relations of one table fail: each failing relation is in exactly one cause, causes in the table's order. */
export function locate(relations: readonly Relation[], lookup: Lookup): Cause[] {
  return causesOf(evaluate(relations, lookup), lookup);
}

/** The same from outcomes already known. */
export function causesOf(outcomes: readonly Outcome[], lookup: Lookup): Cause[] {
  const failing = outcomes.filter(({ status }) => status === "fails");
  if (failing.length === 0) return [];
  const model = modelOf(outcomes, lookup);
  const start = residualsOf(model);
  const partial = failing.filter((outcome) => outcome.partial !== undefined);
  const explanation = explain(model, start, partial);
  const taken = new Set<Outcome>();
  const causes = [...assign(model, explanation.certain, start)].map(([move, settled]): Cause => {
    const partly = partial.filter((outcome) => !taken.has(outcome) && ends(model, move, outcome));
    for (const outcome of [...settled, ...partly]) taken.add(outcome);
    return locatedCause(model, move, start, settled, partly);
  });
  const open = withTotals(
    outcomes,
    failing.filter((outcome) => !taken.has(outcome)),
  ).map(([first, ...echoes]): Cause => {
    const cause = openCause(model, first, explanation);
    return { ...cause, failures: [...cause.failures, ...echoes] };
  });
  const order = new Map(model.names.map((name, index) => [name, index]));
  const at = (cause: Cause): number => order.get(placeOf(cause)) ?? order.size;
  return [...causes, ...open].sort((a, b) => at(a) - at(b));
}

/** Where more fail, it is no slip of the hand, and no figure is the one that is wrong. */
const MOST_LOCATED = 60;

/** The same for a table of any size and with any relations, where a search for figures may be of no use. */
export function causesOfAny(outcomes: readonly Outcome[], lookup: Lookup): Cause[] {
  const failing = outcomes.filter(({ status }) => status === "fails");
  if (failing.length <= MOST_LOCATED) return causesOf(outcomes, lookup);
  return failing.map((failure) => ({ kind: "total", failures: [failure], suspects: [], changes: [] }));
}

/** Name of the figure that a cause stands at: the suspect, or where there is none to tell the total. */
export function placeOf({ kind, suspects, failures }: Cause): string {
  if (kind !== "total") return suspects[0]?.name ?? "";
  const relation = failures[0]?.relation;
  if (relation === undefined) return "";
  const first = relation.comparison === undefined ? relation.right[0] : namesOf(relation)[0];
  return totalOf(relation) ?? first ?? "";
}

/**
 * A row that adds up and is still wrong (an application too many, in its total too) makes its column and the
 * column of totals fail by the same: one cause, told at the column that is not the totals'.
 */
function withTotals(
  outcomes: readonly Outcome[],
  open: readonly Outcome[],
): readonly (readonly [Outcome, ...Outcome[]])[] {
  const totals = new Set(
    outcomes.filter(({ relation }) => isRow(relation)).flatMap(({ relation }) => relation.right),
  );
  const isOfTotals = ({ relation }: Outcome): boolean =>
    !isRow(relation) && namesOf(relation).every((name) => totals.has(name));
  const partnerOf = (total: Outcome): Outcome | undefined => {
    const { rule } = total.relation;
    const same = open.filter(
      (one) => one !== total && one.relation.rule === rule && one.partial === undefined,
    );
    const [partner, ...more] = same;
    const isEcho = partner !== undefined && more.length === 0 && total.partial === undefined;
    return isEcho && partner.left - partner.right === total.left - total.right ? partner : undefined;
  };
  const echoes = new Map(open.filter(isOfTotals).map((total) => [partnerOf(total), total]));
  const echoed = new Set([...echoes].flatMap(([partner, total]) => (partner === undefined ? [] : [total])));
  return open
    .filter((outcome) => !echoed.has(outcome))
    .map((outcome) => {
      const echo = echoes.get(outcome);
      return echo === undefined ? [outcome] : [outcome, echo];
    });
}

/** Gives every failing relation that a move touches to one of the moves that touch it. */
function assign(
  model: Model,
  moves: readonly Move[],
  start: Residuals,
): ReadonlyMap<Move, readonly Outcome[]> {
  const owned = new Map<Move, Outcome[]>(moves.map((move) => [move, []]));
  const claims = model.outcomes
    .map((outcome, relation) => ({ outcome, owners: moves.filter(({ effect }) => effect.has(relation)) }))
    .filter(({ owners }, relation) => owners.length > 0 && start[relation] !== 0n)
    .sort((a, b) => a.owners.length - b.owners.length);
  for (const { outcome, owners } of claims) {
    const neediest = owners.reduce((a, b) => (countOf(owned, b) < countOf(owned, a) ? b : a));
    owned.get(neediest)?.push(outcome);
  }
  return new Map([...owned].filter(([, outcomes]) => outcomes.length > 0));
}

function countOf(owned: ReadonlyMap<Move, readonly Outcome[]>, move: Move): number {
  return owned.get(move)?.length ?? 0;
}

function locatedCause(
  model: Model,
  move: Move,
  start: Residuals,
  settled: readonly Outcome[],
  partly: readonly Outcome[],
): Cause {
  const resolves = countSettled(move, start) + partly.length;
  const changes = [...move.changes].sort((a, b) => a.figure - b.figure).map((one) => changeOf(model, one));
  const suspects = changes.map(({ name, value }) => ({ name, suggest: value, resolves }));
  return { kind: move.kind, failures: [...settled, ...partly], suspects, changes };
}

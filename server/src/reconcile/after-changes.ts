import type { Change } from "./cause.ts";
import { evaluate, type Lookup, type Outcome } from "./evaluate.ts";

/** What would fail once the changes are made. */
export interface Effect {
  /** Whether fewer relations fail than before, and none that did not. */
  readonly improves: boolean;
  /** Whether the relation would still fail. */
  readonly stillFails: (outcome: Outcome["relation"]) => boolean;
}

export function afterChanges(
  outcomes: readonly Outcome[],
  lookup: Lookup,
  changes: readonly Change[],
): Effect {
  const made = new Map(changes.map(({ name, value }) => [name, value]));
  const changed: Lookup = (name, relation) => {
    const value = made.get(name);
    const operand = lookup(name, relation);
    return value === undefined || operand === undefined ? operand : { name, kind: "number", value };
  };
  const before = failing(outcomes);
  const left = failing(
    evaluate(
      outcomes.map(({ relation }) => relation),
      changed,
    ),
  );
  return {
    improves: left.size < before.size && [...left].every((relation) => before.has(relation)),
    stillFails: (relation) => left.has(relation),
  };
}

function failing(outcomes: readonly Outcome[]): ReadonlySet<Outcome["relation"]> {
  return new Set(outcomes.filter(({ status }) => status === "fails").map(({ relation }) => relation));
}

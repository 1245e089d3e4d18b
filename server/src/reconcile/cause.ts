import type { RelationForm } from "../forms/form.ts";
import type { Decimal } from "../text/decimal.ts";

/** A value that takes part in relations. null: a blank or unreadable cell. */
export interface Operand {
  readonly name: string;
  readonly value: Decimal | null;
}

/** A relation that does not hold, with both sides as they are. */
export interface Failure {
  readonly relation: RelationForm;
  readonly left: Decimal;
  readonly right: Decimal;
}

/**
 * Why some relations fail: the smallest change of figures that settles all of `failures` at once
 * (minimal change, Fellegi and Holt 1976). total: no single figure explains it, so it stands at the total.
 */
export interface Cause {
  readonly kind: "figure" | "swap" | "split" | "total";
  readonly failures: readonly Failure[];
  /** Most likely first. For kind total the candidates, perhaps none. */
  readonly suspects: readonly CauseSuspect[];
  /** The changes that settle it all (one for figure, two for swap and split, the total set to the sum for total). */
  readonly changes: readonly Change[];
}

export interface CauseSuspect {
  readonly name: string;
  readonly suggest: Decimal;
  readonly resolves: number;
}

export interface Change {
  readonly name: string;
  readonly value: Decimal;
}

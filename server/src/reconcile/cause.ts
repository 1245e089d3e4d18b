import type { Decimal } from "../text/decimal.ts";
import type { Relation } from "./relation.ts";

/** A value that takes part in relations. value is null for a blank and for a cell that is no number. */
export interface Operand {
  readonly name: string;
  readonly kind: "number" | "blank" | "invalid";
  readonly value: Decimal | null;
}

/** A relation that does not hold, with both sides as they are. */
export interface Failure {
  readonly relation: Relation;
  readonly left: Decimal;
  readonly right: Decimal;
  /** The side of which figures are missing: what is known of it exceeds the other side already. */
  readonly partial?: "left" | "right";
}

/**
 * Why some relations fail: the smallest change of figures that settles all of `failures` at once
 * (minimal change, Fellegi and Holt 1976). total: no single figure explains it, so it stands at the total.
 */
export interface Cause {
  readonly kind: CauseKind;
  readonly failures: readonly Failure[];
  /** Most likely first. For kind total the candidates, perhaps none. */
  readonly suspects: readonly CauseSuspect[];
  /** What settles it (one for figure, two for swap and split; for total the total set to the sum, or nothing). */
  readonly changes: readonly Change[];
  /** For kind total: changes of two neighbours that would settle it as well. */
  readonly alternatives?: readonly Alternative[];
}

/**
 * figure: one wrong figure. swap: two neighbours exchanged. split: one number's digits in two cells.
 * shift: the figures of a row stand one column too far left or right. total: not to be told.
 */
export type CauseKind = "figure" | "swap" | "split" | "shift" | "total";

export interface Alternative {
  readonly kind: "swap" | "split";
  readonly changes: readonly Change[];
}

export interface CauseSuspect {
  readonly name: string;
  readonly suggest: Decimal;
  /** How many failing relations the suggestion settles. */
  readonly resolves: number;
}

export interface Change {
  readonly name: string;
  readonly value: Decimal;
}

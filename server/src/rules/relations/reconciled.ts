import type { Place } from "../../document/block.ts";
import type { Cause, Operand } from "../../reconcile/cause.ts";
import type { Lookup, Outcome } from "../../reconcile/evaluate.ts";
import type { LabelledTable } from "./labels.ts";

/** The relations of one table, how each fares, and why some fail: TableRelations, or those of an own table. */
export interface Reconciled {
  readonly form: LabelledTable;
  readonly lookup: Lookup;
  readonly outcomes: readonly Outcome[];
  readonly causes: readonly Cause[];
}

/** A figure and where its number stands. */
export interface PlacedOperand extends Operand {
  readonly place: Place;
}

/** Where the figures are found by name: a report, or an own table. */
export interface Figures {
  readonly figures: ReadonlyMap<string, PlacedOperand>;
}

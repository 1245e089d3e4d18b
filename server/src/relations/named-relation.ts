import type { Decimal } from "../text/decimal.ts";
import type { Equation } from "./expression.ts";

/** A relation that an office asks of a table of its own, as gouji.yaml has it. */
export interface NamedRelation {
  /** What the table is called: its title cell, the line above it, its heading, or 表二, 表三, 表四. */
  readonly table: string;
  /** The expression as written, and as read. */
  readonly check: string;
  readonly equation: Equation;
  /** In each column the names are rows, in each row they are columns. Where not said, the names tell. */
  readonly each?: "row" | "column";
  /** The columns (or rows) that it holds in; where not said all that are added up. */
  readonly in?: readonly string[];
  readonly tolerance: Decimal;
}

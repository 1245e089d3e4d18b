import type { Decimal } from "../text/decimal.ts";

/**
 * What some figures must be to others, by name. The form's relations (RelationForm) say no more than rule, subject,
 * left and right: sum = sum. Own relations set `comparison` and with it whatever they need of the rest.
 */
export interface Relation {
  readonly rule: string;
  /** "表三/三(一)": what the relation is about. */
  readonly subject: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly comparison?: "=" | "<=" | ">=" | "<" | ">";
  /** Names that are taken away from their side. */
  readonly minus?: { readonly left: readonly string[]; readonly right: readonly string[] };
  /** Numbers that stand in the relation itself, added to their side. */
  readonly constant?: { readonly left: Decimal; readonly right: Decimal };
  /** The difference that is still as good as none; 0 where it is not said. */
  readonly tolerance?: Decimal;
  /** The figure that the others make up, alone on its side. */
  readonly total?: string;
  /** Whether its figures stand in one row or one column. */
  readonly along?: "row" | "column";
  /** As its author wrote it. */
  readonly text?: string;
}

/** Every figure of a relation, left side first. */
export function namesOf({ left, right, minus }: Relation): readonly string[] {
  return minus === undefined ? [...left, ...right] : [...left, ...minus.left, ...right, ...minus.right];
}

/** Whether a relation runs along a row; the others run down a column. */
export function isRow({ rule, along }: Relation): boolean {
  return along === "row" || rule === "table3/row-total" || rule === "table4/group-total";
}

/** The figure that the others make up; undefined where none stands alone. */
export function totalOf({ comparison, right, total }: Relation): string | undefined {
  return comparison !== undefined ? total : right.length === 1 ? right[0] : undefined;
}

/** Whether it asks both sides to be equal, so that a wrong one tells by how much it is wrong. */
export function isEquation({ comparison }: Relation): boolean {
  return comparison === undefined || comparison === "=";
}

/** Whether the two sides are what the relation wants of them. */
export function agree(
  { comparison = "=", tolerance = 0n }: Relation,
  left: Decimal,
  right: Decimal,
): boolean {
  const difference = left - right;
  switch (comparison) {
    case "=":
      return (difference < 0n ? -difference : difference) <= tolerance;
    case "<=":
      return difference <= tolerance;
    case ">=":
      return -difference <= tolerance;
    case "<":
      return difference < tolerance;
    case ">":
      return -difference < tolerance;
  }
}

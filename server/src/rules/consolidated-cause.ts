import type { Decimal } from "../text/decimal.ts";
import type { Difference } from "./consolidated-cells.ts";
import type { MemberSum, ReportDigest } from "./other-reports.ts";

/** A member that was left out of a consolidated report, or counted twice, as far as its figures tell. */
export interface Culprit {
  readonly member: ReportDigest;
  readonly isLeftOut: boolean;
}

/**
 * The one member whose figures are what every difference comes to, all of them the same way; undefined where there
 * is none, or more than one: a few 1s and 2s are somebody's figures always.
 */
export function culpritOf(differences: readonly Difference[], { members }: MemberSum): Culprit | undefined {
  const [first] = differences;
  if (first === undefined) return undefined;
  const isLeftOut = first.off > 0n;
  if (differences.some(({ off, isPartial }) => isPartial || off > 0n !== isLeftOut)) return undefined;
  const explains = ({ figures }: ReportDigest): boolean =>
    differences.every(({ figure, off }) => figures.get(figure.name)?.value === sizeOf(off));
  const [member, ...others] = members.filter(explains);
  return member === undefined || others.length > 0 ? undefined : { member, isLeftOut };
}

function sizeOf(off: Decimal): Decimal {
  return off < 0n ? -off : off;
}

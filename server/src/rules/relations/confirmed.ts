import * as l10n from "@vscode/l10n";
import type { Claim } from "../../claims/claim.ts";
import { claimsOf } from "../../claims/claims.ts";
import { compare, plainReads, type Read } from "../../claims/compare.ts";
import type { Cause } from "../../reconcile/cause.ts";
import { relationsOf } from "../../reconcile/in-report.ts";
import { remember } from "../../report/remember.ts";
import type { Report } from "../../report/report.ts";
import { type Decimal, formatDecimal } from "../../text/decimal.ts";
import type { Related } from "../rule.ts";

/**
 * Claims in prose that the tables contradict only because of a figure that the relations have found to be wrong: with
 * the figure that settles those, the prose is right.
 */
const confirmedIn = remember((report): ReadonlyMap<Claim, Cause> => {
  const located = relationsOf(report)
    .flatMap(({ causes }) => causes)
    .filter(({ kind }) => kind !== "total");
  if (located.length === 0) return new Map();
  return new Map(
    claimsOf(report)
      .filter((claim) => compare(report, claim)?.agrees === false)
      .flatMap((claim): [Claim, Cause][] => {
        const cause = located.find((one) =>
          plainReads(report, claim).some((read) => isMended(claim, read, one)),
        );
        return cause === undefined ? [] : [[claim, cause]];
      }),
  );
});

/** Whether a reading fits once the figures that the cause changes are changed. */
function isMended({ value }: Claim, { sum, figures, form }: Read, { changes }: Cause): boolean {
  const wanted = new Map(changes.map((change) => [change.name, change.value]));
  const after = figures.reduce<Decimal>((total, { name, value: now }) => {
    const more = (wanted.get(name) ?? now ?? 0n) - (now ?? 0n);
    return form.minus?.includes(name) ? total - more : total + more;
  }, sum);
  return after !== sum && after === value;
}

/** Whether it is the table that is wrong, as the relations tell. */
export function isConfirmed(report: Report, claim: Claim): boolean {
  return confirmedIn(report).has(claim);
}

/** The places in prose that say what the cause's figure should say. */
export function confirmations(report: Report, cause: Cause): Related[] {
  return [...confirmedIn(report)]
    .filter(([, one]) => one === cause)
    .map(([{ place, value }]) => ({
      place,
      message: l10n.t("The text says {0}, which would then be right", formatDecimal(value)),
    }));
}

/** Whether the relations have found a figure to be wrong and know what it should be. */
export function isLocated(report: Report, name: string): boolean {
  return relationsOf(report).some(({ causes }) =>
    causes.some(({ kind, changes }) => kind !== "total" && changes.some((change) => change.name === name)),
  );
}

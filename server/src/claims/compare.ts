import type { ReadingForm } from "../forms/claim-form.ts";
import type { Figure, Report } from "../report/report.ts";
import type { Decimal } from "../text/decimal.ts";
import type { Claim } from "./claim.ts";
import { claimsOf } from "./claims.ts";

/** A reading of a claim with what the tables say. */
export interface Read {
  readonly form: ReadingForm;
  readonly sum: Decimal;
  readonly figures: readonly Figure[];
}

/** How a claim and the tables stand to each other. */
export interface Comparison {
  readonly claim: Claim;
  /** The reading that fits, or else the nearest. */
  readonly read: Read;
  readonly agrees: boolean;
}

/** Undefined where the tables do not say for sure what the claim would be compared with. */
export function compare(report: Report, claim: Claim): Comparison | undefined {
  const reads = claim.readings.map((form) => readingOf(report, form));
  if (reads.some((read) => read === undefined)) return undefined;
  const known = reads.filter((read) => read !== undefined);
  const off = ({ sum }: Read): Decimal => (sum > claim.value ? sum - claim.value : claim.value - sum);
  const fitting = known.find((read) => off(read) <= (claim.rounding ?? 0n));
  if (fitting !== undefined) return { claim, read: fitting, agrees: true };
  const strict = known.filter(({ form }) => form.lax !== true);
  const [first, ...others] = strict.length > 0 ? strict : known;
  if (first === undefined) return undefined;
  return { claim, read: others.reduce((a, b) => (off(b) < off(a) ? b : a), first), agrees: false };
}

/** What the tables say in each of a claim's plain readings. */
export function plainReads(report: Report, { readings }: Claim): Read[] {
  return readings.filter(({ lax }) => lax !== true).flatMap((form) => readingOf(report, form) ?? []);
}

/** The claims of a report that speak of a figure, by the reading that fits or is nearest. */
export function claimsAbout(report: Report, figure: Figure): Claim[] {
  return claimsOf(report).filter((claim) => compare(report, claim)?.read.figures.includes(figure));
}

/** What the tables say in one reading; undefined where they do not say it for sure. */
export function readingOf({ figures, tables }: Report, form: ReadingForm): Read | undefined {
  const all: Figure[] = [];
  let sum: Decimal = 0n;
  for (const [names, sign] of [
    [form.plus, 1n],
    [form.minus ?? [], -1n],
  ] as const) {
    for (const name of names) {
      const figure = figures.get(name);
      const isUnsure = tables.some(({ uncertain }) => uncertain.has(name));
      if (figure === undefined || figure.kind === "invalid" || isUnsure) return undefined;
      sum += sign * (figure.value ?? 0n);
      all.push(figure);
    }
  }
  return { form, sum, figures: all };
}

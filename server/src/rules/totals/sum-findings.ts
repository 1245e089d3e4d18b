import * as l10n from "@vscode/l10n";
import { type Decimal, formatDecimal } from "../../text/decimal.ts";
import { writeNumber } from "../relations/write-number.ts";
import type { Finding, Fix, Related } from "../rule.ts";
import type { PlainValue } from "./plain-table.ts";
import { added, type PromisedSum } from "./promised-sum.ts";
import { causesIn, type SumCause } from "./sum-relations.ts";

/** One finding for each cause why sums of a table fail. */
export function sumFindings(sums: readonly PromisedSum[]): Finding[] {
  return causesIn(sums).map((cause) => (cause.isLocated ? figureFinding(cause) : totalFinding(cause)));
}

function messageOf({ direction, label, subject, total, parts }: PromisedSum): string {
  const sum = added(parts);
  const stated = total.value ?? 0n;
  const words = [
    subject,
    label,
    formatDecimal(sum),
    formatDecimal(stated),
    formatDecimal(sum > stated ? sum - stated : stated - sum),
  ];
  return direction === "down"
    ? l10n.t("Column “{0}”: the parts add up to {2}, row “{1}” says {3}, off by {4}", ...words)
    : l10n.t("Row “{0}”: the parts add up to {2}, column “{1}” says {3}, off by {4}", ...words);
}

/** Found where several sums tell that the figure is wrong and what it should be. */
function figureFinding({ sums, value, wanted = 0n }: SumCause): Finding {
  const now = value.value === null ? l10n.t("blank") : formatDecimal(value.value);
  const suggest = formatDecimal(wanted);
  const inRow = sums.find(({ direction }) => direction === "across");
  const isCrossing = inRow !== undefined && sums.some(({ direction }) => direction === "down");
  const hint = isCrossing
    ? l10n.t("at {0} (now {1}) both its row and its column would agree", suggest, now)
    : l10n.t("at {0} (now {1}) all of its sums would agree", suggest, now);
  const title = l10n.t("Change {0} to {1} (changes a figure)", now, suggest);
  return {
    place: value.place,
    message: l10n.t("{0}; {1}", messageOf(inRow ?? sums[0]), hint),
    expected: suggest,
    ...(value.value !== null && { actual: now }),
    related: sums.map(asRelated),
    fixes: [{ ...fixOf(value, wanted, title), ...(!isCrossing && { draft: true }) }],
  };
}

function totalFinding({ sums, wanted }: SumCause): Finding {
  const [sum, ...others] = sums;
  const { total, parts } = sum;
  const [toBe, now] = [added(parts), total.value ?? 0n].map(formatDecimal) as [string, string];
  const title = l10n.t("Set the total to the sum: from {0} to {1} (changes a figure)", now, toBe);
  return {
    place: total.place,
    message: messageOf(sum),
    expected: toBe,
    actual: now,
    related: [
      ...others.map(asRelated),
      ...parts.flatMap(({ place, value }): Related[] =>
        value === null || value === 0n ? [] : [{ place, message: formatDecimal(value) }],
      ),
    ],
    // Any of the parts may be what is wrong.
    ...(wanted === added(parts) && { fixes: [{ ...fixOf(total, wanted, title), draft: true }] }),
  };
}

function asRelated(sum: PromisedSum): Related {
  return { place: sum.total.place, message: messageOf(sum) };
}

function fixOf({ place }: PlainValue, wanted: Decimal, title: string): Fix {
  const old = place.block.text.slice(place.start, place.end);
  return { title, safe: false, edits: [{ place, newText: writeNumber(old, wanted) }] };
}

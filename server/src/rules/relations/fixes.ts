import * as l10n from "@vscode/l10n";
import { afterChanges } from "../../reconcile/after-changes.ts";
import type { Cause, CauseKind, Change } from "../../reconcile/cause.ts";
import { formatDecimal } from "../../text/decimal.ts";
import type { Fix } from "../rule.ts";
import { cellLabel, partsOf, rowLabel } from "./labels.ts";
import { shownValue } from "./messages.ts";
import type { Figures, PlacedOperand, Reconciled } from "./reconciled.ts";
import { writeNumber } from "./write-number.ts";

interface Proposal {
  readonly kind: CauseKind;
  readonly changes: readonly Change[];
}

/** Corrections of a cause, likeliest first: only those after which fewer relations fail and none that held. */
export function fixesOf(report: Figures, relations: Reconciled, cause: Cause): Fix[] {
  const relation = cause.failures[0]?.relation;
  if (relation === undefined) return [];
  return proposalsOf(cause).flatMap((proposal): Fix[] => {
    const effect = afterChanges(relations.outcomes, relations.lookup, proposal.changes);
    if (!effect.improves || (cause.kind === "total" && effect.stillFails(relation))) return [];
    const edits = proposal.changes.flatMap(({ name, value }) => {
      const place = report.figures.get(name)?.place;
      if (place === undefined) return [];
      const old = place.block.text.slice(place.start, place.end);
      // Where tags part the digits, as a word processor writes them, new ones would leave a tag without its other half.
      if (old.includes("<")) return [];
      return [{ place, newText: writeNumber(old, value) }];
    });
    if (edits.length < proposal.changes.length) return [];
    return [{ title: titleOf(report, relations, proposal), safe: false, edits }];
  });
}

function proposalsOf({ kind, changes, suspects, alternatives = [] }: Cause): Proposal[] {
  if (kind !== "total") return [{ kind, changes }];
  const [toSum] = changes;
  const others = suspects.filter(({ name }) => name !== toSum?.name);
  return [
    ...(toSum === undefined ? [] : [{ kind, changes: [toSum] }]),
    ...others.map(({ name, suggest }): Proposal => ({ kind: "figure", changes: [{ name, value: suggest }] })),
    ...alternatives,
  ];
}

function titleOf({ figures }: Figures, { form }: Reconciled, { kind, changes }: Proposal): string {
  const [first, second] = changes;
  const now = (change: Change | undefined): string => shownValue(figureOf(figures, change));
  const name = first?.name ?? "";
  const wanted = formatDecimal(first?.value ?? 0n);
  switch (kind) {
    case "figure":
      return l10n.t(
        "Change “{0}” from {1} to {2} (changes a figure)",
        cellLabel(form, name),
        now(first),
        wanted,
      );
    case "total":
      return l10n.t("Set the total to the sum: from {0} to {1} (changes a figure)", now(first), wanted);
    case "swap":
      return l10n.t(
        "Exchange “{0}” ({1}) and “{2}” ({3}) (changes figures)",
        cellLabel(form, name),
        now(first),
        cellLabel(form, second?.name ?? ""),
        now(second),
      );
    case "split":
      return l10n.t(
        "Join {0} and {1} to {2} in “{3}” (changes figures)",
        now(first),
        now(second),
        wanted,
        cellLabel(form, name),
      );
    case "shift":
      return l10n.t(
        "Move the figures of row “{0}” by one cell (changes figures)",
        rowLabel(form, partsOf(name).row),
      );
  }
}

function figureOf(figures: Figures["figures"], change: Change | undefined): PlacedOperand | undefined {
  return change === undefined ? undefined : figures.get(change.name);
}

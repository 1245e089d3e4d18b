import * as l10n from "@vscode/l10n";
import type { TableId } from "../forms/form.ts";
import type { Change } from "../reconcile/cause.ts";
import type { Report } from "../report/report.ts";
import { formatDecimal } from "../text/decimal.ts";
import { cellLabel } from "./relations/labels.ts";
import { writeNumber } from "./relations/write-number.ts";
import type { Fix } from "./rule.ts";
import { breaksNothing } from "./statutory-figures.ts";
import { sourceOf, tableFormOf } from "./support.ts";

/**
 * Writes figures as another report has them. None where the report's own relations would break: it is then
 * not this figure alone that differs.
 */
export function setFigures(report: Report, id: TableId, changes: readonly Change[]): Fix[] {
  const [first, ...others] = changes;
  if (first === undefined || !breaksNothing(report, id, changes)) return [];
  const edits = changes.flatMap(({ name, value }) => {
    const figure = report.figures.get(name);
    return figure === undefined
      ? []
      : [{ place: figure.place, newText: writeNumber(sourceOf(figure), value) }];
  });
  const label = cellLabel(tableFormOf(report, id), first.name);
  const wanted = formatDecimal(first.value);
  const title =
    others.length === 0
      ? l10n.t("Set “{0}” to {1} (changes a figure)", label, wanted)
      : l10n.t("Set “{0}” to {1}, and its totals with it (changes figures)", label, wanted);
  return [{ title, safe: false, edits }];
}

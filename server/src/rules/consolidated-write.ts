import type { TableId } from "../forms/form.ts";
import type { Report } from "../report/report.ts";
import { type Decimal, formatDecimal } from "../text/decimal.ts";
import { inUnit, type MoneyUnit } from "../text/money.ts";
import type { Difference } from "./consolidated-cells.ts";
import { setFigures } from "./figure-fix.ts";
import type { Fix } from "./rule.ts";

/** Writes sums, in the units that the figures are written in; nothing where one cannot be told exactly in its unit. */
export function setSums(report: Report, id: TableId, differences: readonly Difference[]): Fix[] {
  const changes = differences.flatMap(({ figure, table, sum, unit, writtenIn }) => {
    // A number without a unit would be taken for another amount.
    if (unit !== undefined && writtenIn === undefined) return [];
    const form = table.amounts?.[figure.column];
    const value = form === undefined || writtenIn === undefined ? sum : inUnit(sum, form.unit, writtenIn);
    return value === null ? [] : [{ name: figure.name, value }];
  });
  return changes.length < differences.length ? [] : setFigures(report, id, changes);
}

export function shownSum(value: Decimal, unit: MoneyUnit | undefined): string {
  return formatDecimal(value) + (unit ?? "");
}

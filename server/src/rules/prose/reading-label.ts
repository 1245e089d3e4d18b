import * as l10n from "@vscode/l10n";
import type { Read } from "../../claims/compare.ts";
import { organisationColumns, organisationHead } from "../../forms/common.ts";
import { figureName, type TableForm } from "../../forms/form.ts";
import type { Figure, Report } from "../../report/report.ts";
import { cellLabel, rowLabel } from "../relations/labels.ts";
import { shownValue } from "../relations/messages.ts";
import type { Related } from "../rule.ts";
import { tableFormOf } from "../support.ts";

/**
 * The figures of a reading in the words of the form: 表三“一、…/总计” + 表三“二、…/总计”. Those below one merged
 * cell are told by its words: 表三“（三）不予公开/总计”（8 格合计）.
 */
export function readingLabel(report: Report, { figures, form }: Read): string {
  const names: ReadonlySet<string> = new Set(figures.map(({ name }) => name));
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const sign = form.minus?.includes(figure.name) ? " − " : " + ";
    const label = `${sign}${figure.table}“${wordsOf(tableFormOf(report, figure.table), figure, names)}”`;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = [...counts].map(([label, count]) =>
    count === 1 ? label : l10n.t("{0} ({1} cells together)", label, count),
  );
  return labels.join("").replace(" + ", "");
}

/** A figure's row and column, or the merged cell beside or over it where all that stands there is among the names. */
function wordsOf(table: TableForm, { row, column }: Figure, names: ReadonlySet<string>): string {
  const own = table.rows.find(({ key }) => key === row);
  const group = own?.groups.at(-1);
  const members = table.rows.filter(({ groups }) => groups.at(-1) === group);
  const has = (key: string, one: string): boolean => names.has(figureName(table.id, key, one));
  const isGroup = members.length > 1 && members.every(({ key }) => has(key, column));
  const isHead = organisationColumns.includes(column) && organisationColumns.every((one) => has(row, one));
  return `${isGroup && group !== undefined ? group : rowLabel(table, row)}/${isHead ? organisationHead : column}`;
}

export function relatedTo(report: Report, { figures }: Pick<Read, "figures">): Related[] {
  const MOST = 10;
  return figures.slice(0, MOST).map((figure) => ({
    place: figure.place,
    message: l10n.t(
      "“{0}”: {1}",
      cellLabel(tableFormOf(report, figure.table), figure.name),
      shownValue(figure),
    ),
  }));
}

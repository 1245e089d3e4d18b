import * as l10n from "@vscode/l10n";
import type { TableForm } from "../forms/form.ts";
import type { FigureRow, StatutoryTable } from "../report/report.ts";
import { rowLabel } from "./relations/labels.ts";
import type { Finding } from "./rule.ts";
import { placeOfRow, relatedOf, rowsInWords } from "./support.ts";

/** A row's number of figures beside the one the form wants. */
export function countMessage(form: TableForm, { key, found, expected }: FigureRow): string {
  return l10n.t("row “{0}” has {1} figures, the form wants {2}", rowLabel(form, key), found.length, expected);
}

/** One finding for rows of a table that have a wrong number of figures, at the first of them. */
export function countFinding(
  table: StatutoryTable,
  form: TableForm,
  rows: readonly [FigureRow, ...FigureRow[]],
): Finding {
  const [first] = rows;
  const place = placeOfRow(first) ?? table.first;
  if (rows.length === 1) return { place, message: l10n.t("{0}: {1}", table.id, countMessage(form, first)) };
  const isUniform = rows.every(
    ({ found, expected }) => found.length === first.found.length && expected === first.expected,
  );
  const names = rowsInWords(form, new Set(rows.map(({ key }) => key)));
  return {
    place,
    message: isUniform
      ? l10n.t(
          "{0}: {1} rows have {2} figures each, the form wants {3}: {4}",
          table.id,
          rows.length,
          first.found.length,
          first.expected,
          names,
        )
      : l10n.t("{0}: {1} rows have not as many figures as the form wants: {2}", table.id, rows.length, names),
    related: relatedOf(rows, (row) => {
      const at = placeOfRow(row);
      return at && { place: at, message: countMessage(form, row) };
    }),
  };
}

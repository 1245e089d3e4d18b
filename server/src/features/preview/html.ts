import * as l10n from "@vscode/l10n";
import { spanOf } from "../../document/block.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { Report } from "../../report/report.ts";
import type { Checked } from "../../rules/check.ts";
import type { OtherReports } from "../../rules/other-reports.ts";
import { dataOfGrid, isFigureText } from "../../tables/write/table-data.ts";
import { escapeHtml } from "./escape.ts";
import { type Mark, marksOf, sourceAttributes } from "./marks.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { proseHtml } from "./prose.ts";
import { statutoryHtml } from "./statutory.ts";
import { tableHtml } from "./table.ts";
import { yearsHtml } from "./years.ts";

/**
 * A text as it will be published, as the HTML inside of <body>: statutory tables with their official merged
 * cells, what errors and warnings stand at marked. `data-offset` says where in the text an element comes from.
 * Nothing of the text gets through as markup.
 *
 * @param others what each report of the document is compared with; last year's figures are shown beside its own.
 * @param only one report of a file that holds many: a page cannot show a hundred of them at every key.
 */
export function previewHtml(
  parsed: ParsedDocument,
  checked: readonly Checked[],
  others: readonly OtherReports[] = [],
  only?: Report,
): string {
  const reports = parsed.reports.filter((report) => report.isReport && (only ?? report) === report);
  if (reports.length === 0) return `<p class="none">${escapeHtml(l10n.t("This text is no report."))}</p>`;
  return reports
    .map((report) => {
      const index = parsed.reports.indexOf(report);
      const marks = marksOf(
        parsed,
        checked.filter(({ reportIndex }) => reportIndex === index),
      );
      const previous = others[index]?.previous;
      const years = previous === undefined ? "" : yearsHtml(report, previous);
      return `<article>${years}${piecesOf(report).map(pieceWriter(report, marks)).join("\n")}</article>`;
    })
    .join("\n");
}

function pieceWriter(report: Report, marks: readonly Mark[]): (piece: Piece) => string {
  return (piece) => {
    const at = ` data-offset="${piece.offset}"`;
    switch (piece.kind) {
      case "title":
        return `<h1${at}>${titleHtml(piece.text)}</h1>`;
      case "heading": {
        const name = `h${Math.min(piece.rank + 1, 6)}`;
        return `<${name}${at}>${escapeHtml(piece.text)}</${name}>`;
      }
      case "paragraph":
        return `<p${at}>${proseHtml(piece.text, piece.source, piece.offset, marks)}</p>`;
      case "statutory":
        return statutoryHtml(report, piece.table, marks, at);
      case "table":
        return tableHtml(dataOfGrid(piece.grid), at, ({ text, place }) => ({
          text,
          isFigure: isFigureText(text),
          ...(place !== undefined && {
            attributes: sourceAttributes(spanOf(report.document, place).start, marks),
          }),
        }));
    }
  };
}

/** A long title breaks around its year, never inside of it. */
function titleHtml(text: string): string {
  return escapeHtml(text).replace(/20\d{2}\s?年度?/, '<wbr><span class="year">$&</span><wbr>');
}

import * as l10n from "@vscode/l10n";
import { spanOf } from "../../document/block.ts";
import { figureName } from "../../forms/form.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { Report, StatutoryTable } from "../../report/report.ts";
import type { Checked } from "../../rules/check.ts";
import type { OtherReports } from "../../rules/other-reports.ts";
import { statutoryTable } from "../../tables/write/statutory.ts";
import { type DataCell, dataOfGrid, isFigureText, type TableData } from "../../tables/write/table-data.ts";
import { escapeHtml } from "./escape.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { yearsHtml } from "./years.ts";

/**
 * A text as it will be published, as the HTML inside of <body>: statutory tables with their official merged
 * cells, the figures that findings stand at marked. `data-offset` says where in the text an element comes from.
 * Nothing of the text gets through as markup.
 *
 * @param others what each report of the document is compared with; last year's figures are shown beside its own.
 */
export function previewHtml(
  parsed: ParsedDocument,
  checked: readonly Checked[],
  others: readonly OtherReports[] = [],
): string {
  const failing = new Map<string, string>();
  for (const { finding, severity } of checked) {
    const { start } = spanOf(parsed.document, finding.place);
    if (severity === "error" || severity === "warning") failing.set(String(start), finding.message);
  }
  const reports = parsed.reports.filter(({ isReport }) => isReport);
  if (reports.length === 0) return `<p class="none">${escapeHtml(l10n.t("This text is no report."))}</p>`;
  return reports
    .map((report) => {
      const previous = others[parsed.reports.indexOf(report)]?.previous;
      const years = previous === undefined ? "" : yearsHtml(report, previous);
      return `<article>${years}${piecesOf(report).map(pieceWriter(report, failing)).join("\n")}</article>`;
    })
    .join("\n");
}

function pieceWriter(report: Report, failing: ReadonlyMap<string, string>): (piece: Piece) => string {
  return (piece) => {
    const at = ` data-offset="${piece.offset}"`;
    switch (piece.kind) {
      case "title":
        return `<h1${at}>${escapeHtml(piece.text)}</h1>`;
      case "heading": {
        const name = `h${Math.min(piece.rank + 1, 6)}`;
        return `<${name}${at}>${escapeHtml(piece.text)}</${name}>`;
      }
      case "paragraph":
        return `<p${at}>${escapeHtml(piece.text)}</p>`;
      case "statutory":
        return statutoryHtml(report, piece.table, failing, at);
      case "table":
        return tableHtml(dataOfGrid(piece.grid), at, ({ text, place }) => ({
          text,
          isFigure: isFigureText(text),
          ...(place !== undefined && {
            attributes: sourceAttributes(spanOf(report.document, place).start, failing),
          }),
        }));
    }
  };
}

/** What a cell shows, with the attributes that tell more of it. */
interface CellView {
  readonly text: string;
  readonly isFigure: boolean;
  readonly attributes?: string;
}

function statutoryHtml(
  report: Report,
  { id }: StatutoryTable,
  failing: ReadonlyMap<string, string>,
  at: string,
): string {
  const form = report.form.tables.find((table) => table.id === id);
  if (form === undefined) return "";
  // The cells of figures are told from those of labels by their names.
  const data = statutoryTable(form, {
    figure: ({ key }, column) => figureName(id, key, column),
    wording: (text) => text,
  });
  return tableHtml(data, `${at} class="statutory"`, ({ text }): CellView => {
    if (!text.startsWith(`${id}/`)) return { text, isFigure: false };
    const figure = report.figures.get(text);
    if (figure === undefined) {
      return {
        text: "",
        isFigure: true,
        attributes: ` class="missing" title="${escapeHtml(l10n.t("This figure is missing"))}"`,
      };
    }
    const { start } = spanOf(report.document, figure.place);
    return {
      text: figure.text,
      isFigure: true,
      attributes: `${sourceAttributes(start, failing)} data-cell="${escapeHtml(text)}"`,
    };
  });
}

/** Where a cell comes from, and what is wrong with it. */
function sourceAttributes(offset: number, failing: ReadonlyMap<string, string>): string {
  const message = failing.get(String(offset));
  const marked = message === undefined ? "" : ` class="failing" title="${escapeHtml(message)}"`;
  return ` data-offset="${offset}"${marked}`;
}

function tableHtml(data: TableData, attributes: string, view: (cell: DataCell) => CellView): string {
  const rows = data.rows.map(
    (cells) => `<tr>${cells.map((cell) => cellHtml(cell, view(cell))).join("")}</tr>`,
  );
  return `<div class="wide"><table${attributes}>${rows.join("\n")}</table></div>`;
}

function cellHtml(
  { columnSpan, rowSpan, head }: DataCell,
  { text, isFigure, attributes = "" }: CellView,
): string {
  const name = head || !isFigure ? "th" : "td";
  const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : "";
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : "";
  return `<${name}${columns}${rows}${attributes}>${escapeHtml(text)}</${name}>`;
}

import type { DataCell, TableData } from "../../tables/write/table-data.ts";
import { escapeHtml } from "./escape.ts";

/** What a cell shows, with the attributes that tell more of it. */
export interface CellView {
  readonly text: string;
  readonly isFigure: boolean;
  readonly attributes?: string;
}

export function tableHtml(data: TableData, attributes: string, view: (cell: DataCell) => CellView): string {
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
  return `<${name}${columns}${rows}${attributes}>${head ? headHtml(text) : escapeHtml(text)}</${name}>`;
}

/** A narrow column breaks 结果维持 as 结果 / 维持, never within a word of two characters. */
function headHtml(text: string): string {
  if (!/^\p{sc=Han}{2,6}$/u.test(text)) return escapeHtml(text);
  const words = text.length % 2 === 0 ? text.replace(/..(?=.)/gu, "$&<wbr>") : text;
  return `<span class="words">${words}</span>`;
}

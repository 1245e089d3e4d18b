import type { DataCell, TableData } from "./table-data.ts";

/** A table in HTML, merged cells as rowspan and colspan, one row a line. No line break at the end. */
export function writeHtml({ rows }: TableData, lineBreak: string): string {
  return ["<table>", ...rows.map((cells) => `  <tr>${cells.map(writeCell).join("")}</tr>`), "</table>"].join(
    lineBreak,
  );
}

function writeCell({ text, columnSpan, rowSpan, head }: DataCell): string {
  const name = head ? "th" : "td";
  const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : "";
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : "";
  return `<${name}${columns}${rows}>${escapeText(text)}</${name}>`;
}

function escapeText(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r\n|\r|\n/g, "<br>");
}

import { isBorder } from "./drawn-tables.ts";

/**
 * "" blank, "pipe" a row between bars or with bars behind its cells, "drawn" a line of a drawn table, "tab" a row with
 * tabs, "text" anything else. Below a row with tabs a line of tabs alone is a row of blank cells.
 *
 * @param above the shape of the line above.
 * @param below the line below, where this one has bars.
 */
export function shapeOf(line: string, above: string, below: string): "" | "pipe" | "drawn" | "tab" | "text" {
  const trimmed = line.trim();
  if (isBorder(trimmed) || (above === "drawn" && /^[|+]/.test(trimmed))) return "drawn";
  if (trimmed === "") return above === "tab" && line.startsWith("\t") ? "tab" : "";
  if (trimmed.endsWith("|") ? isRow(trimmed, above) : isBareRow(trimmed, above, below)) return "pipe";
  return line.includes("\t") ? "tab" : "text";
}

/**
 * Whether a line that ends with a bar is a row. Out of a web page a row comes with a bar behind each cell and none
 * before the first: 规章 | 0 | 0 | 0 |, and a cell that is left blank, or is all of its line, with its bar alone.
 */
function isRow(trimmed: string, above: string): boolean {
  return above === "pipe" || (trimmed.startsWith("|") && trimmed.length > 1) || trimmed.includes(" |");
}

/** Whether a line without a bar at its end is a row: with bars between its cells only, over --- | --- or below such rows. */
function isBareRow(trimmed: string, above: string, below: string): boolean {
  return trimmed.includes(" | ") && (above === "pipe" || /^\s*:?-+:? \| [-: |]+$/.test(below));
}

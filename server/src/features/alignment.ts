import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { StatutoryTable } from "../report/report.ts";
import { displayWidth } from "../text/width.ts";

/** Room to be shown before a row's first figure, so that the figures of its table stand in columns. */
export interface Padding {
  /** Offset of the figure. */
  readonly offset: number;
  /** Widths of a digit. May be below 0, where `wide` makes up for it. */
  readonly narrow: number;
  /** Widths of a Chinese character: to an editor two columns, and in most fonts less. */
  readonly wide: number;
}

interface Lead {
  readonly offset: number;
  readonly narrow: number;
  readonly wide: number;
}

/**
 * The column, in the editor's counting, that the figures are brought to at most: half of a window, so that label and
 * figures are seen together. The few labels of the form that are longer keep their figures behind them.
 */
const FARTHEST = 48;

/** What a Chinese character takes in the widths of a digit, from the narrowest of usual fonts to the widest. */
const RATIOS = [1.6, 2] as const;

/**
 * The paddings that put the figures of each tab table under each other, in an editor with tab stops so many columns
 * apart. What follows the first figure of a row is in columns by its tabs.
 */
export function alignmentOf(parsed: ParsedDocument, tabSize: number): readonly Padding[] {
  return parsed.reports
    .filter(({ isReport }) => isReport)
    .flatMap(({ tables }) => tables.filter(({ layout }) => layout === "tab"))
    .flatMap((table) => paddingsOf(leadsIn(parsed, table, tabSize).filter(isShort)));
}

function isShort({ narrow, wide }: Lead): boolean {
  return narrow + 2 * wide <= FARTHEST;
}

function paddingsOf(leads: readonly Lead[]): readonly Padding[] {
  const [first, ...others] = leads;
  if (first === undefined || others.length === 0) return [];
  const size = ({ narrow, wide }: Lead, ratio: number): number => narrow + ratio * wide;
  const widest = others.reduce((a, b) => (size(b, RATIOS[1]) > size(a, RATIOS[1]) ? b : a), first);
  // Whatever the font, no row reaches beyond the column.
  const beyond = leads.flatMap((lead) => RATIOS.map((ratio) => size(lead, ratio) - size(widest, ratio)));
  const spare = Math.ceil(Math.max(0, ...beyond));
  return leads
    .map(({ offset, narrow, wide }) => ({
      offset,
      narrow: widest.narrow + spare - narrow,
      wide: widest.wide - wide,
    }))
    .filter(({ narrow, wide }) => narrow !== 0 || wide !== 0);
}

/** What stands before the first figure of each line of a table. */
function leadsIn({ document, lines }: ParsedDocument, { rows }: StatutoryTable, tabSize: number): Lead[] {
  const firsts = new Map<number, number>();
  for (const [first] of rows.map(({ found }) => found)) {
    if (first === undefined) continue;
    const offset = spanOf(document, first.place).start;
    const { line } = lines.positionAt(offset);
    firsts.set(line, Math.min(offset, firsts.get(line) ?? offset));
  }
  return [...firsts].map(([line, offset]) => ({
    offset,
    ...measure(document.text.slice(lines.lineSpan(line).start, offset), tabSize),
  }));
}

function measure(text: string, tabSize: number): Pick<Lead, "narrow" | "wide"> {
  let narrow = 0;
  let wide = 0;
  for (const character of text) {
    // To an editor a Chinese character fills two columns, which is what it counts its tab stops by.
    const column = narrow + 2 * wide;
    const width = displayWidth(character, 1);
    if (character === "\t") narrow += tabSize - (column % tabSize);
    else if (width === 2) wide++;
    else narrow += width;
  }
  return { narrow, wide };
}

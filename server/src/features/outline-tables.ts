import { spanOf } from "../document/block.ts";
import { placeOf, readLine } from "../report/line.ts";
import type { OtherGrid, Report, StatutoryTable } from "../report/report.ts";
import type { Row } from "../tables/grid.ts";
import { linesOf } from "../tables/read-lines.ts";
import type { Span } from "./statutory-data.ts";

/** A table as the outline names it, from its first row to its last. */
export interface TableEntry {
  readonly title: string;
  readonly range: Span;
  readonly firstRow: Span;
}

const LONGEST = 40;

/** The tables of a report in the order of the text: the statutory ones, and what else is clearly a table. */
export function tableEntries(report: Report): readonly TableEntry[] {
  if (!report.isReport) return [];
  const statutory = report.tables.map((table) => statutoryEntry(report, table));
  return [...statutory, ...otherEntries(report)].sort((a, b) => a.range.start - b.range.start);
}

/** Named as people speak of it: the section that prescribes it gives 表三 its number and its name. */
function statutoryEntry({ document, form }: Report, { id, first, last }: StatutoryTable): TableEntry {
  const section = form.sections.find(({ table }) => table === id);
  const firstRow = spanOf(document, first);
  return {
    title: section === undefined ? id : `${id} ${section.title}`,
    range: { start: firstRow.start, end: spanOf(document, last).end },
    firstRow,
  };
}

function otherEntries(report: Report): TableEntry[] {
  const { document, blocks, otherGrids } = report;
  const headings = new Set(headingEnds(report));
  const above = new Map(blocks.map((block, index) => [block, blocks[index - 1]]));
  return otherGrids.flatMap(({ grid: { rows }, block }): TableEntry[] => {
    const [first, last] = [rows[0], rows.at(-1)];
    // A line with one tab in it, or a frame around a picture, is no table to anybody.
    if (first === undefined || last === undefined || rows.length < 2 || !rows.some(isWide)) return [];
    const title = captionAbove(above.get(block)) ?? headWords(rows);
    if (title === undefined) return [];
    const firstRow = spanOf(document, first.place);
    return [{ title, range: { start: firstRow.start, end: spanOf(document, last.place).end }, firstRow }];
  });

  function captionAbove(block: OtherGrid["block"] | undefined): string | undefined {
    const line = block?.kind === "lines" ? linesOf(block.text).at(-1) : undefined;
    if (block === undefined || line === undefined) return undefined;
    const read = readLine(block, line.start, line.end);
    const { text } = read;
    if (text === "" || text.length > LONGEST || /[。；，：;:\t|]/.test(text)) return undefined;
    return headings.has(spanOf(document, placeOf(read)).end) ? undefined : text;
  }
}

/** A section's own heading right above its table names the section, and is no caption. */
function headingEnds({ document, sections, title }: Report): number[] {
  const ends = title === undefined ? [] : [spanOf(document, title.place).end];
  const visit = (list: Report["sections"]): void => {
    for (const { place, children } of list) {
      ends.push(spanOf(document, place).end);
      visit(children);
    }
  };
  visit(sections);
  return ends;
}

function isWide({ cells }: Row): boolean {
  return cells.filter(({ text }) => text !== "").length >= 2;
}

/** The words of the first row that has some. */
function headWords(rows: readonly Row[]): string | undefined {
  for (const { cells } of rows) {
    const words = [...new Set(cells.map(({ text }) => text).filter((text) => text !== ""))].join("、");
    if (words !== "") return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
  }
  return undefined;
}

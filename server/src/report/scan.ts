import type { Block } from "../document/block.ts";
import type { TableId } from "../forms/form.ts";
import type { Grid, Row } from "../tables/grid.ts";
import { gridOf } from "../tables/grid-of.ts";
import { memoize } from "../text/memoize.ts";
import { foldSameLength, labelKey } from "../text/normalize.ts";
import { type Heading, headingFrom, headingOf } from "./heading.ts";
import { application, disclosure, RELATION_NOTE } from "./known-tables.ts";
import { type Line, placeOf, readLine } from "./line.ts";
import { type LineRead, linesReadIn } from "./read-lines.ts";
import type { OtherGrid } from "./report.ts";
import { isReviewHead, type ReviewReader, reviewTableReader } from "./review-reader.ts";
import { type SectionRead, sectionOf } from "./section-words.ts";
import { labelledTableReader, type TableReader } from "./table-reader.ts";

/** What one pass over a report's blocks finds. */
export interface Scan {
  readonly headings: readonly Heading[];
  readonly disclosure: TableReader;
  readonly application: TableReader;
  readonly review: ReviewReader;
  /** Source rows that belong to each statutory table. */
  readonly taken: Readonly<Record<TableId, readonly TakenRow[]>>;
  readonly otherGrids: readonly OtherGrid[];
  /** Lines that are neither heading nor table. */
  readonly prose: readonly Line[];
}

export interface TakenRow {
  readonly grid: Grid;
  readonly row: Row;
}

/** Prose this long is no label, head or note of a table. */
const PROSE = 70;
const COUNT = /\d\s?[件条宗份起]/;

/** 本年新收政府信息公开申请265件。 is no label of a row, however much it says the same. */
function isSentence(text: string): boolean {
  return /[。；;]$/.test(text) && COUNT.test(text);
}

export function scanReport(blocks: readonly Block[]): Scan {
  const readers = {
    表二: labelledTableReader(disclosure),
    表三: labelledTableReader(application),
    表四: reviewTableReader(),
  };
  const taken: Record<TableId, TakenRow[]> = { 表二: [], 表三: [], 表四: [] };
  const headings: Heading[] = [];
  const otherGrids: OtherGrid[] = [];
  const prose: Line[] = [];
  let table: TableId | undefined;

  const takeInto = (id: TableId, grid: Grid, row: Row): boolean => {
    if (!readers[id].take(grid, row)) return false;
    taken[id].push({ grid, row });
    return true;
  };

  const scanLine = (grid: Grid, row: Row, { line, section }: LineRead): void => {
    if (section !== undefined && !(section.isLikely && line.listItem)) {
      headings.push(sectionHeading(line, section));
      table = section.form.table;
      return;
    }
    if (isPageNumber(row)) return;
    if (line.text.length <= PROSE ? !isSentence(line.text) : row.cells.length > 1) {
      table = openedBy(line.text) ?? table;
      if (table === "表三" && isReviewStart(line.text)) table = "表四";
      if (table !== undefined && takeInto(table, grid, row)) return;
      if (table === "表三" && application.isPieceOfGroup(line.text)) return;
    } else if (line.text.length > PROSE) table = undefined;
    // In columns of spaces a number apart from its words is part of a merged cell.
    const heading = table !== undefined && row.cells.length > 1 ? undefined : headingOf(line);
    if (heading !== undefined) {
      headings.push(heading);
      if (heading.rank === 1) table = undefined;
    } else prose.push(line);
  };

  const scanGrid = (block: Block, grid: Grid): void => {
    let used = false;
    for (const row of grid.rows) {
      if (isPageNumber(row)) continue;
      const words = row.cells.map(({ text }) => text).filter((text) => text !== "");
      const [only] = words;
      // A row of one cell may be a heading that was caught in the table: "四、……情况⇥⇥⇥".
      const line = words.length === 1 && only !== undefined ? lineOfRow(row, only) : undefined;
      const section = line && sectionOf(line);
      if (line !== undefined && section !== undefined && !section.isLikely) {
        headings.push(sectionHeading(line, section));
        table = section.form.table;
        continue;
      }
      const opened = words.map(openedBy).find((id) => id !== undefined);
      table = opened ?? table;
      if (table === "表三" && words[0] !== undefined && isReviewStart(words[0])) table = "表四";
      used = (table !== undefined && takeInto(table, grid, row)) || used;
    }
    if (!used && grid.rows.length > 0) otherGrids.push({ grid, block });
  };

  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "comment") continue;
    const grid = gridOf(block);
    if (block.kind !== "heading" && grid.layout !== "flat" && grid.layout !== "space") {
      scanGrid(block, grid);
      continue;
    }
    for (const read of linesReadIn(block)) scanLine(grid, read.row ?? headingRow(read.line), read);
  }
  return {
    headings,
    disclosure: readers.表二,
    application: readers.表三,
    review: readers.表四,
    taken,
    otherGrids,
    prose,
  };
}

/** A markdown heading as a row of one cell, for tables scattered under headings of their own. */
function headingRow(line: Line): Row {
  const { block, start, end, text } = line;
  return {
    cells: [{ text, place: placeOf(line), column: 0, columnSpan: 1, rowSpan: 1 }],
    place: { block, start, end },
  };
}

/** A row's only cell as a line. */
function lineOfRow({ cells, place: { block, start, end } }: Row, text: string): Line {
  const cell = cells.find((one) => one.text === text);
  return { ...readLine(block, cell?.place.start ?? start, cell?.place.end ?? end), start, end };
}

function sectionHeading(line: Line, { form: { number }, length, isLikely }: SectionRead): Heading {
  const heading = headingFrom(line, length);
  return isLikely ? { ...heading, likelyKey: number } : { ...heading, rank: 1, key: number };
}

const SHORTEST_OPENING = "复议后起诉";

/** The table that a text opens without its section's heading. */
function openedBy(text: string): TableId | undefined {
  return text.length > PROSE || text.length < SHORTEST_OPENING.length ? undefined : opened(text);
}

const opened = memoize((text): TableId | undefined => {
  const key = labelKey(text);
  if (key.startsWith("第二十条第") && key.length <= 9) return "表二";
  if (key.includes(RELATION_NOTE) || key.startsWith("一本年新收政府信息公开申请")) return "表三";
  return key === "未经复议直接起诉" || key === SHORTEST_OPENING ? "表四" : undefined;
});

function isReviewStart(text: string): boolean {
  return labelKey(text) === "行政复议" && isReviewHead(text);
}

const PAGE_NUMBER =
  /^(?:[-—–―－]+ ?\d{1,4} ?[-—–―－]+|[·•.] ?\d{1,4} ?[·•.]|\d{1,4} ?\/ ?\d{1,4}|第 ?\d{1,4} ?页.{0,12}|P(?:age|\.)? ?\d{1,4})$/i;
const LONGEST_PAGE_NUMBER = 20;
/** Cheap, and true of every page number: how it begins, or what parts its pages. */
const PERHAPS_PAGE_NUMBER = /^\s*[-—–―－·•.．第PpＰ]|[/／]/;

/** -4-, — 5 —, ·6·, 7 / 8, 第 9 页 共 10 页, P. 11: the foot of a page that ran into the text. */
function isPageNumber({ place, cells }: Row): boolean {
  if (cells.length > LONGEST_PAGE_NUMBER || place.end - place.start > 4 * LONGEST_PAGE_NUMBER) return false;
  const line = place.block.text.slice(place.start, place.end);
  if (!PERHAPS_PAGE_NUMBER.test(line)) return false;
  const text = foldSameLength(line).trim();
  return text.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(text.replace(/ {2,}/g, " "));
}

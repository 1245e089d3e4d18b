import type { Block } from "../document/block.ts";
import { isBorder } from "../document/drawn-tables.ts";
import { cleanInline } from "./clean-inline.ts";
import type { Cell, Grid, Row } from "./grid.ts";
import { drawnRows } from "./read-drawn.ts";

/** A stretch of a line, before it is trimmed to what the cell says. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Pipe tables, with or without a delimiter row; the delimiter row itself is no row. */
export function readPipe(block: Block): Grid {
  const lines = linesOf(block.text);
  const isBare =
    lines[1] !== undefined && BARE_DELIMITER.test(block.text.slice(lines[1].start, lines[1].end));
  const rows = withoutIndex(
    lines
      .map((line) => toRow(block, line, splitBars(block.text, line, isBare)))
      .filter((row, index) => !isDelimiter(row, index === 1)),
  );
  if (!isCellALine(block, rows)) return { layout: "pipe", rows };
  // What fills a row up has a line of its own too, or else stands behind its last cell.
  const isFilledBelow = rows.some((row) => isBar(block, row, 2));
  const alone = isFilledBelow ? "behind" : "around";
  return { layout: "flat", rows: rows.flatMap((row) => aloneRow(block, row, alone)) };
}

const LEAST_INDEXED = 4;

/** The running numbers 0, 1, 2 … that programs write before the rows of a table, under a head left empty, are no figures. */
function withoutIndex(rows: readonly Row[]): readonly Row[] {
  const isIndexed =
    rows.length >= LEAST_INDEXED &&
    rows.every(({ cells }, index) => cells[0]?.text === (index === 0 ? "" : `${index - 1}`));
  if (!isIndexed) return rows;
  return rows.map(({ cells, place }) => ({
    cells: cells.map((cell, column) => (column === 0 ? { ...cell, text: "" } : cell)),
    place,
  }));
}

/** Each cell on a line of its own with a bar behind it, as some web pages come out: 规章 |, 0 |, and | for a blank. */
function isCellALine({ text }: Block, rows: readonly Row[]): boolean {
  return (
    rows.every(({ cells }) => cells.filter((cell) => cell.text !== "").length <= 1) &&
    rows.some(({ place: { start, end } }) => !text.slice(start, end).trimStart().startsWith("|"))
  );
}

/** A cell with a line of its own; several bars alone fill up the row that ends, and are nothing. */
function aloneRow(block: Block, row: Row, alone: "behind" | "around"): Row[] {
  const { cells, place } = row;
  const written = cells.find((cell) => cell.text !== "");
  if (written !== undefined) return [{ cells: [{ ...written, column: 0 }], place }];
  const [only] = cells;
  if (only === undefined || isBar(block, row, 2)) return [];
  // What is written into it stands before its bar.
  return [{ cells: [{ ...only, alone, place: { ...place, end: place.start } }], place }];
}

/** A line of nothing but bars, so many or more. */
function isBar({ text }: Block, { place: { start, end } }: Row, least: number): boolean {
  const line = text.slice(start, end).trim();
  return line.length >= least && /^\|+$/.test(line);
}

/** Lines of plain text: rows split at tabs, else at runs of spaces, else one cell a line. */
export function readLines(block: Block): Grid {
  if (block.text.includes("\t")) {
    const lines = linesOf(block.text, isBlankRow);
    return { layout: "tab", rows: lines.map((line) => toRow(block, line, splitTabs(block.text, line))) };
  }
  const lines = linesOf(block.text);
  if (lines[0] !== undefined && isBorder(block.text.slice(lines[0].start, lines[0].end)))
    return {
      layout: "space",
      rows: drawnRows(
        block,
        lines.map((line) => toRow(block, line, splitBars(block.text, line))),
      ),
    };
  // Bars with lines of their own part the cells, as some web pages come out.
  const rows = lines
    .map((line) => toRow(block, line, splitSpaces(block.text, line)))
    .filter((row) => !isBar(block, row, 1) && !isRule(block, row));
  return { layout: rows.some(({ cells }) => cells.length > 1) ? "space" : "flat", rows };
}

function isBlankRow(line: string): boolean {
  return line.startsWith("\t");
}

/** The lines of a block that hold anything, without their line breaks; of the others those that `kept` tells. */
export function linesOf(text: string, kept: (line: string) => boolean = () => false): Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 10 : text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    const line = text.slice(start, i);
    if (line.trim() !== "" || kept(line)) lines.push({ start, end: i });
    start = i + 1;
  }
  return lines;
}

function toRow(block: Block, line: Stretch, stretches: readonly Stretch[]): Row {
  return {
    cells: stretches.map((stretch, column) => toCell(block, stretch, column)),
    place: { block, ...line },
  };
}

function toCell(block: Block, { start, end }: Stretch, column: number): Cell {
  const raw = block.text.slice(start, end);
  const text = raw.trim();
  // An empty cell's place is one space in, if there is one: "| |" takes its text between the bars.
  const from = start + (text === "" ? Math.min(1, raw.length >> 1) : raw.length - raw.trimStart().length);
  return {
    text: cleanInline(text),
    place: { block, start: from, end: from + text.length },
    column,
    columnSpan: 1,
    rowSpan: 1,
  };
}

function splitTabs(text: string, line: Stretch): Stretch[] {
  return splitAt(text, line, (i) => text.charCodeAt(i) === 9);
}

/** `isBare`: whether a bar at either end parts an empty cell from the next, there being none around the table. */
function splitBars(text: string, line: Stretch, isBare = false): Stretch[] {
  let { start, end } = line;
  while (start < end && text.charAt(start).trim() === "") start++;
  while (end > start && text.charAt(end - 1).trim() === "") end--;
  if (!isBare && text.charAt(start) === "|") start++;
  if (!isBare && end > start && text.charAt(end - 1) === "|" && text.charAt(end - 2) !== "\\") end--;
  return splitAt(text, { start, end }, (i) => text.charAt(i) === "|" && text.charAt(i - 1) !== "\\");
}

function splitAt(text: string, { start, end }: Stretch, isBorder: (index: number) => boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  for (let i = start; i <= end && i <= text.length; i++) {
    if (i < end && !isBorder(i)) continue;
    stretches.push({ start: from, end: i });
    from = i + 1;
  }
  return stretches;
}

/** Spaces that part columns, or a bar between spaces. */
const GAP = /[ \u00a0]+[|│┃][ \u00a0]+|[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*/g;
/** A token that can be a figure's cell: digits of either width, or one of the marks that stand for nothing. */
const FIGURE_TOKEN = /^(?:[+-]?[\d０-９][\d０-９,，.．]*(?:万元|元|件|条|项|个|次)?|[/／\\—–―－-]{1,3}|无)$/;

function splitSpaces(text: string, line: Stretch): Stretch[] {
  let { start, end } = line;
  while (start < end && text.charAt(start).trim() === "") start++;
  while (end > start && text.charAt(end - 1).trim() === "") end--;
  const stretches: Stretch[] = [];
  let from = start;
  for (const gap of text.slice(start, end).matchAll(GAP)) {
    stretches.push(...splitFigures(text, { start: from, end: start + gap.index }));
    from = start + gap.index + gap[0].length;
  }
  stretches.push(...splitFigures(text, { start: from, end }));
  return stretches;
}

/** Figures at the end of a stretch that single spaces part: "行政许可 0", "0 0 0". */
function splitFigures(text: string, { start, end }: Stretch): Stretch[] {
  const figures: Stretch[] = [];
  let rest = end;
  for (;;) {
    // Within the stretch only: a search back through the whole block would make each line cost all before it.
    const from = start + text.slice(start, rest).lastIndexOf(" ") + 1;
    if (!FIGURE_TOKEN.test(text.slice(from, rest))) break;
    figures.push({ start: from, end: rest });
    rest = from;
    while (rest > start && text.charAt(rest - 1) === " ") rest--;
    if (rest === start) break;
  }
  figures.reverse();
  return rest > start ? [{ start, end: rest }, ...figures] : figures;
}

/** Where two tables stand without a blank line between, markdown takes the second, delimiter row and all, for rows. */
function isDelimiter({ cells }: Row, isSecond: boolean): boolean {
  const shape = isSecond ? UNDER_HEAD : /^:?-{3,}:?$/;
  return cells.length > 0 && cells.every(({ text }) => shape.test(text));
}

/** The lines of dashes of a table without bars, as pandoc writes it. Three dashes and fewer may stand for nothing. */
function isRule({ text }: Block, { cells, place: { start, end } }: Row): boolean {
  if (cells[0]?.text.startsWith("-") !== true) return false;
  const line = text.slice(start, end);
  return /^[\s-]+$/.test(line) && line.includes("----");
}

/** The line under the head of a table without bars around it. */
const BARE_DELIMITER = /^\s*:?-+:? \| [-: |]*[-:]\s*$/;

/** Of a delimiter row, which word processors make --- into —— of while it is typed. */
const UNDER_HEAD = /^:?(?:-+|[—–―─]{2,}):?$/;

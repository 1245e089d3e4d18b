import { readFigureCell } from "../report/figure-cell.ts";
import type { Cell, Grid } from "../tables/grid.ts";
import { occupancy } from "../tables/occupancy.ts";
import { moneyUnitIn } from "../text/money.ts";
import { foldSameLength } from "../text/normalize.ts";
import { isAmount, remarkOf, UNIT_LINE } from "./label-words.ts";
import type { NamedFigure, NamedTable } from "./named-table.ts";
import { type NamedLine, type NamedLines, namedLines } from "./names.ts";

type Line = readonly (Cell | undefined)[];

const ORDER = /^(?:序号|编号|行次|No\.?)$/i;
const YEAR = /^(?:19|20)\d\d$/;
/** A head of more rows, or labels of more columns, are none. */
const MOST_HEAD_ROWS = 6;
const MOST_LABELS = 6;

/**
 * Reads a grid with names: title rows, head rows, then rows that begin with their labels. undefined where it has no
 * such shape. A row that does not reach over the whole width keeps its name, and no figure of it is sure.
 *
 * @param outer what stands over the table, for its titles: the nearest first.
 */
export function readNamedTable({ layout, rows }: Grid, outer: readonly string[]): NamedTable | undefined {
  if (layout === "flat") return undefined;
  const { lines } = occupancy(rows);
  // Tabs at the end of lines make columns of nothing.
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex((cell) => cell?.text) + 1));
  if (width < 2) return undefined;
  const first = lines.findIndex((line) => wordsOf(line).length > 1);
  if (first < 0) return undefined;
  const above = lines.slice(0, first).flatMap(wordsOf);
  const titles = [...above, ...outer].filter((text) => text !== "" && !UNIT_LINE.test(text));
  const start = first + headHeight(lines.slice(first));
  const body = lines.slice(start).filter((line) => wordsOf(line).length > 0);
  const head = lines.slice(first, start);
  if (titles.length === 0 || body.length === 0) return undefined;
  const labelled = labelWidth(head, body, width);
  if (labelled >= width) return undefined;
  const names = [...Array(labelled).keys()].filter((column) => !ORDER.test(headOf(head, column)));
  const rowLines = namedLines(body.map((line) => lineOf(names.map((column) => line[column]?.text ?? ""))));
  const columnLines = namedLines(
    [...Array(width - labelled).keys()].map((column) =>
      lineOf(head.map((line) => line[column + labelled]?.text ?? "")),
    ),
  );
  const money = moneyOf(
    above.find((text) => UNIT_LINE.test(text)) ?? outer.find((text) => UNIT_LINE.test(text)) ?? "",
  );
  const [id = ""] = titles;
  const rowNames = uniqueNames(rowLines);
  const columnNames = uniqueNames(columnLines);
  const columnUnits = columnLines.lines.map(({ label }) => moneyOf(remarkOf(label)));
  const rowUnits = rowLines.lines.map(({ label }) => moneyOf(remarkOf(label)));
  const isFull = body.map((line) => line.slice(0, width).every((cell) => cell !== undefined));
  const kinds = columnLines.lines.map((_, column) =>
    body.map((line, row) => (isFull[row] ? kindOf(line[column + labelled]) : "blank")),
  );
  return {
    titles,
    rows: rowLines,
    columns: columnLines,
    addsRow: (row) => isAmount(rowLines.lines[row]?.label ?? ""),
    addsColumn: (column) =>
      isAmount([...(columnLines.lines[column]?.groups ?? []), columnLines.lines[column]?.label].join("")) &&
      kinds[column]?.includes("number") === true &&
      !kinds[column]?.includes("invalid"),
    figure(row, column): NamedFigure | undefined {
      const cell = body[row]?.[column + labelled];
      const name = `${id.replaceAll("/", "／")}/${rowNames[row]}/${columnNames[column]}`;
      if (cell === undefined) return undefined;
      const found = readFigureCell(cell);
      const isSure = isFull[row] === true && cell.columnSpan === 1 && cell.rowSpan === 1;
      const figure =
        isSure && found !== undefined
          ? { name, kind: found.kind, value: found.value, place: found.place }
          : { name, kind: "invalid" as const, value: null, place: cell.place };
      const unit = moneyOf(foldSameLength(cell.text)) || columnUnits[column] || rowUnits[row] || money;
      return { name, unit, seen: () => figure };
    },
  };
}

/** The different texts of a line. */
function wordsOf(line: Line): string[] {
  return [...new Set(line)].flatMap((cell) => (cell === undefined || cell.text === "" ? [] : [cell.text]));
}

function kindOf(cell: Cell | undefined): "number" | "blank" | "invalid" {
  return cell === undefined ? "blank" : (readFigureCell(cell)?.kind ?? "invalid");
}

function isNumber(cell: Cell | undefined): boolean {
  return kindOf(cell) === "number";
}

/**
 * How many rows are the head: none where the first has a figure that is no year; else the first, and those after it
 * that have no figure as long as merged or empty cells above them ask for more.
 */
function headHeight(lines: readonly Line[]): number {
  const [first, ...more] = lines;
  if (first?.slice(1).some((cell) => isNumber(cell) && !YEAR.test(cell?.text ?? ""))) return 0;
  let height = 1;
  let above = first;
  for (const line of more.slice(0, MOST_HEAD_ROWS - 1)) {
    const cells = new Set(above);
    const isOpen = above
      ?.slice(1)
      .some((cell) => cell === undefined || cell.text === "" || cell.columnSpan > 1);
    const isSpanned = line.some((cell) => cell !== undefined && cells.has(cell));
    if ((!isOpen && !isSpanned) || line.some(isNumber)) break;
    height += 1;
    above = line;
  }
  return height;
}

/** How many columns hold the labels: the first, and those after it without a figure. */
function labelWidth(head: readonly Line[], body: readonly Line[], width: number): number {
  const isLabels = (column: number): boolean =>
    body.some((line) => line[column] !== undefined && line[column]?.text !== "") &&
    !body.some((line) => isNumber(line[column]));
  let labelled = ORDER.test(headOf(head, 0)) ? 2 : 1;
  while (
    labelled < Math.min(width, MOST_LABELS) &&
    isLabels(labelled) &&
    body.some((line) => line.slice(labelled + 1).some(isNumber))
  ) {
    labelled += 1;
  }
  return labelled;
}

function headOf(head: readonly Line[], column: number): string {
  return head.map((line) => line[column]?.text ?? "").find((text) => text !== "") ?? "";
}

/** The last of some texts from the outermost in, each once, as label, those before as its groups. */
function lineOf(texts: readonly string[]): NamedLine {
  const path = texts.filter((text, index) => text !== "" && texts.indexOf(text) === index);
  return { label: path.at(-1) ?? "", groups: path.slice(0, -1), aliases: [] };
}

/** One name for each line, for the names of figures: its label, or with its groups, or else with its number. */
function uniqueNames({ lines }: NamedLines): readonly string[] {
  const times = new Map<string, number>();
  for (const { label } of lines) times.set(label, (times.get(label) ?? 0) + 1);
  const taken = new Set<string>();
  return lines.map(({ label, groups }, index) => {
    const path = times.get(label) === 1 ? [label] : [...groups, label];
    let name = path.join("／").replaceAll("/", "／");
    if (name === "" || taken.has(name)) name += `#${index + 1}`;
    while (taken.has(name)) name += "#";
    taken.add(name);
    return name;
  });
}

function moneyOf(text: string): string {
  return moneyUnitIn(text) ?? "";
}

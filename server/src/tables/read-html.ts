import { Parser } from "htmlparser2";
import type { Block } from "../document/block.ts";
import { asRead } from "./clean-inline.ts";
import type { Cell, Grid, Row } from "./grid.ts";

/** A span beyond this is a slip of the pen, not a table. */
const MOST_SPAN = 100;

interface OpenCell {
  text: string;
  /** Extent of the visible text. */
  start: number;
  end: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** One <table>: cells on the grid that rowspan and colspan make, with the place of each cell's text. */
export function readHtml(block: Block): Grid {
  const rows: Row[] = [];
  /** For each column, how many rows below are still covered by a cell above. */
  const covered: number[] = [];
  let cells: Cell[] | undefined;
  let rowStart = 0;
  let open: OpenCell | undefined;
  let raised = 0;

  const closeCell = (): void => {
    raised = 0;
    if (open === undefined) return;
    cells ??= [];
    const column = nextFree(covered, cells);
    const { text, start, end, columnSpan, rowSpan } = open;
    cells.push({
      text: asRead(text.replace(/[\s\u00a0]+/g, " ").trim()),
      place: { block, start, end },
      column,
      columnSpan,
      rowSpan,
    });
    open = undefined;
  };
  const closeRow = (end: number): void => {
    closeCell();
    if (cells === undefined) return;
    for (let column = 0; column < covered.length; column++)
      covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
    for (const { column, columnSpan, rowSpan } of cells) {
      for (let i = column; i < column + columnSpan; i++) covered[i] = Math.max(covered[i] ?? 0, rowSpan - 1);
    }
    rows.push({ cells, place: { block, start: rowStart, end } });
    cells = undefined;
  };

  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      if (name === "tr") {
        closeRow(parser.startIndex);
        cells = [];
        rowStart = parser.startIndex;
      } else if (name === "td" || name === "th") {
        closeCell();
        const after = parser.endIndex + 1;
        open = {
          text: "",
          start: after,
          end: after,
          columnSpan: spanOf(attributes.colspan),
          rowSpan: spanOf(attributes.rowspan),
        };
      } else if (name === "br" && open !== undefined) open.text += " ";
      else if (name === "sup") raised++;
    },
    ontext(text) {
      // A raised number is the mark of a footnote, no digit of the figure.
      if (open === undefined || raised > 0) return;
      const visible = text.trim();
      if (visible !== "") {
        const lead = text.length - text.trimStart().length;
        // An entity's text is shorter than its source; its place is the whole entity.
        const exact = parser.endIndex + 1 - parser.startIndex === text.length;
        const start = parser.startIndex + (exact ? lead : 0);
        const end = exact ? start + visible.length : parser.endIndex + 1;
        if (open.text.trim() === "") open.start = start;
        open.end = end;
      }
      open.text += text;
    },
    onclosetag(name) {
      if (name === "sup") raised = Math.max(0, raised - 1);
      else if (name === "td" || name === "th") closeCell();
      else if (name === "tr" || name === "table") closeRow(parser.endIndex + 1);
    },
  });
  parser.end(block.text);
  closeRow(block.text.length);
  return { layout: "html", rows };
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? "1", 10);
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, MOST_SPAN);
}

/** First column right of the row's last cell that no cell from above covers. */
function nextFree(covered: readonly number[], cells: readonly Cell[]): number {
  const last = cells.at(-1);
  let column = last === undefined ? 0 : last.column + last.columnSpan;
  while ((covered[column] ?? 0) > 0) column++;
  return column;
}

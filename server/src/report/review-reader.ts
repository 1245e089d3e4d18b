import type { Row } from "../tables/grid.ts";
import { labelKey } from "../text/normalize.ts";
import { isFigure } from "./figure-cell.ts";
import { firstFigure, isAlone, type SourceRow, sourceRow } from "./source-row.ts";
import type { TableReader } from "./table-reader.ts";

/** Heads of 表四, whole; a flat text breaks them over lines (结果 / 维持). */
const HEADS = [
  "行政复议",
  "行政诉讼",
  "未经复议直接起诉",
  "复议后起诉",
  "结果维持",
  "结果纠正",
  "其他结果",
  "尚未审结",
  "总计",
];
const GROUP_WIDTH = 5;
const GROUPS: ReadonlySet<string> = new Set(["行政复议", "未经复议直接起诉", "复议后起诉"]);

/** Figures that stand below (or right of) one head. */
export interface ReviewPart {
  /** The group's head met last before them, "" for none. */
  readonly group: string;
  readonly sources: SourceRow[];
}

export interface ReviewReader extends Pick<TableReader, "take"> {
  readonly parts: readonly ReviewPart[];
}

export function isReviewHead(text: string): boolean {
  const key = labelKey(text);
  return key.length >= 2 && HEADS.some((head) => head.includes(key));
}

/** 行政复议、行政诉讼情况 names both, and so neither. */
function isNamed(key: string, name: string): boolean {
  return (
    key.includes(name) && key.length <= name.length + 6 && !(name === "行政复议" && key.includes("诉讼"))
  );
}

function isBlankRow({ cells }: Row): boolean {
  return cells.length >= GROUP_WIDTH && cells.every(({ text }) => text === "");
}

/** A word that is no head beside fewer figures than a group has: 备注, 无. */
function isRemark({ cells }: Row): boolean {
  const said = cells.filter(({ text }) => text !== "");
  const figures = said.filter(isFigure);
  return figures.length < said.length && said.length > 1 && figures.length < GROUP_WIDTH;
}

/** Reads 表四: no row labels, so figures go by their order, or by the head above them where there are several. */
export function reviewTableReader(): ReviewReader {
  const parts: ReviewPart[] = [];
  let group = "";
  let changed = true;
  let headed = false;
  return {
    parts,
    take(grid, row) {
      let known = false;
      for (const cell of row.cells) {
        const key = labelKey(cell.text);
        // In a scattered form a heading names the group: 1.行政复议, （二）行政诉讼—未经复议直接起诉.
        const named = [...GROUPS].find((name) => isNamed(key, name));
        if (named !== undefined) {
          changed ||= named !== group;
          group = named;
        }
        known ||= named !== undefined || isReviewHead(cell.text);
      }
      headed ||= known;
      // Bars alone before a head begin its row, or fill up the row above it.
      if (known && parts.at(-1)?.sources.every(isAlone)) {
        parts.pop();
        changed = true;
      }
      const figure = firstFigure(row, -1);
      const blank = headed && isBlankRow(row);
      if (figure === row.cells.length && !blank) return known;
      const source = sourceRow(grid, row, row.cells[figure - 1]?.text ? figure - 1 : -1);
      if (!known && isRemark(row)) return false;
      const last = parts.at(-1);
      if (last === undefined || changed) parts.push({ group, sources: [source] });
      // A blank row may part the head from the figures, or be the figures left blank.
      else if (last.sources.every((one) => isBlankRow(one.row)))
        last.sources.splice(0, last.sources.length, source);
      else if (!blank) last.sources.push(source);
      changed = false;
      return true;
    },
  };
}

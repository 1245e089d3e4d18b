import type { Place } from "../document/block.ts";
import type { Cell } from "../tables/grid.ts";
import { parseDecimal } from "../text/decimal.ts";
import { foldSameLength } from "../text/normalize.ts";
import type { FoundCell } from "./report.ts";

/** A number, perhaps with its unit and a note in brackets: 22（其中修订16件）, 251000元, 1,234. */
const NUMBER =
  /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:万元|亿元|元|件|条|项|个|次|宗|起|人|份|篇|部)?\s*(?:\(.*\))?$/;
/** What people write for nothing. */
const NOTHING = /^(?:[/\\—–―－-]{1,3}|无|空)$/;

/**
 * Reads a cell as a figure. An empty cell or a mark for nothing is a blank; undefined where the cell's
 * text can be no figure (a label).
 */
export function readFigureCell(cell: Cell): FoundCell | undefined {
  const folded = foldSameLength(cell.text).trim();
  if (folded === "" || NOTHING.test(folded)) return found(cell, "blank");
  const match = NUMBER.exec(folded);
  if (match === null) return undefined;
  const written = match[1] ?? "";
  const value = parseDecimal(written.replaceAll(",", ""));
  return value === null ? undefined : { ...found(cell, "number", numberPlace(cell, written)), value };
}

/** A cell that stands where a figure must be and is none. */
export function invalidFigure(cell: Cell): FoundCell {
  return found(cell, "invalid");
}

function found(cell: Cell, kind: FoundCell["kind"], place: Place = cell.place): FoundCell {
  return { text: cell.text, place, kind, value: null };
}

/** Where the number stands inside its cell; the whole cell where marks part its digits. */
function numberPlace({ place }: Cell, written: string): Place {
  const raw = foldSameLength(place.block.text.slice(place.start, place.end));
  const at = raw.indexOf(written);
  return at < 0
    ? place
    : { block: place.block, start: place.start + at, end: place.start + at + written.length };
}

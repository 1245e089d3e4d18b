import { type Place, spanOf } from "../../document/block.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { RangeJson } from "./json.ts";

/** A place as lines and characters of the whole text. */
export function rangeOf({ document, lines }: ParsedDocument, place: Place): RangeJson {
  const { start, end } = spanOf(document, place);
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** From the start of one place to the end of another. */
export function rangeAcross(parsed: ParsedDocument, first: Place, last: Place): RangeJson {
  return { start: rangeOf(parsed, first).start, end: rangeOf(parsed, last).end };
}

/** Text of a line, without its line break. */
export function rowAt({ document, lines }: ParsedDocument, line: number): string {
  const { start, end } = lines.lineSpan(line);
  return document.text.slice(start, end);
}

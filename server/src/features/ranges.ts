import type { Range } from "vscode-languageserver-types";
import { type Place, spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Span } from "./statutory-data.ts";

/** A stretch of the whole text as lines and characters. */
export function rangeOfSpan(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** A place as lines and characters of the whole text. */
export function rangeOf({ document, lines }: ParsedDocument, place: Place): Range {
  return rangeOfSpan(lines, spanOf(document, place));
}

import type { Place } from "../../document/block.ts";
import { rangeOf } from "../../features/ranges.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { LineIndex } from "../../text/lines.ts";
import type { RangeJson } from "./json.ts";

/** From the start of one place to the end of another. */
export function rangeAcross(parsed: ParsedDocument, first: Place, last: Place): RangeJson {
  return { start: rangeOf(parsed, first).start, end: rangeOf(parsed, last).end };
}

/** A text with its lines, to show what stands there. */
export interface SourceText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Text of a line, without its line break. */
export function rowAt({ text, lines }: SourceText, line: number): string {
  const { start, end } = lines.lineSpan(line);
  return text.slice(start, end);
}

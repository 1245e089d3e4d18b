import { displayWidth } from "../text/width.ts";

/** A source row with a line of carets below it, both to be printed behind the same indentation. */
export interface Excerpt {
  readonly row: string;
  readonly carets: string;
}

/** Terminals draw characters of ambiguous width (“ ” … ①) in one column unless told otherwise. */
const AMBIGUOUS_WIDTH = 1;
/** A tab's own width says nothing once the row is indented and cut. */
const TAB = "  ";
// biome-ignore lint/suspicious/noControlCharactersInRegex: a file must not be able to command the terminal
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * Shows `row` with `start` to `end` marked, in at most `columns` columns: of a longer row what stands around the
 * mark. A mark of no length gets one caret.
 */
export function excerptOf(row: string, start: number, end: number, columns: number): Excerpt {
  const marked = cutEnd(printable(row.slice(start, end)), columns);
  const room = Math.max(0, columns - width(marked));
  const after = printable(row.slice(end)).trimEnd();
  const wholeBefore = printable(row.slice(0, start)).replace(/^ +/, "");
  const before = cutStart(wholeBefore, Math.max(room - Math.min(width(after), room >> 1), 0));
  const rest = cutEnd(after, Math.max(0, room - width(before)));
  return {
    row: `${before}${marked}${rest}`.trimEnd(),
    carets: " ".repeat(width(before)) + "^".repeat(Math.max(1, width(marked))),
  };
}

function printable(text: string): string {
  return text.replaceAll("\t", TAB).replace(CONTROL, " ");
}

function width(text: string): number {
  return displayWidth(text, AMBIGUOUS_WIDTH);
}

function cutEnd(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  return columns < 1 ? "" : `${fitting([...text], columns - 1).join("")}…`;
}

function cutStart(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  return columns < 1
    ? ""
    : `…${fitting([...text].reverse(), columns - 1)
        .reverse()
        .join("")}`;
}

/** As many of the first characters as fit. */
function fitting(characters: readonly string[], columns: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += width(character);
    return used > columns;
  });
  return characters.slice(0, end < 0 ? characters.length : end);
}

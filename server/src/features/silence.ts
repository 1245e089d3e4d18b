import type { Place } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { lineBreakOf } from "../text/line-break.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { spanOfTable } from "./statutory-data.ts";

/** A comment before the paragraph, the heading or the table that a place stands in, silencing a rule there. */
export function silenceHere(
  { document, reports }: ParsedDocument,
  { block, start }: Place,
  code: string,
): TextEdit {
  const offset = document.offsetOf(block);
  const table = reports
    .flatMap((report) => report.tables)
    .map((table) => spanOfTable(document, table))
    .find((span) => span.start <= offset + start && offset + start <= span.end);
  return commentAt(document.text, table?.start ?? offset, code);
}

/** A comment at the top of the file, silencing a rule in all of it. */
export function silenceInFile(
  { document: { text, blocks, offsetOf } }: ParsedDocument,
  code: string,
): TextEdit {
  const [first] = blocks;
  const hasFrontMatter = first?.kind === "code" && /^\uFEFF?---\r?\n/.test(first.text);
  if (!hasFrontMatter) return commentAt(text, text.startsWith("\uFEFF") ? 1 : 0, code);
  const end = offsetOf(first) + first.text.length;
  return { start: end, end, newText: lineBreakOf(text) + commentFor(code) };
}

/** A comment on a line of its own before what stands at an offset. */
function commentAt(text: string, offset: number, code: string): TextEdit {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  const lineBreak = lineBreakOf(text);
  const isLineStart = start === 0 || /[\r\n\uFEFF]/.test(text.charAt(start - 1));
  return { start, end: start, newText: `${isLineStart ? "" : lineBreak}${commentFor(code)}${lineBreak}` };
}

function commentFor(code: string): string {
  return `<!-- gouji-disable ${code} -->`;
}

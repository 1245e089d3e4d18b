import type { Block, Place, SourceDocument } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { lineBreakOf } from "../text/line-break.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { spanOfTable } from "./statutory-data.ts";

/**
 * A comment before the paragraph, the heading or the table that a place stands in, silencing a rule there.
 * Undefined at the top of the file, where it would silence the rule in all of it.
 */
export function silenceHere(
  { document, reports }: ParsedDocument,
  { block, start }: Place,
  code: string,
): TextEdit | undefined {
  const offset = document.offsetOf(block);
  const table = reports
    .flatMap((report) => report.tables)
    .map((table) => spanOfTable(document, table))
    .find((span) => span.start <= offset + start && offset + start <= span.end);
  const before = table?.start ?? offset;
  return isTop(document, before) ? undefined : commentAt(document.text, before, code);
}

/** A comment at the top of the file, silencing a rule in all of it. */
export function silenceInFile(
  { document: { text, blocks, offsetOf } }: ParsedDocument,
  code: string,
): TextEdit {
  const [first] = blocks;
  if (first === undefined || !isFrontMatter(first))
    return commentAt(text, text.startsWith("\uFEFF") ? 1 : 0, code);
  const end = offsetOf(first) + first.text.length;
  return { start: end, end, newText: lineBreakOf(text) + commentFor(code) };
}

/** Whether nothing that an author sees stands before an offset. */
function isTop(document: SourceDocument, offset: number): boolean {
  return document.blocks.every(
    (block) => document.offsetOf(block) >= offset || block.kind === "comment" || isFrontMatter(block),
  );
}

function isFrontMatter({ kind, text }: Block): boolean {
  return kind === "code" && /^\uFEFF?---\r?\n/.test(text);
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

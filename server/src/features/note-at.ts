import { spanOf } from "../document/block.ts";
import { proseLinesOf } from "../report/prose-lines.ts";
import type { Report } from "../report/report.ts";
import { headingsOf } from "../rules/support.ts";
import { feeNote, sectionNote, tableWords } from "./form-notes.ts";
import type { Span } from "./statutory-data.ts";

/** What the form asks for at a place that holds no figure. */
export interface Note {
  readonly span: Span;
  readonly title: string;
  readonly text: string;
}

const FEE = /信息处理费/g;

/** The note on a section's heading, on a head or a group of a statutory table, on 信息处理费 in prose. */
export function noteAt(report: Report, offset: number): Note | undefined {
  return sectionAt(report, offset) ?? tableWordAt(report, offset) ?? feeAt(report, offset);
}

function sectionAt(report: Report, offset: number): Note | undefined {
  const { document, form } = report;
  const section = headingsOf(report).find(({ place }) => holds(spanOf(document, place), offset));
  const text = section?.key === undefined ? undefined : sectionNote(section.key);
  const own = form.sections.find(({ number }) => number === section?.key);
  if (section === undefined || text === undefined || own === undefined) return undefined;
  return { span: spanOf(document, section.place), title: `${own.number}、${own.title}`, text };
}

function tableWordAt({ document, tables }: Report, offset: number): Note | undefined {
  const table = tables.find(({ first, last }) =>
    holds({ start: spanOf(document, first).start, end: spanOf(document, last).end }, offset),
  );
  if (table === undefined) return undefined;
  for (const { word, note } of tableWords(table.id)) {
    const span = wordAround(document.text, offset, word);
    if (span !== undefined) return { span, title: `${table.id} ${word}`, text: note };
  }
  return undefined;
}

/** As far on either side of an offset as a word with blanks in it reaches. */
const FARTHEST = 40;
const BLANK = /[ \u3000\r\n]/;

/** Where a word stands around an offset; blanks and line breaks may stand in it, as narrow columns leave them. */
function wordAround(text: string, offset: number, word: string): Span | undefined {
  const from = Math.max(0, offset - FARTHEST);
  const places: number[] = [];
  for (let at = from; at < Math.min(text.length, offset + FARTHEST); at++) {
    if (!BLANK.test(text.charAt(at))) places.push(at);
  }
  const letters = places.map((at) => text.charAt(at)).join("");
  for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1)) {
    const span = { start: places[at] ?? from, end: (places[at + word.length - 1] ?? from) + 1 };
    if (holds(span, offset)) return span;
  }
  return undefined;
}

function feeAt(report: Report, offset: number): Note | undefined {
  const line = proseLinesOf(report).find(({ place }) => holds(spanOf(report.document, place), offset));
  if (line === undefined) return undefined;
  const { start } = spanOf(report.document, line.place);
  for (const { index, 0: word } of line.folded.matchAll(FEE)) {
    const span = { start: start + index, end: start + index + word.length };
    if (holds(span, offset)) return { span, title: word, text: feeNote() };
  }
  return undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

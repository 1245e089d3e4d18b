import type { Place } from "../document/block.ts";
import { type ProseLine, proseLinesOf } from "../report/prose-lines.ts";
import type { Report } from "../report/report.ts";
import { foldSameLength } from "../text/normalize.ts";

/** A paragraph with the key of its section; undefined above the first. */
export interface Paragraph extends ProseLine {
  readonly section: string | undefined;
}

/** Sections that speak of figures; what 五 and 六 count is something else. */
const SECTIONS: ReadonlySet<string | undefined> = new Set([undefined, "一", "三", "四"]);
/** A line that ends without a stop and is this long goes on in the next, as text from a PDF does. */
const LONG = 16;
const STOPPED = /[。；;：:！!？?]\s*$/;
/** Numbers, bullets, and the two blanks that a paragraph begins with. */
const BEGINS = /^(?:\s{2}|\u3000|\s*(?:[-*+#>|(（]|\d{1,2}[.、．)]|[一二三四五六七八九十]{1,3}[、是]))/;
const YEAR = /((?:19|20)\d{2})(\s?)年/g;

/** The paragraphs that speak of figures, and what stands above the first section. */
export function paragraphsOf(report: Report): Paragraph[] {
  const starts = report.sections.map(({ key, line }) => ({
    key,
    start: report.document.offsetOf(line.block) + line.start,
  }));
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const line of proseLinesOf(report)) {
    const offset = report.document.offsetOf(line.place.block) + line.place.start;
    while ((starts[next]?.start ?? Number.POSITIVE_INFINITY) <= offset) next++;
    const section = starts[next - 1]?.key;
    if (!SECTIONS.has(section)) continue;
    const before = paragraphs.at(-1);
    const joined = before !== undefined && before.section === section ? join(before, line) : undefined;
    if (joined === undefined) paragraphs.push({ ...line, section });
    else paragraphs[paragraphs.length - 1] = { ...joined, section };
  }
  return paragraphs.map((one) => ({ ...one, folded: foldParagraph(one.text, report.year) }));
}

/** The paragraph with a text put in at a place of it. */
export function insertedInto(paragraph: Paragraph, at: Place, inserted: string, year?: number): Paragraph {
  const { place, text } = paragraph;
  if (place.block !== at.block || at.start < place.start || at.start > place.end) return paragraph;
  const offset = at.start - place.start;
  const changed = text.slice(0, offset) + inserted + text.slice(offset);
  return { ...paragraph, text: changed, folded: foldParagraph(changed, year) };
}

function join(first: ProseLine, next: ProseLine): ProseLine | undefined {
  const { block, start, end } = first.place;
  const last = first.text.slice(first.text.lastIndexOf("\n") + 1);
  const isBroken =
    next.place.block === block &&
    !first.isHeading &&
    !next.isHeading &&
    last.length >= LONG &&
    !STOPPED.test(last) &&
    !BEGINS.test(next.text) &&
    /^[\r\n]+$/.test(block.text.slice(end, next.place.start));
  if (!isBroken) return undefined;
  const place = { block, start, end: next.place.end };
  return { ...first, text: block.text.slice(start, next.place.end), place };
}

/**
 * Folded to half width, broken lines and the marks of bold type as blanks, and years as they stand to the report's:
 * 2023年 is 本年, 2022年 is 上年. Same length.
 */
function foldParagraph(text: string, year: number | undefined): string {
  const folded = foldSameLength(text).replace(/[\r\n*]/g, " ");
  if (year === undefined) return folded;
  return folded.replace(YEAR, (named, digits: string) => {
    const far = Number(digits) - year;
    const word = far === 0 ? "本年" : far === -1 ? "上年" : far === 1 ? "下年" : "他年";
    return word.padStart(named.length);
  });
}

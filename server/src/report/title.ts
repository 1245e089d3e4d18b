import type { Block, Place } from "../document/block.ts";
import { perBlock } from "../document/per-block.ts";
import { linesOf } from "../tables/read-lines.ts";
import { foldSameLength } from "../text/normalize.ts";
import { type Line, placeOf, readLine } from "./line.ts";
import { undress } from "./undress.ts";

/** A report's title where it stands, perhaps over two lines: the agency, and what it reports. */
export interface Title {
  readonly text: string;
  readonly place: Place;
  readonly agency: string;
  readonly year: number;
  readonly yearPlace: Place;
}

const SUBJECT = "(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)";
const YEAR = "((?:19|20)\\d{2}|[一二][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2})年";
/** 老城区人民政府办公室2022年政府信息公开工作年度报告; also with the year first or, in brackets, last. */
const SHAPES: readonly { readonly shape: RegExp; readonly year: number; readonly agency: number }[] = [
  { shape: new RegExp(`^(.{0,50}?)${YEAR}(?:度)?${SUBJECT}$`), agency: 1, year: 2 },
  { shape: new RegExp(`^${YEAR}(?:度)?(.{2,50}?)${SUBJECT}$`), agency: 2, year: 1 },
  { shape: new RegExp(`^(.{0,50}?)${SUBJECT}${YEAR}(?:度)?$`), agency: 1, year: 2 },
];
const LONGEST = 90;
const LONGEST_YEAR = 20;
/** Cheap and true of every title's last line, so that the rest is asked of few. */
const REPORT = /报\s*告|年\s*报|年\s*度/;
/** 2023年上半年政府信息公开工作报告 is no annual report. */
const PART_OF_YEAR = /[上下]半年|季度|\d月/;
/** A line that is an agency's name and no more, above a title that names none. */
const AGENCY =
  /^[\p{sc=Han}、·]{2,40}(?:政府|办公室|办事处|委员会|管委会|街道|[局厅部委办院镇乡县区市处所站])(?:关于)?$/u;

/** What a title says, read from its text alone; spaces may stand anywhere in it. */
export function titleOf(text: string): { readonly agency: string; readonly year: number } | undefined {
  if (text.length > LONGEST || !REPORT.test(text)) return undefined;
  const compact = foldSameLength(text).replace(/[\s《》“”"()〔〕【】]/g, "");
  for (const { shape, year, agency } of SHAPES) {
    const match = shape.exec(compact);
    if (match === null || PART_OF_YEAR.test(match[agency] ?? "")) continue;
    return {
      agency: (match[agency] ?? "").replace(/[:：—-]{1,4}$/, "").replace(/^关于|关于$/g, ""),
      year: yearOf(match[year] ?? ""),
    };
  }
  return undefined;
}

/** First report year of the first form, 国办公开办函〔2019〕60号; the years before had none with these tables. */
const FIRST_YEAR = 2019;

/**
 * Whether a title by itself tells that a report of the Regulation follows: 信息公开年度报告 are also what
 * universities and hospitals publish, in another form, and 政务公开 is more than 政府信息公开.
 */
export function isStatutory({ text, year }: Title): boolean {
  return year >= FIRST_YEAR && text.replace(/\s/g, "").includes("政府信息公开");
}

function yearOf(written: string): number {
  const digits = [...written].map((digit) => {
    const value = "〇一二三四五六七八九".indexOf(digit);
    return value >= 0 ? String(value) : /\d/.test(digit) ? digit : "0";
  });
  return Number(digits.join(""));
}

/** The titles in a block, in order; found once. */
export const titlesIn: (block: Block) => readonly Title[] = perBlock((block) => {
  const titles: Title[] = [];
  if ((block.kind !== "lines" && block.kind !== "heading") || !REPORT.test(block.text)) return titles;
  let last: Line | undefined;
  for (const { start, end } of linesOf(block.text)) {
    const line = readLine(block, start, end);
    const title = titleAt(last, line);
    if (title !== undefined) titles.push(title);
    last = title === undefined ? line : undefined;
  }
  return titles;
});

/** Section 一, with which a report without a title begins. */
const FIRST_SECTION = /^\s*一\s?[、､.．,，]\s?总体情况[\s。：:]*$/;

/**
 * Whether a line of a run of lines may begin a report: it is a title or, above the rest of its title, the first
 * line of one, or else the heading of section 一.
 */
export function opensReport(line: string, above: string, below: string): boolean {
  if (FIRST_SECTION.test(line)) return true;
  if (!REPORT.test(line) && !REPORT.test(below)) return false;
  const own = titleOf(wordsIn(line));
  if (own !== undefined) return own.agency !== "" || !isAgency(wordsIn(above));
  const next = titleOf(wordsIn(below));
  if (next !== undefined) return next.agency === "" && isAgency(wordsIn(line));
  return !/[。；，]/.test(line) && titleOf(wordsIn(line) + wordsIn(below)) !== undefined;
}

const YEAR_ALONE = /^[(（〔]?\s*(?:19|20)\d{2}\s*年度?\s*[)）〕]?$/;

/** A title whose year stands alone in the block below it. */
export function titleAbove(block: Block, above: Block | undefined): Title | undefined {
  if (above === undefined || block.text.length > LONGEST_YEAR) return undefined;
  const year = readLine(block, 0, block.text.length);
  if (!YEAR_ALONE.test(year.text)) return undefined;
  const line = readLine(above, 0, above.text.length);
  const said = titleOf(line.text + year.text);
  if (said === undefined) return undefined;
  return { text: line.text + year.text, place: placeOf(line), ...said, yearPlace: placeOf(year) };
}

function wordsIn(line: string): string {
  return undress(line).text;
}

/** A title on one line, or together with the line before it. */
function titleAt(above: Line | undefined, line: Line): Title | undefined {
  const own = titleOf(line.text);
  if (own !== undefined && (own.agency !== "" || above === undefined || !isAgency(above.text))) {
    return written(line, line, line.text, own);
  }
  if (above === undefined || /[。；，]/.test(above.text)) return undefined;
  const text = above.text + line.text;
  const both = titleOf(text);
  return both === undefined ? undefined : written(above, line, text, both);
}

function written(first: Line, last: Line, text: string, said: { agency: string; year: number }): Title {
  const place: Place = { ...placeOf(first), end: placeOf(last).end };
  const source = foldSameLength(first.block.text.slice(place.start, place.end));
  const digits = [...String(said.year)].join("\\s*");
  const at = new RegExp(digits).exec(source);
  const yearPlace =
    at === null
      ? place
      : { ...place, start: place.start + at.index, end: place.start + at.index + at[0].length };
  // So many blanks in a row stand for the tags of a web page.
  return { text: text.replace(/\s{3,}/g, ""), place, ...said, yearPlace };
}

export function isAgency(text: string): boolean {
  return AGENCY.test(text.replace(/\s+/g, ""));
}

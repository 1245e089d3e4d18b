import type { Block, Place } from "../document/block.ts";
import { sections } from "../forms/common.ts";
import type { SectionForm } from "../forms/form.ts";
import { forms } from "../forms/index.ts";
import { memoize } from "../text/memoize.ts";
import { labelKey } from "../text/normalize.ts";
import { likeness, readLabel, readNumber } from "./label.ts";

/** A line that heads what follows. */
export interface Heading {
  readonly title: string;
  readonly number: string;
  readonly rank: number;
  readonly hashes: number;
  readonly place: Place;
  readonly line: Place;
  /** Set for a statutory section. */
  readonly key?: string;
}

/** One line of prose or one markdown heading, without the marks before it. */
export interface Line {
  readonly block: Block;
  /** Offsets in the block: the line, and its text without #, list mark and spaces. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly hashes: number;
  readonly listItem: boolean;
}

const PREFIX = /^\s*(?:(#{1,6})\s+|[-*+•]\s+|>\s*)?(?:\*\*|__)?\s*/;
/** A run-in heading ends at its first stop: （一）主动公开：2023年… */
const RUN_IN = /[：:。；;，,]/;
const UNDERLINE = /^[ \t]*(?:=+|-+)$/;
const BEHIND_DOTS: ReadonlySet<string> = new Set(" \t\u00a0\u30000123456789");
const LONGEST_TITLE = 60;
const LONGEST_RUN_IN = 30;

export function readLine(block: Block, start: number, end: number): Line {
  // A heading underlined with === has its title in the lines above that.
  const source = withoutUnderline(block.text.slice(start, end));
  const prefix = PREFIX.exec(source);
  const lead = prefix?.[0].length ?? 0;
  const marked = block.kind === "heading";
  const body = withoutClosing(source.slice(lead).trimEnd());
  return {
    block,
    start,
    end,
    from: start + lead,
    to: start + lead + body.length,
    text: body,
    hashes: marked ? block.level : 0,
    listItem: /^\s*[-*+•]\s/.test(source),
  };
}

function withoutUnderline(source: string): string {
  const text = source.trimEnd();
  if (!text.endsWith("=") && !text.endsWith("-")) return source;
  const last = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return last > 0 && UNDERLINE.test(text.slice(last + 1)) ? text.slice(0, last) : source;
}

/** A heading without the # and the ** that close it. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === "#") end--;
  const closed = end < text.length && /\s/.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : text;
  return closed.endsWith("**") || closed.endsWith("__") ? closed.slice(0, -2).trimEnd() : closed;
}

/** The statutory section that a line heads: by its title, its number only helping. */
export function sectionOf({ text, hashes }: Line): SectionForm | undefined {
  return hashes > 0 ? sectionMarked(text) : sectionUnmarked(text);
}

const sectionMarked = memoize((text) => readSection(text, true));
const sectionUnmarked = memoize((text) => readSection(text, false));

const TITLES = sections.map((section) => ({
  section,
  titles: [section.title, ...section.aliases].map((title) => labelKey(title)),
}));

/** Whether a wording, without number, spaces and punctuation, is the form's own for a section or an accepted one. */
export function hasOfficialWords({ title, aliases }: SectionForm, wording: string): boolean {
  return [title, ...aliases].some((one) => labelKey(one) === wording);
}

/** How the rows of 表三 begin that are numbered as sections are: 二、上年结转政府信息公开. */
const ROWS: ReadonlySet<string> = new Set(
  forms.flatMap(({ tables }) =>
    tables.flatMap(({ id, rows }) =>
      id === "表三"
        ? rows.map(({ label, groups: [group = label] }) => readLabel(group).text.slice(0, 4))
        : [],
    ),
  ),
);

/** `marked`: whether # says that the text is a heading. */
function readSection(text: string, marked: boolean): SectionForm | undefined {
  if (text.length > LONGEST_TITLE || isContentsLine(text)) return undefined;
  const label = readLabel(text);
  if (label.text.length < 4 || ROWS.has(label.text.slice(0, 4))) return undefined;
  const topNumber = /^[一二三四五六七八九十]+$/.test(label.number);
  let best: SectionForm | undefined;
  let bestScore = 0;
  for (const { section, titles } of TITLES) {
    const sameNumber = topNumber && label.number === section.number;
    const least = sameNumber ? 0.4 : topNumber || marked ? 0.75 : 1;
    const alike = Math.max(...titles.map((title) => likeness(title, label.text, least)));
    const enough = alike >= least;
    const score = alike + (sameNumber ? 0.2 : 0);
    if (enough && score > bestScore && (alike === 1 || !/[。；]/.test(text))) {
      best = section;
      bestScore = score;
    }
  }
  // （三）总体情况 is a part of a section, not the section.
  return label.number !== "" && !topNumber && !marked ? undefined : best;
}

/** "一、总体情况........3": a line of a table of contents. */
export function isContentsLine(text: string): boolean {
  let end = text.length;
  while (end > 0 && BEHIND_DOTS.has(text.charAt(end - 1))) end--;
  const dots = text.slice(Math.max(0, end - 3), end);
  return /^[.…·．]{3}$/.test(dots) || text.slice(end).includes("\t");
}

/** What a line heads by its number or its #; undefined for prose. */
export function headingOf(line: Line): Heading | undefined {
  if (line.text === "" || isContentsLine(line.text)) return undefined;
  const label = readNumber(line.text);
  const chapter = /^第[一二三四五六七八九十百]{1,4}([章部编篇节])/.exec(line.text);
  const rank = chapter ? (chapter[1] === "节" ? 2 : 1) : rankOf(label.number);
  if (line.hashes === 0 && (rank === 0 || line.listItem)) return undefined;
  const title = line.hashes > 0 ? line.text : runInTitle(line.text, label.numberLength, rank);
  if (title === undefined) return undefined;
  return {
    title,
    number: chapter?.[0] ?? writtenNumber(line.text, label.numberLength),
    rank,
    hashes: line.hashes,
    place: { block: line.block, start: line.from, end: line.from + title.length },
    line: { block: line.block, start: line.start, end: line.end },
  };
}

/** 1 一、 2 （一） 3 1. 4 （1） (GB/T 9704-2012, 7.3.3); 0 for no number. */
function rankOf(number: string): number {
  if (number === "") return 0;
  const bracketed = number.startsWith("(");
  return /\d/.test(number) ? (bracketed ? 4 : 3) : bracketed ? 2 : 1;
}

function writtenNumber(text: string, length: number): string {
  return text
    .slice(0, length)
    .trim()
    .replace(/[、,，:：]$/, "");
}

/** The title part of a numbered line, undefined where the line is a sentence in a numbered list. */
function runInTitle(text: string, numberLength: number, rank: number): string | undefined {
  const stop = RUN_IN.exec(text.slice(numberLength));
  if (stop === null) return text.length <= LONGEST_TITLE ? text : undefined;
  const end = numberLength + stop.index;
  const rest = text.slice(end + 1).trim();
  const ends = /[。：:]/.test(stop[0]);
  if (rank <= 2 && stop.index <= LONGEST_RUN_IN && (ends || rest === "")) return text.slice(0, end);
  if (rank <= 2)
    return rank === 1 && text.length <= LONGEST_TITLE && !/[。；;]/.test(text) ? text : undefined;
  return stop[0] === "。" && rest !== "" && stop.index <= LONGEST_RUN_IN ? text.slice(0, end) : undefined;
}

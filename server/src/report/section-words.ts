import { sections } from "../forms/common.ts";
import type { SectionForm } from "../forms/form.ts";
import { forms } from "../forms/index.ts";
import { memoize } from "../text/memoize.ts";
import { labelKey } from "../text/normalize.ts";
import { isContentsLine, LONGEST_TITLE } from "./heading.ts";
import { type Label, likeness, readLabel } from "./label.ts";
import type { Line } from "./line.ts";

/** The statutory section that a line heads. */
export interface SectionRead {
  readonly form: SectionForm;
  /** So much of the line's text is the title; what is behind runs on: 一、总体情况。2023年… */
  readonly length: number;
  /** Set where it is numbered as the parts of a section are, 1. or （一）: the whole report tells what it is. */
  readonly isLikely: boolean;
}

/** The statutory section that a line heads: by its title, its number only helping. */
export function sectionOf({ text, hashes }: Pick<Line, "text" | "hashes">): SectionRead | undefined {
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

const TOP_NUMBER = /^第?([一二三四五六七八九十]+)(?:部分|[章部编篇])?$/;
/** Cheap, and true of every line with a number of the first rank. */
const PERHAPS_TOP = /^第?[一二三四五六七八九十]/;
const STOP = /[。｡：:]/;

/** `marked`: whether # says that the text is a heading. */
function readSection(text: string, marked: boolean): SectionRead | undefined {
  const stop = text.search(STOP);
  if (stop > 0 && stop <= LONGEST_TITLE) {
    const isWhole = text.slice(stop + 1).trim() === "";
    const head = isWhole || PERHAPS_TOP.test(text) ? readTitle(text.slice(0, stop), marked) : undefined;
    // （一）总体情况。2023年… is how a part of a section begins.
    if (head?.isExact && (isWhole || head.isTop)) return sectionRead(head, stop);
  }
  const whole = readTitle(text, marked);
  return whole && sectionRead(whole, text.replace(/[：:]$/, "").length);
}

function sectionRead({ form, isLikely }: TitleRead, length: number): SectionRead {
  return { form, length, isLikely };
}

interface TitleRead {
  readonly form: SectionForm;
  readonly isExact: boolean;
  readonly isTop: boolean;
  readonly isLikely: boolean;
}

function readTitle(text: string, marked: boolean): TitleRead | undefined {
  if (text.length > LONGEST_TITLE || isContentsLine(text)) return undefined;
  const label = readLabel(text);
  if (label.text.length < 4 || ROWS.has(label.text.slice(0, 4))) return undefined;
  const top = TOP_NUMBER.exec(label.number)?.[1];
  let best: SectionForm | undefined;
  let bestScore = 0;
  for (const { section, titles } of TITLES) {
    const sameNumber = top === section.number;
    const least = sameNumber ? 0.4 : top !== undefined || marked ? 0.75 : 1;
    const alike = Math.max(...titles.map((title) => likeness(title, label.text, least)));
    const enough = alike >= least;
    const score = alike + (sameNumber ? 0.2 : 0);
    if (enough && score > bestScore && (alike === 1 || !/[。；]/.test(text))) {
      best = section;
      bestScore = score;
    }
  }
  const isLikely = label.number !== "" && top === undefined;
  if (best === undefined || (isLikely && !marked && !numbersAlike(label, best))) return undefined;
  return { form: best, isExact: hasOfficialWords(best, label.text), isTop: top !== undefined, isLikely };
}

/** （三）总体情况 is a part of a section, （一）总体情况 may be the section; lists of software may say 1. throughout. */
function numbersAlike({ number }: Label, { number: own }: SectionForm): boolean {
  return number === `(${own})` || number === "1" || number === String("一二三四五六".indexOf(own) + 1);
}

import type { Place } from "../document/block.ts";
import { readNumber } from "./label.ts";
import { type Line, placeOf } from "./line.ts";

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
  /** Set for what may be a statutory section with a number of another rank. */
  readonly likelyKey?: string;
}

/** A run-in heading ends at its first stop: （一）主动公开：2023年… */
const RUN_IN = /[：:。；;，,]/;
const BEHIND_DOTS: ReadonlySet<string> = new Set(" \t\u00a0\u30000123456789");
export const LONGEST_TITLE = 60;
const LONGEST_RUN_IN = 30;

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
  const { number, numberLength } = readNumber(line.text);
  const rank = rankOf(number);
  if (line.hashes === 0 && (rank === 0 || line.listItem)) return undefined;
  const title = line.hashes > 0 ? line.text : runInTitle(line.text, numberLength, rank);
  return title === undefined ? undefined : headingFrom(line, title.length);
}

/** A heading whose title is so much of a line's text. */
export function headingFrom(line: Line, length: number): Heading {
  const { block, start, end, text, hashes } = line;
  const { number, numberLength } = readNumber(text);
  return {
    title: text.slice(0, length),
    number: writtenNumber(text, numberLength),
    rank: rankOf(number),
    hashes,
    place: placeOf(line, 0, length),
    line: { block, start, end },
  };
}

/** 1 一、 第一部分 2 （一） 第一节 3 1. 4 （1） (GB/T 9704-2012, 7.3.3); 0 for no number. */
function rankOf(number: string): number {
  if (number === "") return 0;
  if (number.startsWith("第")) return number.endsWith("节") ? 2 : 1;
  const bracketed = number.startsWith("(");
  return /\d/.test(number) ? (bracketed ? 4 : 3) : bracketed ? 2 : 1;
}

function writtenNumber(text: string, length: number): string {
  return text
    .slice(0, length)
    .trim()
    .replace(/[、､,，:：]$/, "");
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

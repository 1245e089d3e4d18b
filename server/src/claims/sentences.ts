import type { CaseTopic } from "../forms/claim-form.ts";
import { otherBodies } from "../forms/claim-lexicon.ts";
import { numbersIn, type ProseNumber } from "./numbers.ts";
import { isOther, OWN, turned } from "./scope.ts";

/** A number with how many others its clause has before it; -1 for a sum, which is none of those. */
export interface ClauseNumber extends ProseNumber {
  readonly order: number;
}

/** A stretch between two stops, with the numbers in it. Offsets are those of the line. */
export interface Clause {
  readonly start: number;
  readonly text: string;
  /** What stands before it up to the last full stop, semicolon or colon, and itself. */
  readonly sentence: string;
  /** The same from one full stop to the next. */
  readonly whole: string;
  /** Whether a full stop, or nothing, stands before it. */
  readonly isFirst: boolean;
  /** Whether the sentence has come to speak of other bodies, years or processes: 全区共收到345件，办结340件. */
  readonly isOfOthers: boolean;
  /**
   * Whether the sentence goes on with what makes its numbers more than the report's: 市政府办公室收到56件，
   * 各区县收到2300件; 接收10件，1件并案处理，实际登记9件.
   */
  readonly isShared: boolean;
  readonly numbers: readonly ClauseNumber[];
  /** What it speaks of, by its own words or by those before it. */
  readonly topics: ReadonlySet<CaseTopic>;
}

/** What a paragraph speaks of before it says so: by the heading above it or by its section. */
export type Heading = "application" | "cases" | undefined;

const NONE: ReadonlySet<CaseTopic> = new Set();
/** A comma between digits parts thousands; 受理政府信息公开申请，共15件 is one statement. */
const STOP = /[,，](?!\d{3}(?!\d)|共计?\s?\d)|(?<!\d)[,，](?=\d{3}(?!\d))|[。；;：:！？!?（）()]/g;
const SENTENCE_END = /[。；;！？!?]/;
const FULL_STOP = /[。！？!?]/;
/** No more of a sentence than this is looked at, either way. */
const FAR = 600;
/** Words that turn to something else than applications. */
const ELSEWHERE = /主动公开|发布|网站|微信|微博|公众号|解读|培训|会议|信箱|热线|宣传|检查|舆情/;
export const ABOUT_DISCLOSURE = /信息公开|政府信息|政务信息|依申请|公开申请/;

/** What ends so stands behind one number and says nothing of the next. */
const LEADS = /、\s?$/;
/** 行政复议、行政诉讼分别为28件、24件: each number is of one of those named before. */
const EACH = /分别|各(?=\s?\d)/;
const MOST_EACH = 12;
const AND = /、|和|及|与/;

const RECEIVED = "(?:收到|受理|接收|办理|登记)";
const SHARED = new RegExp(
  `(?:${otherBodies.join("|")})[^,，。；;]{0,20}${RECEIVED}|实际(?:共|新)?${RECEIVED}|(?:并案|合并)(?:处理|办理|答复)`,
  "g",
);

/** The clauses of a line (folded to half width). */
export function clausesOf(folded: string, heading: Heading): Clause[] {
  const clauses: Clause[] = [];
  let topics: ReadonlySet<CaseTopic> = heading === "application" ? new Set([heading]) : NONE;
  let [sentenceStart, wholeStart, start] = [0, 0, 0];
  let scope = OWN;
  let outside = OWN;
  let isFirst = true;
  const ends = [...folded.matchAll(STOP)].map(({ index }) => index);
  const shared = sharedAfter(folded, ends);
  const wholeEnds = wholesAfter(folded, ends);
  for (const [index, end] of [...ends, folded.length].entries()) {
    const text = folded.slice(start, end);
    const sentence = folded.slice(Math.max(sentenceStart, end - FAR), end);
    topics = topicsOf(text, sentence, heading, topics);
    scope = turned(scope, text);
    const numbers = numbersIn(text).map((number, order) => ({
      ...number,
      order,
      start: number.start + start,
      end: number.end + start,
      unitEnd: number.unitEnd + start,
    }));
    if (text.trim() !== "") {
      const whole = folded.slice(
        Math.max(wholeStart, end - FAR),
        Math.min(wholeEnds[index] ?? end, end + FAR),
      );
      const isOfOthers = isOther(scope);
      const isShared = shared.has(end);
      clauses.push({ start, text, sentence, whole, isFirst, isOfOthers, isShared, numbers, topics });
      isFirst = false;
    }
    const stop = folded.charAt(end);
    // What stands in brackets says nothing of what follows them.
    if (/[(（]/.test(stop)) outside = scope;
    if (/[)）]/.test(stop)) scope = outside;
    if (SENTENCE_END.test(stop)) sentenceStart = end + 1;
    if (FULL_STOP.test(stop)) {
      wholeStart = end + 1;
      scope = OWN;
      outside = OWN;
      isFirst = true;
    }
    start = end + 1;
  }
  return clauses;
}

/** For every stop the next full stop. */
function wholesAfter(folded: string, ends: readonly number[]): number[] {
  let next = folded.length;
  return [...ends]
    .reverse()
    .map((end) => {
      if (FULL_STOP.test(folded.charAt(end))) next = end;
      return next;
    })
    .reverse()
    .concat(folded.length);
}

/** The ends of clauses that such words follow, in the same sentence. */
function sharedAfter(folded: string, ends: readonly number[]): ReadonlySet<number> {
  const shared = [...folded.matchAll(SHARED)].map(({ index }) => index);
  const after = new Set<number>();
  let isBehind = false;
  for (const end of shared.length === 0 ? [] : [...ends].reverse()) {
    while ((shared.at(-1) ?? -1) >= end) isBehind = shared.pop() !== undefined;
    if (SENTENCE_END.test(folded.charAt(end))) isBehind = false;
    if (isBehind) after.add(end);
  }
  return after;
}

/** `before`: what was spoken of last. */
function topicsOf(
  text: string,
  sentence: string,
  heading: Heading,
  before: ReadonlySet<CaseTopic>,
): ReadonlySet<CaseTopic> {
  const own = new Set<CaseTopic>();
  if (/复议/.test(text.replace(/未经复议|复议后|复议或|可以依法申请行政复议/g, ""))) own.add("review");
  if (/诉讼|应诉|起诉/.test(text)) own.add("litigation");
  if (own.size > 0) return own;
  if (/申请/.test(text) && (heading === "application" || ABOUT_DISCLOSURE.test(sentence)))
    return new Set(["application"]);
  return ELSEWHERE.test(text) ? NONE : before;
}

/**
 * The words of a clause that a number belongs to: those between the number before and itself, and behind the last
 * number the rest. In 17件当年办结、3件结转 the numbers lead.
 */
export function wordsAround(clause: Clause, number: ClauseNumber): string {
  const { text, start, numbers } = clause;
  const { order: index } = number;
  const each = numbers.length > MOST_EACH ? null : EACH.exec(text);
  if (each !== null && start + each.index < number.start) return wordsOfEach(clause, each.index, index);
  const before = text.slice((numbers[index - 1]?.unitEnd ?? start) - start, number.start - start);
  const behind = text.slice(
    number.unitEnd - start,
    (numbers[index + 1]?.start ?? Number.POSITIVE_INFINITY) - start,
  );
  const isLast = numbers[index + 1] === undefined;
  return (index > 0 && LEADS.test(before) ? "" : before) + (isLast || LEADS.test(behind) ? behind : "");
}

/** As many as the numbers must be named; what stands behind 分别 is said of each. */
function wordsOfEach({ text, start, numbers }: Clause, each: number, index: number): string {
  const first = numbers.findIndex((number) => number.start - start > each);
  const items = itemsOf(text.slice(0, each), numbers.length - first);
  const item = items?.[index - first];
  const last = items?.at(-1) ?? "";
  if (item === undefined) return text;
  const ofAll = text.slice(each, (numbers[first]?.start ?? start) - start).replace(/^分别|^各/, "");
  return `${item}${/申请/.test(last) && item !== last ? "申请" : ""}${ofAll}`;
}

function itemsOf(named: string, count: number): string[] | undefined {
  const byPause = named.split("、");
  const all = byPause.length === count ? byPause : named.split(AND);
  return all.length === count ? all : undefined;
}

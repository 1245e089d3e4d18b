import { type CaseTopic, otherBodies } from "../forms/claim-lexicon.ts";
import { numbersIn, type ProseNumber } from "./numbers.ts";

/** A stretch between two stops, with the numbers in it. Offsets are those of the line. */
export interface Clause {
  readonly start: number;
  readonly text: string;
  /** The sentence up to the clause's end, or the last of it where it is very long. */
  readonly sentence: string;
  /** Whether the sentence has come to speak of other bodies: 全区共收到345件，办结340件. 我局 turns back to the report's. */
  readonly isOfOthers: boolean;
  /**
   * Whether the sentence goes on with what makes its numbers more than the report's: 市政府办公室收到56件，
   * 各区县收到2300件; 接收10件，1件并案处理，实际登记9件.
   */
  readonly isShared: boolean;
  readonly numbers: readonly ProseNumber[];
  /** What it speaks of, by its own words or by those before it. */
  readonly topics: ReadonlySet<CaseTopic>;
}

const NONE: ReadonlySet<CaseTopic> = new Set();
/** A comma between digits parts thousands. */
const STOP = /[,，](?!\d{3}(?!\d))|(?<!\d)[,，](?=\d{3}(?!\d))|[。；;：:！？!?（）()]/g;
const YEAR = /((?:19|20)\d{2})\s?年/g;
const SENTENCE_END = /[。；;！？!?]/;
/** Words that turn to something else than applications. */
const ELSEWHERE = /主动公开|发布|网站|微信|微博|公众号|解读|培训|会议|信箱|热线|宣传|检查|舆情/;
const ABOUT_DISCLOSURE = /信息公开|政府信息|政务信息|依申请|公开申请/;

/** What ends so stands behind one number and says nothing of the next. */
const LEADS = /、\s?$/;

const RECEIVED = "(?:收到|受理|接收|办理|登记)";
const SHARED = new RegExp(
  `(?:${otherBodies.join("|")})[^,，。；;]{0,20}${RECEIVED}|实际(?:共|新)?${RECEIVED}|(?:并案|合并)(?:处理|办理|答复)`,
  "g",
);
/** So much of a sentence says what its end is about. */
const LONGEST = 600;
const OTHER_BODY = new RegExp(otherBodies.join("|"));
const OWN_BODY = /我[局委办厅院中所站队单街镇乡区县市省校会]|本[局委办厅院单机街镇乡区县市省校会]/;

/** The clauses of a line (folded to half width). `topic`: what the heading above says the line is about. */
export function clausesOf(folded: string, topic: CaseTopic | undefined): Clause[] {
  const clauses: Clause[] = [];
  let topics: ReadonlySet<CaseTopic> = new Set(topic === undefined ? [] : [topic]);
  let sentenceStart = 0;
  let start = 0;
  let isOfOthers = false;
  let isContinued = false;
  const ends = [...folded.matchAll(STOP)].map(({ index }) => index);
  const shared = sharedAfter(folded, ends);
  for (const end of [...ends, folded.length]) {
    const text = folded.slice(start, end);
    const sentence = folded.slice(Math.max(sentenceStart, end - LONGEST), end);
    topics = topicsOf(text, sentence, isContinued ? topics : NONE, topics, topic);
    isOfOthers = turnsToOthers(text) ?? isOfOthers;
    const numbers = numbersIn(text).map((number) => ({
      ...number,
      start: number.start + start,
      end: number.end + start,
      unitEnd: number.unitEnd + start,
    }));
    if (text.trim() !== "")
      clauses.push({ start, text, sentence, isOfOthers, isShared: shared.has(end), numbers, topics });
    if (SENTENCE_END.test(folded.charAt(end))) {
      sentenceStart = end + 1;
      isOfOthers = false;
      isContinued = /[;；]/.test(folded.charAt(end));
    }
    start = end + 1;
  }
  return clauses;
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

/** `continued`: what the sentence before was about, where a semicolon ends it. `before`: what was spoken of last. */
function topicsOf(
  text: string,
  sentence: string,
  continued: ReadonlySet<CaseTopic>,
  before: ReadonlySet<CaseTopic>,
  heading: CaseTopic | undefined,
): ReadonlySet<CaseTopic> {
  const own = new Set<CaseTopic>();
  // 因信息公开被申请行政复议7件；被提起行政诉讼3件: what the first is about, the second is.
  const isOurs =
    ABOUT_DISCLOSURE.test(sentence) ||
    heading !== undefined ||
    continued.has("review") ||
    continued.has("litigation");
  if (isOurs && /复议/.test(text.replace(/未经复议|复议后|复议或|可以依法申请行政复议/g, "")))
    own.add("review");
  if (isOurs && /诉讼|应诉|起诉/.test(text)) own.add("litigation");
  if (own.size > 0) return own;
  if (!isOurs && /行政复议|诉讼|应诉/.test(text)) return new Set();
  if (/申请/.test(text) && isOurs) return new Set(["application"]);
  return ELSEWHERE.test(text) ? new Set() : before;
}

/**
 * The words of a clause that a number belongs to: those between the number before and itself, and behind the last
 * number the rest. In 17件当年办结、3件结转 the numbers lead.
 */
export function wordsAround({ text, start, numbers }: Clause, number: ProseNumber): string {
  const index = numbers.indexOf(number);
  const before = text.slice((numbers[index - 1]?.unitEnd ?? start) - start, number.start - start);
  const behind = text.slice(
    number.unitEnd - start,
    (numbers[index + 1]?.start ?? Number.POSITIVE_INFINITY) - start,
  );
  const isLast = numbers[index + 1] === undefined;
  return (index > 0 && LEADS.test(before) ? "" : before) + (isLast || LEADS.test(behind) ? behind : "");
}

/** Whether a clause turns to other bodies, or back to the report's own; undefined where it does neither. */
function turnsToOthers(text: string): boolean | undefined {
  const own = OWN_BODY.exec(text);
  if (!OTHER_BODY.test(text)) return own === null ? undefined : false;
  const last = Math.max(...otherBodies.map((word) => text.lastIndexOf(word)));
  return !OWN_BODY.test(text.slice(last));
}

/** Whether the last year that the sentence names is the report's. */
export function isOwnYear(sentence: string, year: number | undefined): boolean {
  const named = [...sentence.matchAll(YEAR)].at(-1)?.[1];
  return (
    (named === undefined || year === undefined || Number(named) === year) &&
    !/去年|上一?年(?!度?结转)/.test(sentence)
  );
}

import type { CaseTopic, ClaimForm } from "../forms/claim-form.ts";
import { deeds, documentKinds } from "../forms/claim-words.ts";
import { bareWords, isPlain } from "./plain.ts";
import { namesOwn } from "./scope.ts";
import { ABOUT_DISCLOSURE, type Clause, type Heading } from "./sentences.ts";

/** What a paragraph has come to speak of. */
export interface Course {
  readonly heading: Heading;
  /** Whether it speaks of what the tables count, so that 办结14件 alone says of what. */
  isOurs: boolean;
  /** Whether its sentence has come to what is not the report's, or not all of it: 网络渠道受理171件. */
  isOther: boolean;
  /** Whether its sentence is about a part: 在自然人申请中. */
  isAside: boolean;
  /** What its sentence has counted. */
  counted: ClaimForm[];
}

const ABOUT_APPLICATIONS = /信息公开申请|公开申请|依申请公开|申请公开/;
const BREAKDOWN =
  /办理结果|答复结果|答复类型|办理情况|办结情况|申请人类[型别]|申请人身份|申请主体|申请人(?=中|看|来看|方面|构成)/;
const DEED = new RegExp(deeds.join("|"));
const DOCUMENTS = new RegExp(documentKinds.join("|"));
const COMPARED = /同比|环比|[较比与同]上年|[较比与同]去年|增长|增加|减少|下降|上升|持平/;
const ASIDE = /(?:中|方面|看|来说|而言|上)\s*$/;
const ASIDE_WORDS = /^\s*(?:其中|从|在|就|按|对)|(?:方面|来?看|来说|而言|上)\s*$/g;
/** Said of reviews and lawsuits of every kind, unless the sentence says that they are about disclosure. */
const OF_EVERY_KIND = /办理|受理|收到|接到|审理|(?<!未)审结|应诉案|应对/;
/** 引发行政复议7件 behind a sentence on applications is of these. */
const CAUSED = /引发|引起|发生|产生|导致|被/;
/** What only applications come to. */
const OUTCOMES = new RegExp(
  [
    ...[
      "部分公开",
      "不予公开",
      "无法提供",
      "不予处理",
      "其他处理",
      "不掌握",
      "没有现成信息",
      "仍不明确",
      "不补正",
    ],
    ...[
      "禁止公开",
      "第三方合法权益",
      "内部事务信息",
      "过程性信息",
      "行政执法案卷",
      "行政查询事项",
      "重复申请",
    ],
  ].join("|"),
  "g",
);

export function newCourse(heading: Heading): Course {
  return { heading, isOurs: false, isOther: false, isAside: false, counted: [] };
}

/** What a clause turns to, before its numbers. */
export function enter(course: Course, clause: Clause, agency: string | undefined): void {
  if (clause.isFirst) Object.assign(course, { isOther: false, isAside: false, counted: [] });
  if (clause.isOfOthers) course.isOurs = false;
  else if (clause.numbers.length === 0 && opens(clause, course.heading)) course.isOurs = true;
  if (clause.numbers.length === 0 && isOfPart(clause, agency)) course.isAside = true;
}

/** 依申请公开方面: what follows is of the agency's applications. */
function opens({ text, topics, sentence }: Clause, heading: Heading): boolean {
  if (!topics.has("application") || DOCUMENTS.test(sentence)) return false;
  return ABOUT_APPLICATIONS.test(text) || (heading === "application" && BREAKDOWN.test(text));
}

/** 在自然人申请中, 从申请渠道看: of a part, or of a breakdown that the tables do not have. */
function isOfPart({ text }: Clause, agency: string | undefined): boolean {
  if (!ASIDE.test(text)) return false;
  const words = bareWords(text.replace(BREAKDOWN, "").replace(ASIDE_WORDS, ""), agency);
  return !isPlain(words, [], "part");
}

/** Whether the sentence or what came before it says that it is of our applications, reviews or lawsuits. */
export function isSaidHere(form: ClaimForm, around: string, clause: Clause, course: Course): boolean {
  return form.topic === "application"
    ? isOurApplication(form, around, clause, course)
    : isOurCase(around, clause, course);
}

function isOurCase(
  around: string,
  { sentence, whole }: Clause,
  { heading, isOurs, isOther, counted }: Course,
): boolean {
  if (isOther) return ABOUT_DISCLOSURE.test(around);
  if (ABOUT_DISCLOSURE.test(sentence)) return true;
  // 行政复议63件，其中涉及政府信息公开28件: the first are of every kind.
  if (heading === "cases" && !ABOUT_DISCLOSURE.test(whole)) return true;
  return isOurs && !OF_EVERY_KIND.test(around) && (counted.length > 1 || CAUSED.test(around));
}

function isOurApplication(
  { extent }: ClaimForm,
  around: string,
  { text, sentence, whole }: Clause,
  { heading, isOurs, isOther, isAside }: Course,
): boolean {
  const isOwn = namesOwn(text);
  if ((isAside || (isOther && !ABOUT_APPLICATIONS.test(around))) && !isOwn) return false;
  if (isOurs || /申请/.test(around)) return true;
  if (DOCUMENTS.test(whole)) return false;
  if (extent === "all") return isOwn && /申请/.test(sentence);
  if (ABOUT_APPLICATIONS.test(sentence)) return true;
  return heading === "application" && (extent === "carried" || isListOfOutcomes(whole));
}

function isListOfOutcomes(sentence: string): boolean {
  return new Set(sentence.match(OUTCOMES)).size > 1;
}

interface Unsaid {
  readonly topic: CaseTopic | undefined;
  readonly form: ClaimForm | undefined;
  readonly around: string;
  readonly before: string;
}

/** 网络渠道受理171件，答复178件; 被纠错4件，其中行政复议3件: what follows a number that is not ours is of the same. */
export function turnAway(course: Course, { topic, form, around, before }: Unsaid): void {
  const isOfCases = topic !== "application";
  if (COMPARED.test(around) || (isOfCases && form === undefined && isPlain(around, [], "cases"))) return;
  const hasDeed = DEED.test(before);
  if (hasDeed) course.isOurs = false;
  course.isOther ||= hasDeed || isOfCases;
}

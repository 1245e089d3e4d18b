import type { CaseTopic, ReadingForm } from "../forms/claim-form.ts";
import { noneForms } from "../forms/claim-lexicon.ts";
import { documentKinds } from "../forms/claim-words.ts";
import { bareWords, isPlain } from "./plain.ts";
import type { Clause } from "./sentences.ts";

export type Match = Pick<RegExpExecArray, 0 | "index">;

/** Words that say there was nothing of a topic, and what the tables say of that. */
export type None = readonly [Match, CaseTopic, ReadingForm];

/** 全年零申请, 收到政府信息公开申请为零 */
const NO_REQUESTS =
  /零(?:申请|受理)|申请(?:件?数量?|总?量|总数)?(?:均|仍)?(?:为|是)零(?![.点\d一二三四五六七八九])/;
/** 无依申请公开事项: nothing was asked for. 无依申请公开情况 may be about documents of that kind. */
const NOTHING_ASKED =
  /(?:没有|无|未(?:办理|受理|收到|接到|发生|产生))(?:任何)?依申请公开(?:政府信息)?的?(?:相关)?(?:事项|办件|业务|案件)$/;
/** What may be said of it beside the agency and the year. */
const SAID_OF = /收到|接到|受理|接收|办理|实现|保持|呈现?|态势|状态/g;
/** 零复议、零诉讼 */
const NO_CASES = /零(?:行政)?(?:复议|诉讼)/g;
/** 行政复议、行政诉讼零发生 */
const NEVER_HAPPENED =
  /(?:行政)?(?:复议|诉讼)(?:案件)?(?:[、和及与或](?:行政)?(?:复议|诉讼))?(?:案件)?(?:件?数量?)?(?:均|都)?(?:零发生|为零)/;
/** Cheap, and true of every clause that says so. */
const PERHAPS = /零|依申请公开/;
const DOCUMENTS = new RegExp(documentKinds.join("|"));

/** What a clause says was zero. */
export function* zerosIn(
  { text, topics, sentence, whole }: Clause,
  agency: string | undefined,
): Generator<None> {
  // 除网上申请外，零申请
  if (!PERHAPS.test(text) || sentence.includes("除")) return;
  const nothing = NO_REQUESTS.exec(text);
  const asked = nothing ?? NOTHING_ASKED.exec(text);
  // 惠企政策零申请 is of another kind.
  if (
    asked !== null &&
    (nothing !== null || !DOCUMENTS.test(whole)) &&
    topics.has("application") &&
    isSaidOfAll(text.replace(asked[0], ""), "received", agency)
  )
    yield [asked, "application", noneForms.application];
  const never = NEVER_HAPPENED.exec(text);
  const cases: Match[] = never === null ? [...text.matchAll(NO_CASES)] : [never];
  const rest = cases.reduce((words, match) => words.replace(match[0], ""), text);
  if (cases.length === 0 || !isSaidOfAll(rest, "cases", agency)) return;
  for (const match of cases) {
    if (/复议/.test(match[0])) yield [match, "review", noneForms.review];
    if (/诉讼/.test(match[0])) yield [match, "litigation", noneForms.litigation];
  }
}

function isSaidOfAll(words: string, plain: "received" | "cases", agency: string | undefined): boolean {
  return isPlain(bareWords(words.replace(SAID_OF, ""), agency), [], plain);
}

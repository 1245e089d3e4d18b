import { notUpheld } from "../forms/case-lexicon.ts";
import { noneForms, pendingForm, receivedBeforeForm } from "../forms/claim-lexicon.ts";
import { type ProseLine, placeIn } from "../report/prose-lines.ts";
import type { Claim } from "./claim.ts";
import { bareWords, isPlain } from "./plain.ts";
import type { Clause, Heading } from "./sentences.ts";
import { type Match, type None, zerosIn } from "./zeros.ts";

const ABOUT = /公开|政府信息|依申请/;
const UPHELD = /(?:均|全部|都)(?:获得?|被|得到|予以|为|结果)?(?:结果)?维持(?![或和及、])/;
const NOT_CORRECTED = /(?:未|没有|无)[^,，。；;]{0,24}(?:纠错|败诉|纠正|撤销)/;
const NEGATIVE_RECEIVED =
  /(?:未|没有|无|尚未)(?:再)?(?:收到|接到|受理|接收)(?:任何|过)?([^,，。；;]{0,24}?申请)(?!人|书|表|材料|答复)/;
/** 无结转下年度继续办理的申请, 没有下年度结转 */
const NEGATIVE_CARRIED = /(?:未|没有|无)(?:有|申请)?(?:下一?年度?结转|结转(?:至|到|入)?\s*下一?年)/;
/** 无上年结转, 上年无结转 */
const NEGATIVE_CARRIED_IN = /(?:未|没有|无)(?:有)?上一?年度?结转|上一?年度?(?:无|没有)结转/;
/** 未公开, 未按时答复 are why there was a case, not that there was none. */
const DENIAL = /(?:未|没有|没|无)(?!公开|及时|按|答复|回复|依|履行|能|予|尽|告知|收到答复|法|正当|理)/;
/** As far before 复议 or 诉讼 as 未, 没有 or 无 may stand. */
const NEAR = 34;
/** Then it is the outcome that did not happen, or the fee, and not the case. */
const NOT_THE_CASE = /纠错|败诉|纠正|撤销|违法|责令|不力|超期|逾期|投诉|处理费|追究|能|经复议/;
const ALL_CLOSED =
  /(?:全部|均|都)(?:已|能)?(?:按[^,，。；;]{0,12})?(?:依法)?(?:及时|按时|按期)?(?:予以|进行了?|给予)?(?:答复|办结|办理完毕|回复)/;
/** 答复率100% says it too; 按时答复率 does not, since what is not due yet may be open. */
const ALL_ANSWERED =
  /(?<!(?:按时|按期|及时|限时|如期|依法|法定)[^,，。；;]{0,6})(?:答复|办结|回复)率(?:均|都)?(?:为|是|达到?了?)?\s?100\s?%/;
/** 答复率100%（3件未到期） says itself that not all is closed. */
const STILL_OPEN =
  /(?<!无|未|没有|上一?年度?)结转(?![^,，。0-9]{0,8}0\s?件)|未到期|未到[^,，。]{0,6}期限|尚未|尚在|仍在|正在/;
/** 除9件结转外，均已答复 */
const EXCEPT = /除[^除。]{0,40}外/;
/** So much of the rest of a sentence can say that. */
const LONGEST = 600;
/** What is aimed at has not happened. */
const AIM = /力争|争取|确保|努力|目标|下一步|将/;
const OTHERS_CLOSED =
  /移送|移交|转办|交办|督办|投诉|信访|来信|信箱|热线|留言|咨询|提案|建议|网民|许可|登记|处罚/;

/** What a clause says there was none of, or all of: 未收到申请, 未发生复议, 无结转, 全部答复, 均获维持. */
export function* negativesIn(
  clause: Clause,
  line: ProseLine,
  heading: Heading,
  agency: string | undefined,
): Generator<Claim> {
  const isAbout = heading === "cases" || ABOUT.test(clause.sentence);
  // Below 依申请公开 申请 alone are these; of which all were closed is another question.
  if (!isAbout && !(heading === "application" && /申请/.test(clause.text))) return;
  const said = ({ index, 0: words }: Match, claim: Pick<Claim, "kind" | "topic" | "readings">): Claim => ({
    ...claim,
    place: placeIn(line, clause.start + index, clause.start + index + words.length),
    value: 0n,
  });
  if (!NOT_THE_CASE.test(clause.text)) {
    for (const [match, topic, reading] of noneIn(clause, agency))
      yield said(match, { kind: "none", topic, readings: [reading] });
    const closed = isAbout ? allClosedIn(clause, line) : undefined;
    if (closed !== undefined)
      yield said(closed, { kind: "closed", topic: "application", readings: [pendingForm] });
  }
  const upheld = isAbout ? upheldIn(clause) : undefined;
  if (upheld !== undefined) yield said(upheld.match, { kind: "upheld", ...upheld.claim });
}

function* noneIn(clause: Clause, agency: string | undefined): Generator<None> {
  const { text, topics } = clause;
  const received = NEGATIVE_RECEIVED.exec(text);
  // 未收到商业秘密类申请 says nothing of other applications.
  if (received !== null && isPlain(bareWords(received[1] ?? "", agency), [], "received"))
    yield [received, "application", noneForms.application];
  const carried = topics.has("application") ? NEGATIVE_CARRIED.exec(text) : null;
  if (carried !== null) yield [carried, "application", pendingForm];
  const carriedIn = topics.has("application") ? NEGATIVE_CARRIED_IN.exec(text) : null;
  if (carriedIn !== null) yield [carriedIn, "application", receivedBeforeForm];
  yield* zerosIn(clause, agency);
  const happened = notHappened(text);
  if (happened === undefined) return;
  const behind = text.slice(happened.index);
  if (/复议/.test(behind)) yield [happened, "review", noneForms.review];
  if (/诉讼/.test(behind)) yield [happened, "litigation", noneForms.litigation];
}

function allClosedIn({ text, start, sentence, topics }: Clause, line: ProseLine): Match | undefined {
  const closed = ALL_CLOSED.exec(text) ?? (AIM.test(sentence) ? null : ALL_ANSWERED.exec(text));
  if (closed === null || !topics.has("application") || OTHERS_CLOSED.test(text)) return undefined;
  const from = start + closed.index;
  const [behind = ""] = line.folded.slice(from, from + LONGEST).split("。", 1);
  return STILL_OPEN.test(behind) || EXCEPT.test(sentence) ? undefined : closed;
}

/** 行政复议均获维持; 未发生复议纠错、诉讼败诉. */
function upheldIn({
  text,
  topics,
}: Clause): { match: Match; claim: Pick<Claim, "topic" | "readings"> } | undefined {
  const upheld = UPHELD.exec(text);
  const corrected = NOT_CORRECTED.exec(text);
  const match = upheld ?? corrected;
  // One loses a lawsuit only.
  const isLost = corrected !== null && !/纠错|纠正|撤销/.test(corrected[0]);
  const cases = [...topics]
    .filter((topic) => topic !== "application")
    .filter((topic) => !(isLost && topic === "review"));
  const [topic] = cases;
  if (match === null || topic === undefined) return undefined;
  const columns = upheld === null ? ["结果纠正"] : ["结果纠正", "其他结果", "尚未审结"];
  return { match, claim: { topic, readings: [notUpheld(cases, columns)] } };
}

/** 未发生行政复议, 无行政诉讼: from the word that denies to the case. */
function notHappened(text: string): Match | undefined {
  const what = /复议|诉讼/.exec(text);
  if (what === null) return undefined;
  const from = Math.max(0, what.index - NEAR);
  const denial = DENIAL.exec(text.slice(from, what.index));
  if (denial === null) return undefined;
  const index = from + denial.index;
  return { index, 0: text.slice(index, what.index + what[0].length) };
}

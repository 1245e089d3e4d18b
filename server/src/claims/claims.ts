import type { Place } from "../document/block.ts";
import {
  type CaseTopic,
  type ClaimForm,
  claimForms,
  noneForms,
  notUpheld,
  otherScopes,
  pendingForm,
} from "../forms/claim-lexicon.ts";
import { type ProseLine, placeIn, proseLinesOf } from "../report/prose-lines.ts";
import { remember } from "../report/remember.ts";
import type { Report } from "../report/report.ts";
import { foldSameLength } from "../text/normalize.ts";
import type { Claim } from "./claim.ts";
import { ABOUT_DISCLOSURE, disclosureClaimsIn } from "./disclosure.ts";
import { type Clause, clausesOf, isOwnYear, wordsAround } from "./sentences.ts";

/** Without one of these a line counts nothing that the tables do. */
const ABOUT_CASES = /申请|复议|诉讼|应诉|起诉/;
/** Units in which applications, reviews and lawsuits are counted. */
const CASES = /^(?:件次|件|宗|起|份|条|项|个|例)$/;
const UPHELD = /(?:均|全部|都)(?:获得?|被|得到|予以|为|结果)?(?:结果)?维持(?![或和及、])/;
const NOT_CORRECTED = /(?:未|没有|无)[^,，。；;]{0,24}(?:纠错|败诉|纠正|撤销)/;
const NEGATIVE_RECEIVED =
  /(?:未|没有|无|尚未)(?:再)?(?:收到|接到|受理|接收)(?:任何|过)?[^,，。；;]{0,24}?申请(?!人|书|表|材料|答复)/;
/** 无结转下年度继续办理的申请, 没有下年度结转 */
const NEGATIVE_CARRIED = /(?:未|没有|无)(?:有|申请)?(?:下一?年度?结转|结转(?:至|到|入)?下一?年)/;
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
/** So much of the rest of a sentence can say that. */
const LONGEST = 600;
/** What is aimed at has not happened. */
const AIM = /力争|争取|确保|努力|目标|下一步|将/;
/** The last region that a government's name, or its office's, is made of. */
const AREA = /([省市县区旗州盟镇乡])(?:人民)?(?:政府)?(?:办公室|办)?$/;
const ELSEWHERE = new RegExp(otherScopes.join("|"));
/** 逾期不补正 is a row of 表三 and no 补正通知; 结转办理 is not 转办. */
const NOT_ELSEWHERE = /逾期不|(?<=结)转(?=办理)/g;
/** Sections that speak of figures; what 五 and 六 count is something else. */
const SECTIONS: ReadonlySet<string | undefined> = new Set(["一", "三", "四"]);

/** What the prose of a report says of the figures in its tables, in the order of the text. */
export const claimsOf: (report: Report) => readonly Claim[] = remember((report) => [
  ...claimsInLines(linesOf(report), report),
]);

/** The same of a report that adds up those of its area: what the prose says of 全县 is said of a county's tables. */
export const claimsOfWhole: (report: Report) => readonly Claim[] = remember((report) => {
  const area = AREA.exec(report.agency ?? "")?.[1];
  if (area === undefined) return claimsOf(report);
  const lines = linesOf(report).map((line): ProseLine => {
    const folded = line.folded.replaceAll(`全${area}`, `本${area}`);
    return folded === line.folded ? line : { ...line, folded };
  });
  return [...claimsInLines(lines, report)];
});

/** What a number would say that were written at a place of the prose: the claim that begins there, if any. */
export function claimWith(report: Report, { block, start }: Place, number: string): Claim | undefined {
  const lines = linesOf(report).map((line): ProseLine => {
    const { place, text } = line;
    if (place.block !== block || start < place.start || start > place.end) return line;
    const at = start - place.start;
    const changed = text.slice(0, at) + number + text.slice(at);
    return { ...line, text: changed, folded: foldSameLength(changed) };
  });
  for (const claim of claimsInLines(lines, report)) {
    if (claim.kind === "count" && claim.place.block === block && claim.place.start === start) return claim;
  }
  return undefined;
}

function* claimsInLines(lines: readonly ProseLine[], { form, year }: Report): Generator<Claim> {
  let topic: CaseTopic | undefined;
  for (const line of lines) {
    const { folded } = line;
    if (/^\s*(?:#|[(（]|\d)/.test(folded) || line.isHeading) topic = headingTopic(folded);
    const [isAboutCases, isAboutDisclosure] = [ABOUT_CASES.test(folded), ABOUT_DISCLOSURE.test(folded)];
    if (!isAboutCases && !isAboutDisclosure) continue;
    const clauses = clausesOf(folded, topic);
    const claims: Claim[] = [];
    if (isAboutCases) for (const clause of clauses) claims.push(...claimsIn(clause, line, year));
    if (isAboutDisclosure) claims.push(...disclosureClaimsIn(clauses, line, form, year));
    yield* claims.sort((a, b) => a.place.start - b.place.start);
  }
}

/** The prose of the sections that speak of figures, and what stands above the first. */
function linesOf(report: Report): ProseLine[] {
  const ends = report.sections.map(({ key, line }) => ({
    key,
    start: report.document.offsetOf(line.block) + line.start,
  }));
  let next = 0;
  return proseLinesOf(report).filter(({ place }) => {
    const offset = report.document.offsetOf(place.block) + place.start;
    while ((ends[next]?.start ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return next === 0 || SECTIONS.has(ends[next - 1]?.key);
  });
}

function headingTopic(folded: string): CaseTopic | undefined {
  const [title = ""] = folded.split(/[。：:]/, 1);
  if (title.length > 30) return undefined;
  return /依申请/.test(title) ? "application" : undefined;
}

function* claimsIn(clause: Clause, line: ProseLine, year: number | undefined): Generator<Claim> {
  if (clause.isOfOthers || !isOwnYear(clause.sentence, year)) return;
  yield* negativesIn(clause, line);
  yield* outcomesIn(clause, line);
  for (const number of clause.numbers) {
    const around = wordsAround(clause, number);
    if (clause.isShared || number.approximate || !CASES.test(number.unit) || isElsewhere(around)) continue;
    const topic = topicOf(around, clause.topics);
    if (topic === undefined) continue;
    const forms = formsOf(topic, around, clause.sentence);
    if (forms.size === 0) continue;
    yield {
      kind: "count",
      topic,
      place: placeIn(line, number.start, number.end),
      value: number.value,
      readings: [...forms].flatMap(({ readings }) => readings),
    };
  }
}

/** 未经复议直接起诉2件，结果维持1件: the kind of lawsuit that a sentence names may hold for what follows, or not. */
const LAWSUITS = ["直接起诉", "复议后"];

/** What words around a number may mean that it counts. */
function formsOf(topic: CaseTopic, around: string, sentence: string): ReadonlySet<ClaimForm> {
  const kinds = topic === "litigation" ? LAWSUITS.filter((kind) => sentence.includes(kind)) : [];
  const forms = ["", ...kinds].flatMap(
    (kind) => claimForms.find((one) => one.topic === topic && fits(one, kind + around, sentence)) ?? [],
  );
  return new Set(forms);
}

function* negativesIn(clause: Clause, line: ProseLine): Generator<Claim> {
  const { text, start, sentence } = clause;
  if (NOT_THE_CASE.test(text) || !/信息公开|政府信息|政务信息|依申请|公开/.test(sentence)) return;
  const received = NEGATIVE_RECEIVED.exec(text);
  const happened = notHappened(text);
  const said = (
    { index, 0: words }: { index: number; 0: string },
    kind: Claim["kind"],
    topic: CaseTopic,
  ): Claim => ({
    kind,
    topic,
    place: placeIn(line, start + index, start + index + words.length),
    value: 0n,
    readings: [noneForms[topic]],
  });
  if (received !== null && !/复议|诉讼|许可|登记|救助|援助|补贴/.test(received[0]))
    yield said(received, "none", "application");
  const carried = clause.topics.has("application") ? NEGATIVE_CARRIED.exec(text) : null;
  if (carried !== null) yield { ...said(carried, "none", "application"), readings: [pendingForm] };
  if (happened !== undefined) {
    const behind = text.slice(happened.index);
    if (/复议/.test(behind)) yield said(happened, "none", "review");
    if (/诉讼/.test(behind)) yield said(happened, "none", "litigation");
  }
  const closed = ALL_CLOSED.exec(text) ?? (AIM.test(sentence) ? null : ALL_ANSWERED.exec(text));
  if (closed === null || !clause.topics.has("application") || isElsewhere(text)) return;
  const from = start + closed.index;
  const [behind = ""] = line.folded.slice(from, from + LONGEST).split("。", 1);
  if (!STILL_OPEN.test(behind)) {
    yield { ...said(closed, "closed", "application"), readings: [pendingForm] };
  }
}

/** 行政复议均获维持; 未发生复议纠错、诉讼败诉. */
function* outcomesIn({ text, start, sentence, topics }: Clause, line: ProseLine): Generator<Claim> {
  if (!/信息公开|政府信息|依申请/.test(sentence)) return;
  const upheld = UPHELD.exec(text);
  const corrected = NOT_CORRECTED.exec(text);
  const match = upheld ?? corrected;
  // One loses a lawsuit only.
  const isLost = corrected !== null && !/纠错|纠正|撤销/.test(corrected[0]);
  const cases = [...topics]
    .filter((topic) => topic !== "application")
    .filter((topic) => !(isLost && topic === "review"));
  const [topic] = cases;
  if (match === null || topic === undefined) return;
  const columns = upheld === null ? ["结果纠正"] : ["结果纠正", "其他结果", "尚未审结"];
  yield {
    kind: "upheld",
    topic,
    place: placeIn(line, start + match.index, start + match.index + match[0].length),
    value: 0n,
    readings: [notUpheld(cases, columns)],
  };
}

/** 未发生行政复议, 无行政诉讼: from the word that denies to the case. */
function notHappened(text: string): { index: number; 0: string } | undefined {
  const what = /复议|诉讼/.exec(text);
  if (what === null) return undefined;
  const from = Math.max(0, what.index - NEAR);
  const denial = DENIAL.exec(text.slice(from, what.index));
  if (denial === null) return undefined;
  const index = from + denial.index;
  return { index, 0: text.slice(index, what.index + what[0].length) };
}

/** What a number counts: by the words around it, else by its clause where that speaks of one thing. */
function topicOf(around: string, topics: ReadonlySet<CaseTopic>): CaseTopic | undefined {
  const own = around.replace(/未经复议|复议后/g, "");
  const named = [...topics].filter((topic) =>
    (topic === "review" ? /复议/ : topic === "litigation" ? /诉讼|应诉|起诉/ : /申请/).test(own),
  );
  const [topic, ...more] = named.length > 0 ? named : topics;
  return more.length > 0 ? undefined : topic;
}

function isElsewhere(words: string): boolean {
  return ELSEWHERE.test(words.replace(NOT_ELSEWHERE, ""));
}

function fits({ topic, words, without = [] }: ClaimForm, around: string, sentence: string): boolean {
  if (without.some((word) => around.includes(word))) return false;
  if (!words.every((group) => group.some((word) => around.includes(word)))) return false;
  // "收到申请" says it all; "收到15件" needs its sentence to say what.
  return topic !== "application" || /申请/.test(around) || /申请|依申请/.test(sentence);
}

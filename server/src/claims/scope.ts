import { otherBodies, otherYears, partsOfYear } from "../forms/claim-lexicon.ts";
import { otherProcesses } from "../forms/claim-words.ts";

/** 占全市的6.4%, 居全市第二, 按照全区部署: it is not they whose cases are counted. */
const COMPARED_BODY = "(?<!占|占了|居|列|按照|根据|落实)";
const OTHER_BODY = new RegExp(`${COMPARED_BODY}(?:${otherBodies.join("|")})`, "g");
/** 我局, 本机关, 我街道 */
export const OWN_BODY = "[我本][局委办厅院中所站队单街镇乡区县市省校会机]";
const OWN_BODIES = new RegExp(OWN_BODY, "g");
/** 较上年, 与上年相比, 上年结转, 结转下年 and the like do not turn to another year. */
const OTHER_YEAR =
  "(?<!较|比|与|同|和|从|是|于|转|入|至|到|顺延|延续|占)(?:[上他下]年|去年|上一年|下一年|往年|明年)(?!度?[^,]{0,6}?结转)";
/** The first and the last day and month are those of the statistical period. */
const PART_OF_YEAR = "(?<!\\d)(?!1月1日|12月31日|12月底)(?:[1-9]|1[0-2])月|年初|前[两二三]季";
const OTHER_TIME = new RegExp(`${OTHER_YEAR}|${otherYears.join("|")}|(?:近|[两二三四五]|\\d)年来`, "g");
const OWN_TIME = /本年|今年/g;
const PART = new RegExp(`${PART_OF_YEAR}|${partsOfYear.join("|")}`, "g");
/** A clause that is nothing but one way to apply. */
const ONE_CHANNEL =
  /^(?:其中)?(?:从|通过|在)?(?:网络|网上|线上|线下|信函|邮寄|当面|现场|窗口|传真|电子邮件)(?:申请|提交|渠道|方式|形式|方面|途径|平台)*$/;
const ALL_YEAR = /本年(?!度?[1-9上下前第])|全年|12月31日|12月底/g;
const OTHER_PROCESS = new RegExp(otherProcesses.join("|"), "g");
const OWN_PROCESS = new RegExp(`${OWN_BODY}(?!.{0,4}作为)|政府信息公开申请`, "g");
const OWN_NAMED = new RegExp(`本年|全年|今年|${OWN_BODY}`);

/** What a sentence has come to speak of that is not the report's own. */
export interface Scope {
  readonly body: boolean;
  readonly year: boolean;
  readonly part: boolean;
  readonly process: boolean;
}

export const OWN: Scope = { body: false, year: false, part: false, process: false };

/** Whether words turn to other bodies, years, parts or processes, or back to the report's own; else what was before. */
export function turned({ body, year, part, process }: Scope, text: string): Scope {
  const words = text.replace(/\s/g, "");
  return {
    body: turns(body, words, OTHER_BODY, OWN_BODIES),
    year: turns(year, words, OTHER_TIME, OWN_TIME),
    part: ONE_CHANNEL.test(words) || turns(part, words, PART, ALL_YEAR),
    process: turns(process, words, OTHER_PROCESS, OWN_PROCESS),
  };
}

export function isOther({ body, year, part, process }: Scope): boolean {
  return body || year || part || process;
}

/** Whether words turn back, having turned away before or not. */
export function namesOwn(text: string): boolean {
  return OWN_NAMED.test(text);
}

function turns(before: boolean, words: string, away: RegExp, back: RegExp): boolean {
  const isAway = words.search(away) >= 0;
  // Most words turn nowhere.
  if (!isAway && !before) return false;
  const last = (pattern: RegExp): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1;
  const [lastAway, lastBack] = [isAway ? last(away) : -1, last(back)];
  return lastAway === lastBack ? before : lastAway > lastBack;
}

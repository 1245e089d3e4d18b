import type { ClaimForm } from "../forms/claim-form.ts";
import { ownBodies, plainWords } from "../forms/claim-words.ts";
import { OWN_BODY } from "./scope.ts";

/** All who may apply (第十三条): no part of the applicants. */
const ALL_APPLICANTS =
  /(?:自然人|公民个人|公民|个人)[、和或及](?:企业)?法人(?:[和或及、]|或者|以及)其他(?:社会)?组织/g;
/** 通过网络、信函等方式: every way there is. */
const ALL_CHANNELS =
  /^(?:本年度?|全年|今年)?(?:通过|以|采取)[^,、]{1,12}、[^,]{1,24}?等(?:多种)?(?:方式|渠道|形式|途径)/;
const SHARE = /、?占[^,、]{0,16}?\d{1,3}(?:\.\d{1,4})?%/g;
/** 收到15件答复率100%: a rate is no word about the number. */
const RATE =
  /(?:、?(?:按时|按期|及时)?(?:答复|办结|办理|回复|回馈|反馈|满意|及时)率){1,3}(?:均|都)?(?:为|达到?|是)?\d{1,3}(?:\.\d{1,4})?%/g;
/** Punctuation and blanks. */
const MARKS = /[\s“”"'‘’·:：、.。,，;；!?()（）《》〈〉*_-]+/g;
const OWN = new RegExp(`(?:${OWN_BODY}|全[局委办厅院])(?:位|心|道|关|府)?`, "g");
const LEAD = new RegExp(`^(?:其中)?(?:本年度?|全年|今年)?(?:${alternatives(ownBodies)})`);

const PLAIN = new Map(
  Object.entries(plainWords).map(([name, words]) => [name, new RegExp(alternatives(words), "g")]),
);

/** Whether nothing stands around a number but the words that say what is counted, and such as change nothing. */
export function isPlain(around: string, found: readonly string[], plain: ClaimForm["plain"]): boolean {
  const words = PLAIN.get(plain);
  const rest = found.reduce((text, word) => text.replace(word, " "), around);
  if (words === undefined) return false;
  return (
    rest
      .replace(LEAD, "")
      .replace(OWN, "")
      .replace(ALL_CHANNELS, "")
      .replace(words, "")
      .replace(MARKS, "") === ""
  );
}

/** Words around a number without blanks, the agency's name, shares and rates, and the whole of the applicants. */
export function bareWords(around: string, agency: string | undefined): string {
  const bare = withoutAgency(around.replace(/\s/g, ""), agency);
  return bare.replace(SHARE, "").replace(RATE, "").replace(ALL_APPLICANTS, "");
}

/** The agency by its name, or by as much of its end as still is a name: 平川县教育局, 教育局; 青石镇人民政府, 青石镇. */
function withoutAgency(text: string, agency = ""): string {
  const SHORTEST = 3;
  for (const full of [agency, agency.replace(/(?:人民政府|办事处)(?:办公室)?$/, "")]) {
    for (let from = 0; from + SHORTEST <= full.length; from++) {
      const name = full.slice(from);
      if (text.includes(name)) return text.replace(name, "");
    }
  }
  return text;
}

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join("|");
}

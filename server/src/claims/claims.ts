import type { Place } from "../document/block.ts";
import { remember } from "../report/remember.ts";
import type { Report } from "../report/report.ts";
import type { Claim } from "./claim.ts";
import { countsIn } from "./counts.ts";
import { ABOUT_TABLE_TWO, disclosureClaimsIn } from "./disclosure.ts";
import { insertedInto, type Paragraph, paragraphsOf } from "./lines.ts";
import type { NamedShare } from "./named-shares.ts";
import { negativesIn } from "./negatives.ts";
import { clausesOf, type Heading } from "./sentences.ts";

/** Without one of these a line counts nothing that the tables do. */
const ABOUT_CASES = /申请|复议|诉讼|应诉|起诉/;
/** The parts of section 一 but for 依申请公开. */
const OTHER_PART = /主动公开|管理|平台|监督|保障/;
/** The last region that a government's name, or its office's, is made of. */
const AREA = /([省市县区旗州盟镇乡])(?:人民)?(?:政府)?(?:办公室|办)?$/;

type Said = Claim | NamedShare;

const saidIn: (report: Report) => readonly Said[] = remember((report) => [
  ...saidInLines(paragraphsOf(report), report),
]);

/** What the prose of a report says of the figures in its tables, in the order of the text. */
export const claimsOf: (report: Report) => readonly Claim[] = remember((report) =>
  saidIn(report).filter(isClaim),
);

/** Shares of what the tables have, told without a count, in the order of the text. */
export const namedSharesOf: (report: Report) => readonly NamedShare[] = remember((report) =>
  saidIn(report).filter((one) => !isClaim(one)),
);

function isClaim(said: Said): said is Claim {
  return said.kind !== "share";
}

/** The same of a report that adds up those of its area: what the prose says of 全县 is said of a county's tables. */
export const claimsOfWhole: (report: Report) => readonly Claim[] = remember((report) => {
  const area = AREA.exec(report.agency ?? "")?.[1];
  if (area === undefined) return claimsOf(report);
  const lines = paragraphsOf(report).map((line): Paragraph => {
    const folded = line.folded.replaceAll(`全${area}`, `本${area}`);
    return folded === line.folded ? line : { ...line, folded };
  });
  return [...saidInLines(lines, report)].filter(isClaim);
});

/** What a number would say that were written at a place of the prose: the claim that begins there, if any. */
export function claimWith(report: Report, place: Place, number: string): Claim | undefined {
  const lines = paragraphsOf(report).map((line) => insertedInto(line, place, number, report.year));
  for (const claim of saidInLines(lines, report)) {
    const at = claim.place;
    if (claim.kind === "count" && at.block === place.block && at.start === place.start) return claim;
  }
  return undefined;
}

function* saidInLines(lines: readonly Paragraph[], { form, agency }: Report): Generator<Said> {
  let topic: Heading;
  for (const line of lines) {
    const { folded, section } = line;
    if (section === "三") topic = "application";
    else if (section === "四") topic = "cases";
    else if (line.isHeading || /^\s*(?:#|[(（])/.test(folded)) topic = headingTopic(folded);
    else if (/^\s*\d{1,2}[.、)]/.test(folded))
      topic = headingTopic(folded) ?? (OTHER_PART.test(folded.slice(0, 20)) ? undefined : topic);
    const [isAboutCases, isAboutDisclosure] = [
      topic !== undefined || ABOUT_CASES.test(folded),
      ABOUT_TABLE_TWO.test(folded),
    ];
    if (!isAboutCases && !isAboutDisclosure) continue;
    const clauses = clausesOf(folded, topic);
    const claims: Said[] = [];
    if (isAboutCases) {
      claims.push(...countsIn(clauses, line, topic, agency));
      for (const clause of clauses) {
        if (!clause.isOfOthers) claims.push(...negativesIn(clause, line, topic, agency));
      }
    }
    if (isAboutDisclosure) claims.push(...disclosureClaimsIn(clauses, line, form));
    yield* claims.sort((a, b) => a.place.start - b.place.start);
  }
}

function headingTopic(folded: string): Heading {
  const [title = ""] = folded.split(/[。：:]/, 1);
  return title.length <= 30 && /依申请/.test(title) ? "application" : undefined;
}

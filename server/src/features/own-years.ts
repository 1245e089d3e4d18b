import type { Place } from "../document/block.ts";
import { type ProseLine, placeIn, proseLinesOf } from "../report/prose-lines.ts";
import { remember } from "../report/remember.ts";
import type { Report } from "../report/report.ts";
import { titleOf } from "../report/title.ts";
import { PERIOD, yearClaimsOf } from "../rules/year-claims.ts";

const YEAR = /(?<!\d)(20\d{2})\s?年/g;
/** 《…》 names a document, whose year is its own. */
const NAMED = /《[^《》]{0,200}》/g;
/** As far as the words reach that tell whose year it is. */
const NEAR = 24;
/** 较2023年, 2021—2023年, 2022、2023年: measured against it, or one of several. */
const LEADS_AWAY = /(?:[比较于超]|[\d年]\s?[-—–~～至到、和与及或])\s?$/;
/** What is still to come is not the year reported on, and may stand from last year's report. */
const PLANNED = /下一步|下一?年|明年|今后|未来/;
/** The year's end and no other day: a date belongs to what happened then. */
const DATE = /^\s?\d{1,2}\s?月/;
const LAST_DAY = /^\s?12\s?月\s?31\s?日/;
const UP_TO = /(?:截至|截止到?)\s?$/;
/** 与2023年相比, 2023年同期, 2023年至2025年, 2023年工作要点: another's figures, several years, a document. */
const TURNS_AWAY =
  /^度?(?:的?(?:相比|相较|同期|持平|数据)|\s?[-—–~～至到、和与及]\s?20\d{2}|[^,，。；;、我本全共]{0,12}(?:要点|方案|计划|规划))/;

/**
 * Where a report says its own year, in order: title, period, opening, and the prose that speaks of the year reported
 * on. Where it is not certain that the year is the report's, the place is left out.
 */
export const ownYearsOf: (report: Report) => readonly Place[] = remember((report) => {
  const { year } = report;
  if (year === undefined) return [];
  const claimed = yearClaimsOf(report).filter((claim) => claim.year === year);
  const places = [
    ...claimed.flatMap((claim) => claim.places),
    ...proseLinesOf(report).flatMap((line) => yearsIn(line, report)),
  ];
  const found = new Map(places.map((place) => [report.document.offsetOf(place.block) + place.start, place]));
  return [...found].sort(([a], [b]) => a - b).map(([, place]) => place);
});

function yearsIn(line: ProseLine, report: Report): Place[] {
  const { folded } = line;
  const year = String(report.year);
  if (!folded.includes(year)) return [];
  /** Stretches whose years belong together. */
  const wholes = [
    ...[...folded.matchAll(NAMED)].map((match) => ({ match, isOwn: isThisReport(match[0], report) })),
    ...[...folded.matchAll(PERIOD)].map((match) => ({ match, isOwn: (match[2] ?? year) === match[1] })),
  ];
  return [...folded.matchAll(YEAR)].flatMap(({ index, 0: words, 1: digits }) => {
    if (digits !== year) return [];
    const whole = wholes.find(({ match }) => match.index <= index && index < match.index + match[0].length);
    const isOwn = whole?.isOwn ?? isSpokenOf(folded, index, index + words.length);
    return isOwn ? [placeIn(line, index, index + digits.length)] : [];
  });
}

function isThisReport(name: string, { agency, year }: Report): boolean {
  const said = titleOf(name);
  return said !== undefined && said.year === year && (said.agency === "" || said.agency === agency);
}

function isSpokenOf(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - NEAR), start);
  const behind = folded.slice(end, end + NEAR);
  if (LAST_DAY.test(behind)) return UP_TO.test(before);
  const clause = before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf(";")) + 1);
  return !DATE.test(behind) && !LEADS_AWAY.test(before) && !TURNS_AWAY.test(behind) && !PLANNED.test(clause);
}

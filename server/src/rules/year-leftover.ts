import type { Claim } from "../claims/claim.ts";
import { claimsOf } from "../claims/claims.ts";
import { plainReads } from "../claims/compare.ts";
import { type Place, spanOf } from "../document/block.ts";
import { placeIn, proseLinesOf } from "../report/prose-lines.ts";
import type { Report } from "../report/report.ts";
import { fromInteger } from "../text/decimal.ts";
import type { ReportDigest } from "./other-reports.ts";
import { sumBefore } from "./previous-growth.ts";
import type { Severity } from "./rule.ts";
import { statutorySectionsOf } from "./statutory-sections.ts";

/** Last year's year where the sentence tells of this year. */
export interface Leftover {
  /** The four digits. */
  readonly place: Place;
  readonly severity: Severity;
}

const SENTENCE = /[^。；;]+/g;
/** 2022年，我局深入贯彻…; 2022年新收… */
const OPENING =
  /^\s?(20\d{2})\s?年度?[,，]?\s?(?:(我[局委办厅院中所站队单街镇乡区县市省校会]|本[局委办厅院单机街镇乡区县市省校会])|全年|共|新收|收到|受理|办理|办结|答复)/;
/** A sentence with such words may well speak of the year before. */
const OF_BEFORE = /上一?年|去年|比|较|同期|以来|截至|累计|今年|本年|继续|延续|至今|目前|连续/;
/** So large a number is not met by chance. */
const LARGE = fromInteger(10);

/**
 * Sentences that begin with the year before the report's and tell of the report's own. For sure where they count what
 * this report's tables have, and last year's report, where it is known, has not; perhaps where they open what 我局 did
 * in section 一, and the paragraph names no other year.
 */
export function* leftoversOf(
  report: Report,
  year: number,
  previous: ReportDigest | undefined,
): Generator<Leftover> {
  const own = statutorySectionsOf(report).present.find(({ form }) => form.number === "一")?.section;
  const isInFirst = (place: Place): boolean => {
    if (own === undefined) return false;
    const [start, from, end] = [place, own.line, own.last].map((one) => spanOf(report.document, one).end);
    return start !== undefined && start > (from ?? 0) && start <= (end ?? 0);
  };
  const countsIn = countsOf(report, year - 1);
  for (const line of proseLinesOf(report)) {
    if (!line.folded.includes(String(year - 1))) continue;
    for (const { 0: sentence, index } of line.folded.matchAll(SENTENCE)) {
      const [opening, digits = "", body] = OPENING.exec(sentence) ?? [];
      if (opening === undefined || Number(digits) !== year - 1) continue;
      if (OF_BEFORE.test(sentence) || sentence.includes(String(year))) continue;
      const start = index + sentence.indexOf(digits);
      const place = placeIn(line, start, start + digits.length);
      const counts = countsIn(placeIn(line, start, index + sentence.length));
      if (counts.length > 0) {
        if (areThisYears(report, previous, counts)) yield { place, severity: "warning" };
      } else if (body !== undefined && isInFirst(place) && !line.folded.includes(String(year))) {
        yield { place, severity: "information" };
      }
    }
  }
}

/** What sentences count that are said of a year, asked for in the order of the text. */
function countsOf(report: Report, year: number): (sentence: Place) => readonly Claim[] {
  const offset = (place: Place): number => spanOf(report.document, place).start;
  let counts: readonly Claim[] | undefined;
  let next = 0;
  return (sentence) => {
    // What is remembered of the report's blocks is remembered of its own year.
    counts ??= claimsOf({ ...report, year, blocks: [...report.blocks] }).filter(
      ({ kind, topic }) => kind === "count" && topic !== "disclosure",
    );
    const { start, end } = spanOf(report.document, sentence);
    const place = (): number => offset(counts?.[next]?.place ?? sentence);
    while (next < counts.length && place() < start) next++;
    const from = next;
    while (next < counts.length && place() < end) next++;
    return counts.slice(from, next);
  };
}

/** Whether counts are those of this report and, where it is known, not all those of last year's. */
function areThisYears(report: Report, previous: ReportDigest | undefined, counts: readonly Claim[]): boolean {
  const isHere = counts.every((count) => plainReads(report, count).some(({ sum }) => sum === count.value));
  const isTelling = counts.some(({ value }) => value >= LARGE);
  if (!isHere || !isTelling) return false;
  return (
    previous === undefined ||
    !counts.every(({ value, readings }) =>
      readings.some((reading) => sumBefore(previous, reading)?.before === value),
    )
  );
}

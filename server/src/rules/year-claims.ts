import type { Place } from "../document/block.ts";
import { type ProseLine, proseLinesOf } from "../report/prose-lines.ts";
import type { Report } from "../report/report.ts";
import { foldSameLength } from "../text/normalize.ts";

/** A place where the report says which year it is about. */
export interface YearClaim {
  readonly kind: "title" | "period" | "opening";
  readonly year: number;
  /** The four digits; twice where a period begins and ends with them. */
  readonly places: readonly [Place, ...Place[]];
}

const YEAR = /(?:19|20)\d{2}/;
/** 2022年1月1日至2022年12月31日; the second year is often left out. */
export const PERIOD =
  /((?:19|20)\d{2})\s?年\s?1\s?月\s?1\s?日\s?(?:起)?(?:至|到|—|-|~)+\s?(?:((?:19|20)\d{2})\s?年\s?)?12\s?月\s?31\s?日/g;
/** What makes a period the report's own, so far before it in its sentence or so near behind it. */
const OWN_PERIOD = /统计|数据|期限|时限|时间|本报告|报告/;
const [FAR, NEAR] = [200, 20];
/** 现将2023年度政府信息公开工作情况报告如下: the report speaks of itself. */
const OPENING = /现将|现就|向社会公布|现公布|现予公布/g;
const OPENED = /^[^。；;《]{0,50}?((?:19|20)\d{2})\s?年度?\s?的?\s?(?:政府信息公开|政务公开|信息公开)/;
/** As much as OPENED can take in. */
const OPENED_LENGTH = 80;
/** The opening stands above the parts of the first section. */
const OPENING_LINES = 8;

/** In the order of the source, the title first. */
export function yearClaimsOf(report: Report): readonly YearClaim[] {
  const claims: YearClaim[] = [];
  const { title } = report;
  const inTitle = title && YEAR.exec(foldSameLength(sourceAt(title.place)));
  if (title !== undefined && inTitle) {
    claims.push({ kind: "title", ...digitsAt(title.place, inTitle.index, inTitle[0]) });
  }
  const lines = proseLinesOf(report).filter(
    ({ place }) => place.block !== title?.place.block || place.start > title.place.end,
  );
  for (const [index, line] of lines.entries()) {
    claims.push(...periodsIn(line));
    if (index < OPENING_LINES) claims.push(...openingsIn(line));
  }
  return claims;
}

function* periodsIn({ folded, place }: ProseLine): Generator<YearClaim> {
  for (const match of folded.matchAll(PERIOD)) {
    const [whole, from = "", to] = match;
    const before = folded.slice(Math.max(0, match.index - FAR), match.index);
    const behind = folded.slice(match.index, match.index + whole.length + NEAR);
    if (!OWN_PERIOD.test(before.slice(before.lastIndexOf("。") + 1) + behind)) continue;
    // 1 January to 31 December of another year is no year's period.
    if (to !== undefined && Number(to) - Number(from) > 1) continue;
    const start = digitsAt(place, match.index, from);
    const end = to === undefined ? undefined : digitsAt(place, match.index + whole.lastIndexOf(to), to);
    if (end?.year === start.year) {
      yield { kind: "period", year: start.year, places: [...start.places, ...end.places] };
      continue;
    }
    yield { kind: "period", ...start };
    if (end !== undefined) yield { kind: "period", ...end };
  }
}

function* openingsIn({ folded, place }: ProseLine): Generator<YearClaim> {
  for (const { 0: words, index } of folded.matchAll(OPENING)) {
    const start = index + words.length;
    const match = OPENED.exec(folded.slice(start, start + OPENED_LENGTH));
    const digits = match?.[1] ?? "";
    if (match !== null)
      yield { kind: "opening", ...digitsAt(place, start + match[0].lastIndexOf(digits), digits) };
  }
}

function digitsAt({ block, start }: Place, index: number, digits: string): Omit<YearClaim, "kind"> {
  const from = start + index;
  return { year: Number(digits), places: [{ block, start: from, end: from + digits.length }] };
}

function sourceAt({ block, start, end }: Place): string {
  return block.text.slice(start, end);
}

const FILE_YEAR = /(?<!\d)20\d{2}(?!\d)/g;

/** The year in a file's name; undefined where there is none, several, or one that dates the file. */
export function yearOfFileName(fileName: string): number | undefined {
  const name = foldSameLength(fileName);
  const [only, ...more] = [...name.matchAll(FILE_YEAR)];
  if (only === undefined || more.length > 0) return undefined;
  const after = name.slice(only.index + 4);
  // 2024-01-15, 2024年1月, 2024.3.1, 2024年发布: when it was published, which is the year after.
  if (
    /^(?:[-_.]\d{1,2}(?!\d)|年?\s?\d{1,2}\s?(?:月|[-_.]\d)|年?\s?(?:发布|公布|公开发布|报送|上报|印发))/.test(
      after,
    )
  )
    return undefined;
  return Number(only[0]);
}

import type { Report, Section } from "../report/report.ts";
import { headingsOf } from "./support.ts";

/** A markdown heading with the number of # that its rank asks for. */
export interface Deviation {
  readonly section: Section;
  readonly wanted: number;
}

const DEEPEST = 6;

/**
 * Headings whose number of # does not follow their rank: equal ranks with different numbers of #, and ranks
 * that skip one (## then ####). Ranks that share one number of # are left alone, as no outline jumps there.
 */
export function deviatingLevels(report: Report): readonly Deviation[] {
  const deviations: Deviation[] = [];
  const top = topLevel(report);
  const visit = (list: readonly Section[], parent: { hashes: number; wanted: number } | undefined): void => {
    const wanted = subLevel(list, parent);
    for (const section of list) {
      const { hashes, rank, key, children } = section;
      if (hashes === 0 || isTitle(report, section)) {
        visit(children, hashes === 0 ? parent : undefined);
        continue;
      }
      const level = key !== undefined || rank === 1 ? (top ?? hashes) : clamp(wanted(section));
      if (level !== hashes) deviations.push({ section, wanted: level });
      visit(children, { hashes, wanted: level });
    }
  };
  visit(report.sections, undefined);
  return deviations;
}

/** Number of # that a statutory section's heading has in this report, 0 for none. */
export function sectionHashes(report: Report): number {
  const top = topLevel(report);
  if (top !== undefined) return top;
  if (headingsOf(report).some(({ rank, key }) => rank === 1 || key !== undefined)) return 0;
  const title = titleLevel(report);
  return title > 0 ? title + 1 : report.document.language === "markdown" ? 2 : 0;
}

/** Level of the sections of the first rank: their own where they agree, else the one below the title's. */
function topLevel(report: Report): number | undefined {
  const levels = headingsOf(report)
    .filter((one) => one.hashes > 0 && !isTitle(report, one) && (one.key !== undefined || one.rank === 1))
    .map(({ hashes }) => hashes);
  const [first] = levels;
  if (first === undefined) return undefined;
  const title = titleLevel(report);
  const agreed = levels.every((level) => level === first);
  if (agreed && (title === 0 || first <= title + 1)) return first;
  return title > 0 ? clamp(title + 1) : mostFrequent(levels);
}

/** For headings below one parent: their level where they agree and skip none, else the one below the parent's. */
function subLevel(
  list: readonly Section[],
  parent: { hashes: number; wanted: number } | undefined,
): (section: Section) => number {
  const levels = new Map<number, Set<number>>();
  for (const { hashes, rank, key } of list) {
    if (hashes > 0 && key === undefined) levels.set(rank, (levels.get(rank) ?? new Set()).add(hashes));
  }
  return ({ hashes, rank }) => {
    if (parent === undefined) return hashes;
    const moved = hashes + parent.wanted - parent.hashes;
    const agreed = levels.get(rank)?.size === 1;
    // An unnumbered heading tells nothing of its rank.
    return rank === 0 || (agreed && hashes <= parent.hashes + 1) ? moved : parent.wanted + 1;
  };
}

function isTitle({ title }: Report, section: Section): boolean {
  return title !== undefined && section.place.block === title.place.block && section.hashes > 0;
}

/** Number of # before the report's title, 0 without. */
function titleLevel({ title }: Report): number {
  return title?.place.block.kind === "heading" ? title.place.block.level : 0;
}

function clamp(level: number): number {
  return Math.min(Math.max(level, 1), DEEPEST);
}

/** Of levels that are equally frequent the highest rank. */
function mostFrequent(levels: readonly number[]): number {
  const count = (level: number): number => levels.filter((one) => one === level).length;
  return [...new Set(levels)].reduce((a, b) =>
    count(b) > count(a) || (count(b) === count(a) && b < a) ? b : a,
  );
}

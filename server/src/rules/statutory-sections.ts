import { spanOf } from "../document/block.ts";
import type { Form, SectionForm } from "../forms/form.ts";
import { remember } from "../report/remember.ts";
import type { Report, Section } from "../report/report.ts";
import { hasOfficialWords } from "../report/section-words.ts";
import { labelKey } from "../text/normalize.ts";
import { headingsOf } from "./support.ts";

/** A statutory section as it stands in the report. */
export interface Present {
  readonly form: SectionForm;
  readonly section: Section;
  /** False for a heading under another wording, or found by its number and its place alone. */
  readonly exact: boolean;
}

export interface StatutorySections {
  /** One for each key at most, in the order of the source. */
  readonly present: readonly Present[];
  /** Headings that say once more what one of them says, in the order of the source. */
  readonly repeated: readonly Present[];
  /** In the order of the form. */
  readonly missing: readonly SectionForm[];
}

export const statutorySectionsOf: (report: Report) => StatutorySections = remember(find);

/** What a heading says behind its number, without spaces and punctuation. */
export function wordingOf({ title, number }: Section): string {
  return labelKey(title.startsWith(number) ? title.slice(number.length) : title);
}

function find(report: Report): StatutorySections {
  const headings = headingsOf(report);
  const sightings = withoutContents(report, sightingsOf(report, headings));
  const main = new Map<string, Present>();
  for (const one of sightings) {
    const before = main.get(one.form.number);
    if (before === undefined || (one.exact && !before.exact)) main.set(one.form.number, one);
  }
  const order = new Map(headings.map((heading, index) => [heading, index]));
  const positionOf = ({ section }: Present): number => order.get(section) ?? 0;
  for (const form of report.form.sections) {
    if (main.has(form.number)) continue;
    const stand = standIn(form, report.form, [...main.values()], headings, positionOf);
    if (stand !== undefined) main.set(form.number, { form, section: stand, exact: false });
  }
  const chosen = new Set([...main.values()].map(({ section }) => section));
  return {
    present: [...main.values()].sort((a, b) => positionOf(a) - positionOf(b)),
    repeated: sightings.filter(({ section, exact }) => exact && !chosen.has(section)),
    missing: report.form.sections.filter(({ number }) => !main.has(number)),
  };
}

function sightingsOf({ form }: Report, headings: readonly Section[]): Present[] {
  return headings.flatMap((section): Present[] => {
    const own = form.sections.find(({ number }) => number === section.key);
    return own === undefined
      ? []
      : [{ form: own, section, exact: hasOfficialWords(own, wordingOf(section)) }];
  });
}

/** So many headings with nothing between them are a table of contents. */
const CONTENTS = 3;

/** A table of contents names every section; where its lines come again below, they head nothing. */
function withoutContents({ document }: Report, sightings: readonly Present[]): readonly Present[] {
  let run = 1;
  while (run < sightings.length) {
    const [before, after] = [sightings[run - 1], sightings[run]];
    if (before === undefined || after === undefined) break;
    const from = spanOf(document, before.section.line).end;
    const to = spanOf(document, after.section.line).start;
    if (document.text.slice(from, to).trim() !== "") break;
    run++;
  }
  if (run < CONTENTS) return sightings;
  const rest = sightings.slice(run);
  const comesAgain = ({ form }: Present, index: number): boolean =>
    [...sightings.slice(index + 1, run), ...rest].some((other) => other.form.number === form.number);
  return sightings.filter((one, index) => index >= run || !comesAgain(one, index));
}

/** A heading of no known wording that has a missing section's number and stands where that belongs. */
function standIn(
  form: SectionForm,
  { tables }: Form,
  present: readonly Present[],
  headings: readonly Section[],
  positionOf: (one: Present) => number,
): Section | undefined {
  const number = CHINESE.indexOf(form.number);
  const before = present.filter((one) => CHINESE.indexOf(one.form.number) < number).map(positionOf);
  const after = present.filter((one) => CHINESE.indexOf(one.form.number) > number).map(positionOf);
  if (present.length < LEAST_PRESENT) return undefined;
  const [from, to] = [Math.max(-1, ...before), Math.min(headings.length, ...after)];
  return headings
    .slice(from + 1, Math.max(to, from + 1))
    .find(
      (one) =>
        one.key === undefined &&
        one.rank === 1 &&
        one.number === form.number &&
        !isTableLabel(tables, wordingOf(one)),
    );
}

/** What rows of the tables say behind their numbers: 三、本年度办理结果 is no heading, wherever it stands. */
function isTableLabel(tables: Form["tables"], wording: string): boolean {
  return tables.some(({ rows }) =>
    rows.some(({ label, groups }) =>
      [label, ...groups].some((one) => labelKey(one.replace(/^[一二三四]、/, "")) === wording),
    ),
  );
}

const CHINESE = "一二三四五六";
/** A report of other headings altogether is not read as one with all its sections renamed. */
const LEAST_PRESENT = 3;

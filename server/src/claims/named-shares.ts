import type { Place } from "../document/block.ts";
import type { ReadingForm } from "../forms/claim-form.ts";
import { type ProseLine, placeIn } from "../report/prose-lines.ts";
import { type Decimal, parseDecimal } from "../text/decimal.ts";
import { type Course, isSaidHere } from "./course.ts";
import { fittingForms } from "./fits.ts";
import { bareWords } from "./plain.ts";
import type { Clause } from "./sentences.ts";
import { ofAll, SHARE } from "./shares.ts";

/** A share of applications told by their name, without a count: 自然人占比80.4%, 予以公开占39%. */
export interface NamedShare {
  readonly kind: "share";
  /** The digits of the percentage. */
  readonly place: Place;
  /** In per cent. */
  readonly value: Decimal;
  /** Decimal places as written. */
  readonly places: number;
  /** What may be the part. */
  readonly readings: readonly ReadingForm[];
  /** Every number of the paragraph that may be the whole, ascending. */
  readonly wholes: readonly Decimal[];
}

const APPLICANT = /自然人|公民|法人|企业|机构|组织/;
/** 涉及多个领域，其中企业占35%: who applied must be what the sentence tells of. */
const APPLICANTS = /申请人|申请主体|自然人|(?:企业|机构|组织)申请/;
const OUTCOME = /公开(?!申请)|无法提供|不予处理|其他处理/;

/** The shares in a clause that counts nothing itself. */
export function* namedSharesIn(
  clause: Clause,
  wholes: () => readonly Decimal[],
  line: ProseLine,
  course: Course,
  agency: string | undefined,
): Generator<NamedShare> {
  if (clause.numbers.length > 0 || !clause.text.includes("占") || !clause.topics.has("application")) return;
  // Of what the sentence has named it may be a part.
  if (course.counted.some(({ extent }) => extent !== "all")) return;
  let from = 0;
  for (const match of clause.text.matchAll(SHARE)) {
    const { 0: told, 1: words = "", 2: digits = "", index } = match;
    const around = bareWords(clause.text.slice(from, index), agency);
    from = index + told.length;
    const value = parseDecimal(digits);
    if (value === null || !ofAll(words) || (APPLICANT.test(around) && OUTCOME.test(around))) continue;
    const forms = fittingForms("application", around, clause, { start: clause.start + index, unit: "" }, []);
    const [form] = forms;
    if (form === undefined || form.extent === "all" || !isSaidHere(form, around, clause, course)) continue;
    if (form.extent === "applicant" && !APPLICANTS.test(around + clause.whole)) continue;
    const start = clause.start + index + words.length;
    yield {
      kind: "share",
      place: placeIn(line, start, start + digits.length),
      value,
      places: digits.split(".")[1]?.length ?? 0,
      readings: forms.flatMap(({ readings }) => readings),
      wholes: wholes(),
    };
  }
}

/** The numbers of clauses, ascending, gathered when they are first asked for. */
export function lazyNumbers(clauses: readonly Clause[]): () => readonly Decimal[] {
  let values: readonly Decimal[] | undefined;
  return () =>
    (values ??= clauses
      .flatMap(({ numbers }) => numbers.map(({ value }) => value))
      .sort((a, b) => (a < b ? -1 : Number(a > b))));
}

import type { CaseTopic, ClaimForm } from "../forms/claim-form.ts";
import { type ProseLine, placeIn } from "../report/prose-lines.ts";
import type { Claim } from "./claim.ts";
import { type Course, enter, isSaidHere, newCourse, turnAway } from "./course.ts";
import { fittingForms } from "./fits.ts";
import { lazyNumbers, type NamedShare, namedSharesIn } from "./named-shares.ts";
import { bareWords } from "./plain.ts";
import { type Clause, type ClauseNumber, type Heading, wordsAround } from "./sentences.ts";

/** Units in which applications, reviews and lawsuits are counted. */
const CASES = /^(?:件次|件|宗|起|份|条|项|个|例)$/;

/** The numbers of a paragraph that say what the tables do, and shares of what they name, in the order of the text. */
export function* countsIn(
  clauses: readonly Clause[],
  line: ProseLine,
  heading: Heading,
  agency: string | undefined,
): Generator<Claim | NamedShare> {
  const course = newCourse(heading);
  const wholes = lazyNumbers(clauses);
  for (const clause of clauses) {
    enter(course, clause, agency);
    for (const number of clause.isOfOthers ? [] : clause.numbers) {
      const forms = formsOf(clause, number, course, agency);
      const [form] = forms;
      if (form === undefined) continue;
      yield {
        kind: "count",
        topic: form.topic,
        place: placeIn(line, number.start, number.end),
        value: number.value,
        readings: forms.flatMap(({ readings }) => readings),
      };
    }
    if (!clause.isOfOthers) yield* namedSharesIn(clause, wholes, line, course, agency);
  }
}

/** What a number may mean that it counts; nothing where anything about it is in doubt. */
function formsOf(
  clause: Clause,
  number: ClauseNumber,
  course: Course,
  agency: string | undefined,
): readonly ClaimForm[] {
  if (number.approximate || !CASES.test(number.unit)) return [];
  const around = bareWords(wordsAround(clause, number), agency);
  const topic = topicOf(around, clause.topics);
  const forms = topic === undefined ? [] : fittingForms(topic, around, clause, number, course.counted);
  const [form] = forms;
  const last = course.counted.findLast(({ extent }) => extent !== "applicant")?.extent;
  if (form !== undefined) course.counted.push(form);
  if (form === undefined || !isSaidHere(form, around, clause, course)) {
    turnAway(course, { topic, form, around, before: wordsBefore(clause, number) });
    return [];
  }
  course.isOurs = true;
  // 结转9件，其中自然人4件: of these nine.
  if (form.extent === "applicant" && (last === "part" || last === "carried")) return [];
  return clause.isShared ? [] : forms;
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

/** What stands before a number, as far as the number before it or the clause's start. */
function wordsBefore({ text, start, numbers }: Clause, number: ClauseNumber): string {
  const from = numbers[number.order - 1]?.unitEnd ?? start;
  return text.slice(from - start, number.start - start);
}

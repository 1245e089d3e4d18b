import { REVIEWS_AND_LAWSUITS } from "../forms/case-lexicon.ts";
import type { CaseTopic, ClaimForm } from "../forms/claim-form.ts";
import { claimForms, sumForm } from "../forms/claim-lexicon.ts";
import { documentKinds } from "../forms/claim-words.ts";
import type { ProseNumber } from "./numbers.ts";
import { isPlain } from "./plain.ts";
import type { Clause } from "./sentences.ts";

const LAWSUITS = ["直接起诉", "复议后"];
const REVIEW = /(?<!未经)复议(?!后)/;
const SUM = /^[,，]?(?:合计|共计|总计|总共|共)$/;
/** What applications are counted in where nothing says 收到. */
const REQUESTS = /^(?:件次|件|宗|起|份)$/;
const COUNTED = /\d\s?[件宗份条起个项]/;
const DOCUMENTS = new RegExp(documentKinds.join("|"));

/** The forms that the words around a number fit, with no word left over. */
export function fittingForms(
  topic: CaseTopic,
  around: string,
  clause: Clause,
  number: Pick<ProseNumber, "start" | "unit">,
  counted: readonly ClaimForm[],
): readonly ClaimForm[] {
  if (SUM.test(around)) return isSummed(counted) ? [sumForm] : [];
  const kinds = topic === "litigation" ? kindsIn(clause.sentence) : [];
  const forms = ["", ...kinds].flatMap((kind) => {
    const words = kind + around;
    for (const form of claimForms) {
      const found = form.topic === topic ? wordsOf(form, words, clause) : undefined;
      if (found !== undefined) return isPlain(words, found, form.plain) ? [form] : [];
    }
    return [];
  });
  return [...new Set(forms)].filter((form) => form.bare !== true || isFirst(clause, number));
}

/**
 * 未经复议直接起诉2件，结果维持1件: the kind of lawsuit that a sentence names may hold for what follows, or not.
 * 行政复议7件，行政诉讼4件，其中维持8件: so may both together.
 */
function kindsIn(sentence: string): string[] {
  const kinds = LAWSUITS.filter((kind) => sentence.includes(kind));
  const review = sentence.search(REVIEW);
  const lawsuit = review < 0 ? -1 : sentence.indexOf("诉讼", review);
  const isTogether = lawsuit >= 0 && sentence.includes("其中", lawsuit);
  return isTogether ? [...kinds, REVIEWS_AND_LAWSUITS] : kinds;
}

/** The words of a form that stand around a number, one of each group; undefined where the form does not fit. */
function wordsOf(
  { words, without = [], beside = [], alone = [], notAfter = [] }: ClaimForm,
  around: string,
  { sentence, whole }: Clause,
): string[] | undefined {
  const found = words.flatMap((group) => longest(group.filter((word) => around.includes(word))));
  if (found.length < words.length || without.some((word) => around.includes(word))) return undefined;
  if (notAfter.some((word) => sentence.includes(word))) return undefined;
  if (!beside.every((group) => group.some((word) => whole.includes(word)))) return undefined;
  const elsewhere = alone.length === 0 ? "" : found.reduce((rest, word) => rest.replace(word, ""), whole);
  return alone.some((word) => elsewhere.includes(word)) ? undefined : found;
}

function longest(words: readonly string[]): string[] {
  return [...words].sort((one, other) => other.length - one.length).slice(0, 1);
}

/** Whether nothing but what makes up the sum was counted before it. */
function isSummed(counted: readonly ClaimForm[]): boolean {
  const names = sumForm.readings.flatMap(({ plus }) => plus);
  const said = counted.map(({ readings }) => readings[0]?.plus.join());
  return said.length === names.length && names.every((name) => said.includes(name));
}

/** Whether a number is the first of its sentence, which lists no documents. */
function isFirst(
  { sentence, whole, start, text }: Clause,
  number: Pick<ProseNumber, "start" | "unit">,
): boolean {
  const before = sentence.slice(0, sentence.length - (start + text.length - number.start));
  return REQUESTS.test(number.unit) && !DOCUMENTS.test(whole) && !COUNTED.test(before);
}

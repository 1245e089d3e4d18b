import type { Decimal } from "../text/decimal.ts";
import { numbersIn, type ProseNumber } from "./numbers.ts";

/** "24条，其中A类1条，B类20条": a whole and its parts, all said exactly. */
export interface ProseList {
  readonly whole: ProseNumber;
  readonly parts: readonly ProseNumber[];
  /** Numbers of its unit before the whole, in its sentence: the parts may be those of one of them, or of all. */
  readonly before: readonly ProseNumber[];
  /** Whether the words leave it open that there is more (等, 主要). */
  readonly open: boolean;
}

/** What documents, messages and cases are counted in; people and money have lists of their own kind. */
const COUNTED = /^(?:件|条|份|项|个|篇|宗|起|例|次|部|期)$/;
/** A whole this far before 其中 is another sentence's. */
const FAR = 40;
const NO_PART = /占|同比|环比|增长|减少|下降|上升|增加|较上|比上|累计|采用|办结|答复|内有|分别/;
/** 比上年增加200条，其中… tells the parts of what there is, not of what there is more. */
const DIFFERENCE = /(?:增加|减少|增长|下降|上升|提高|(?<!新)增|减|多|少)了?\s?$/;
/** One thing may be counted under several heads: 部分信息通过多个渠道同时公开; 文字解读38篇、图片解读18篇. */
const OVERLAP =
  /同时|同一|多种|多个|多渠道|重复|重叠|交叉|兼有|(?:图文|图片|图解|图表|视频|音频|动漫|H5)(?:形式|类)?解读/;
/** 其中政务动态862条、通知97条，通过微博发布2300条: what was done besides is no part, where the first part is none such. */
const DEED = /^(?:其中|[\s,，、：:(（另还并]){0,5}(?:通过|发布|刊发|编发|推送|制作|开展|举办|召开)(?!类)/;
const OPEN = /等|主要|包括但/;
const AMONG = "其中";
const AMONG_THEM = new RegExp(AMONG, "g");
/** No list is longer, in characters and in parts. */
const LONGEST = 1000;
const MOST_PARTS = 60;

/** The lists of a line, its text folded to half width. */
export function listsIn(folded: string): ProseList[] {
  if (!folded.includes(AMONG) && !folded.includes("(")) return [];
  const numbers = numbersIn(folded).filter(({ unit }) => COUNTED.test(unit));
  return listsOf(folded, numbers);
}

/** The lists of a line that are made up of some of its numbers. */
export function listsOf(folded: string, numbers: readonly ProseNumber[]): ProseList[] {
  if (numbers.length < 3) return [];
  return [...bracketed(folded, numbers), ...amongThem(folded, numbers)];
}

/** 407条（工作动态287条，专题106条） */
function* bracketed(folded: string, numbers: readonly ProseNumber[]): Generator<ProseList> {
  for (const [index, whole] of numbers.entries()) {
    if (!/^\s?[(（]/.test(folded.slice(whole.unitEnd, whole.unitEnd + 2))) continue;
    const start = whole.unitEnd;
    const close = folded.slice(start, start + LONGEST).search(/[)）]/);
    if (close < 0) continue;
    const inside = numbers.slice(index + 1, index + 1 + MOST_PARTS);
    // 20件（上年19件，其中土地类9件，财政类10件）: the parts are those of the number in the brackets.
    const among = folded.slice(start, start + close).indexOf(AMONG);
    const before = inside.filter(({ unitEnd }) => unitEnd <= start + among);
    const own = before.at(-1);
    if (own === undefined) yield* listOf(folded, whole, inside, start, start + close);
    else yield* listOf(folded, own, inside.slice(before.length), start + among, start + close);
  }
}

function* amongThem(folded: string, numbers: readonly ProseNumber[]): Generator<ProseList> {
  const bare = withoutBrackets(folded);
  let next = 0;
  let said: ProseNumber[] = [];
  for (const { index } of folded.matchAll(AMONG_THEM)) {
    for (let one = numbers[next]; one !== undefined && one.unitEnd <= index; one = numbers[++next]) {
      // 22件（含上年结转2件），其中: what stands in brackets is no whole.
      if (bare.charAt(one.start) !== folded.charAt(one.start)) continue;
      const isNewSentence = /[。；;]/.test(folded.slice(said.at(-1)?.unitEnd ?? 0, one.start));
      said = [...(isNewSentence ? [] : said.slice(-MOST_PARTS)), one];
    }
    // Lists in brackets are read there.
    if (bare.charAt(index) === " ") continue;
    const whole = said.at(-1);
    if (whole === undefined || index - whole.unitEnd > FAR) continue;
    const behind = folded.slice(index + AMONG.length, index + LONGEST);
    const end = behind.search(/[。；;]|其中/);
    const mayGoOn = end >= 0 && behind.charAt(end) !== "。";
    yield* listOf(
      folded,
      whole,
      numbers.slice(next, next + MOST_PARTS),
      index,
      index + AMONG.length + (end < 0 ? behind.length : end),
      { before: said.slice(0, -1).filter(({ unit }) => unit === whole.unit), mayGoOn },
    );
  }
}

function* listOf(
  folded: string,
  whole: ProseNumber,
  numbers: readonly ProseNumber[],
  start: number,
  end: number,
  { before, mayGoOn }: { before: readonly ProseNumber[]; mayGoOn: boolean } = { before: [], mayGoOn: false },
): Generator<ProseList> {
  if (OVERLAP.test(folded.slice(start, end + FAR))) return;
  if (DIFFERENCE.test(folded.slice(Math.max(0, whole.start - 4), whole.start))) return;
  const own = withoutBrackets(folded.slice(start + 1, end));
  const parts = numbers.filter((number) => {
    const at = number.start - start - 1;
    return number.start > start && number.unitEnd <= end && own.charAt(at) === folded.charAt(number.start);
  });
  const words = own.replace(/\s/g, "");
  const told = partsTold(folded, start, parts);
  if (told.length < 2 || NO_PART.test(words) || [whole, ...told].some(({ approximate }) => approximate))
    return;
  yield { whole, parts: told, before, open: mayGoOn || told.length < parts.length || OPEN.test(words) };
}

/** The parts up to where the words turn to something else that was done. */
function partsTold(folded: string, start: number, parts: readonly ProseNumber[]): readonly ProseNumber[] {
  const deeds = parts.map(({ start: at }, index) =>
    DEED.test(folded.slice(parts[index - 1]?.unitEnd ?? start, at)),
  );
  const other = deeds[0] === true ? -1 : deeds.indexOf(true);
  return other < 0 ? parts : parts.slice(0, other);
}

/** What stands in brackets inside of a list is a list of its own. Same length. */
function withoutBrackets(text: string): string {
  return text.replace(/[(（][^()（）]*[)）]/g, (inner) => " ".repeat(inner.length));
}

/** Whether the parts make up the whole, all of them or all but one or but the last few. */
export function addsUp({ whole, parts, before }: ProseList): "exactly" | "perhaps" | "over" | "under" {
  const sum = sumOf(parts);
  if (sum === whole.value) return "exactly";
  const excess = sum - whole.value;
  // 新收20件，上年结转2件，其中…; 收到20件，办结19件，结转3件，其中…
  if (before.some(({ value, approximate }) => value === sum || approximate)) return "perhaps";
  if (excess < 0n) return "under";
  if (excess <= sumOf(before)) return "perhaps";
  // 账号12个，其中微博8个，信息32条: what is counted in another unit may be of another kind.
  const own = parts.filter(({ unit }) => unit === whole.unit);
  if (own.length > 0 && sumOf(own) <= whole.value) return "perhaps";
  let last: Decimal = 0n;
  for (const { value } of [...parts].reverse()) {
    last += value;
    if (value === excess || last === excess) return "perhaps";
  }
  return "over";
}

export function sumOf(numbers: readonly ProseNumber[]): Decimal {
  return numbers.reduce<Decimal>((sum, { value }) => sum + value, 0n);
}

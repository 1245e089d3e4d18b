import * as l10n from "@vscode/l10n";
import { type ProseLine, placeIn, proseLinesOf } from "../report/prose-lines.ts";
import type { Finding, Rule } from "./rule.ts";

/** Quotation marks and brackets in prose that lack their other half. */
export const unbalanced: Rule = {
  code: "prose/unbalanced",
  severity: "warning",
  title: { en: "A quotation mark or bracket lacks its other half", zh: "引号或括号不成对" },
  documentation: {
    en: `Quotation marks (“ ”, ‘ ’, 「 」, 『 』) and brackets (（ ）, 《 》, 〈 〉, 〔 〕, 【 】) come in pairs.

**Why.** 《标点符号用法》 (GB/T 15834) has them in pairs. A half that is left over is among what reviewers send back most, and mostly shows that words were lost in editing.

**What is left alone.** Straight quotation marks; numbers of a list such as 1) and 一）; half-width and full-width round brackets that pair with each other; a quotation over several paragraphs; tables.

**Example.** 党政办具体经办，社区配合落实”的工作格局: nothing opens the quotation.

**What to do.** Put the other half where it belongs, or take this one out. Each paragraph has one finding for each kind of mark.`,
    zh: `引号（“ ”、‘ ’、「 」、『 』）和括号（（ ）、《 》、〈 〉、〔 〕、【 】）应成对使用。

**依据** 《标点符号用法》（GB/T 15834）。只有一半的引号、括号是审阅时退回的常见原因，多半是修改时丢了文字。

**不报告的情形** 直引号；“1)”“一）”这样的序号；半角括号与全角括号互相配对；跨几段的引文；表格。

**示例** “党政办具体经办，社区配合落实”的工作格局”，其中“落实”后面的后引号没有对应的前引号。

**处理办法** 在应有的位置补上另一半，或者删去多余的一半。同一段中同一种标点只提示一处。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    const { document } = report;
    // In a web page a mark may be written as an entity, which is not read as text.
    if (document.language === "html" && /&(?:[lr][sd]quo|#x?[\da-f]+);/i.test(document.text)) return;
    const lines = proseLinesOf(report);
    const single = lines.map(({ text }, line) => leftOver(text, line));
    if (single.every((marks) => marks === PAIRED)) return;
    for (const family of FAMILIES) yield* findingsOf(lines, single, family);
  },
};

interface Family {
  readonly open: string;
  readonly close: string;
}

/** ASCII brackets pair with full-width ones, since many texts mix them. */
const FAMILIES: readonly Family[] = [
  { open: "“", close: "”" },
  { open: "‘", close: "’" },
  { open: "「", close: "」" },
  { open: "『", close: "』" },
  { open: "（(", close: "）)" },
  { open: "《", close: "》" },
  { open: "〈", close: "〉" },
  { open: "〔", close: "〕" },
  { open: "【", close: "】" },
];
const MARKS = /[“”‘’「」『』（(）)《》〈〉〔〕【】]/g;
const familyOf: ReadonlyMap<string, Family> = new Map(
  FAMILIES.flatMap((family) => [...family.open, ...family.close].map((mark) => [mark, family])),
);

interface Mark {
  readonly family: Family;
  readonly line: number;
  readonly at: number;
  readonly opens: boolean;
}

/** A quotation may run over paragraphs, and a text taken from a PDF breaks its sentences over lines. */
const NEAR = 6;

function* findingsOf(
  lines: readonly ProseLine[],
  single: readonly (readonly Mark[])[],
  family: Family,
): Generator<Finding> {
  let pending: Mark[] = [];
  let left: Mark[] = [];
  for (const [index, marks] of single.entries()) {
    if (lines[index]?.isHeading) [left, pending] = [left.concat(pending), []];
    for (const mark of marks) {
      if (mark.family !== family) continue;
      const opener = mark.opens ? undefined : pending.at(-1);
      if (mark.opens) pending.push(mark);
      else if (opener !== undefined && mark.line - opener.line <= NEAR) pending.pop();
      else left.push(mark);
    }
  }
  const seen = new Set<number>();
  for (const mark of left.concat(pending).sort((a, b) => a.line - b.line || a.at - b.at)) {
    const line = lines[mark.line];
    if (line === undefined || seen.has(mark.line)) continue;
    seen.add(mark.line);
    const written = line.text.charAt(mark.at);
    const place = placeIn(line, mark.at, mark.at + 1);
    yield {
      place,
      message: mark.opens
        ? l10n.t("The opening mark {0} has no closing one", written)
        : l10n.t("The closing mark {0} has no opening one", written),
    };
  }
}

/** The marks of one line that pair with none in it: of each family first those that close. */
function leftOver(text: string, line: number): readonly Mark[] {
  if (text.search(MARKS) < 0) return PAIRED;
  const opened = new Map<Family, Mark[]>();
  const left: Mark[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    const family = familyOf.get(mark);
    if (family === undefined) continue;
    const own = opened.get(family) ?? [];
    opened.set(family, own);
    if (family.open.includes(mark)) own.push({ family, line, at, opens: true });
    else if (own.pop() === undefined && !isNumberMark(text, at) && !isApostrophe(text, at))
      left.push({ family, line, at, opens: false });
  }
  for (const own of opened.values()) left.push(...own);
  return left.length === 0 ? PAIRED : left;
}

/** The marks left over in most lines. */
const PAIRED: readonly Mark[] = [];

/** 1) and 一） at the start of a line or of a clause. At most three characters of number before the bracket. */
function isNumberMark(text: string, at: number): boolean {
  if (!"）)".includes(text.charAt(at))) return false;
  return /(?:^|[\s，,。；;：:、.．·•*-])[\da-zA-Z０-９一二三四五六七八九十①-⑳]{1,3}\s?$/.test(
    text.slice(Math.max(0, at - 5), at),
  );
}

/** The ’ of it’s. */
function isApostrophe(text: string, at: number): boolean {
  return text.charAt(at) === "’" && /[a-z]/i.test(text.charAt(at - 1));
}

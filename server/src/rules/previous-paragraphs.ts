import { type Place, spanOf } from "../document/block.ts";
import { type ProseLine, proseLinesOf } from "../report/prose-lines.ts";
import type { Report } from "../report/report.ts";
import { labelKey } from "../text/normalize.ts";
import { headingsOf } from "./support.ts";

/** A paragraph of section 一 or 五 with what it says of its own. */
export interface Paragraph extends WrittenParagraph {
  /** Letters and digits only, years left out, and no sentence that every report has. */
  readonly text: string;
}

/** Sections written anew each year: what was done, and what was wanting. */
const SECTIONS: ReadonlySet<string | undefined> = new Set(["一", "五"]);

/** Sentences that are alike in every year because of what they are: the form wants them, or there was nothing. */
const BOILERPLATE: readonly RegExp[] = [
  /统计(?:的)?(?:期限|时间|时段|口径)|报告如下|报告由|公民、法人(?:和|或者?)其他组织/,
  /联系(?:电话|地址|方式|人)|咨询热线|邮政编码|邮编|下载|查阅/,
  /(?:编制|公布|公开|发布|撰写|形成).{0,12}报告/,
  /(?:未|没有|无|(?<![0-9])0[件次])[^,，;；]{0,16}(?:申请|复议|诉讼|收费|责任追究)/,
  /(?:申请|复议|诉讼|收费|案件)[^,，;；]{0,12}[^0-9]0[件次]/,
];
const SENTENCE_END = /[。!?]/;
/** A line that ends otherwise is broken in the middle of a paragraph. */
const PARAGRAPH_END = /[。;:!?”")]\s*$/;
const YEAR = /(?:(?:19|20)\d{2}|[一二][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2})(?=年)/g;

/** The paragraphs of sections 一 and 五 that say something of their own, in order. */
export function paragraphsOf(report: Report): readonly Paragraph[] {
  return withOwnWords(writtenParagraphsOf(report));
}

/** Those of some paragraphs that say something of their own. */
export function withOwnWords<P extends { readonly folded: string }>(
  written: readonly P[],
): (P & { readonly text: string })[] {
  return written.flatMap((paragraph) => {
    const text = ownWords(paragraph.folded);
    return text === "" ? [] : [{ ...paragraph, text }];
  });
}

/** A paragraph of section 一 or 五 as it stands, folded to half width. */
export interface WrittenParagraph {
  readonly section: string;
  readonly place: Place;
  readonly folded: string;
}

export function writtenParagraphsOf(report: Report): readonly WrittenParagraph[] {
  const { document } = report;
  const sections = headingsOf(report).flatMap(({ key, line, last }) =>
    key !== undefined && SECTIONS.has(key)
      ? [{ key, start: spanOf(document, line).end, end: spanOf(document, last).end }]
      : [],
  );
  if (sections.length === 0) return [];
  return joined(proseLinesOf(report)).flatMap(({ place, folded }) => {
    const { start } = spanOf(document, place);
    const section = sections.find((one) => one.start <= start && start < one.end);
    return section === undefined ? [] : [{ section: section.key, place, folded }];
  });
}

/** Lines that a paragraph was broken into are put together again; headings are left out. */
function joined(lines: readonly ProseLine[]): { place: Place; folded: string }[] {
  const paragraphs: { place: Place; folded: string }[] = [];
  let isOpen = false;
  for (const { folded, place, isHeading } of lines) {
    const before = paragraphs.at(-1);
    if (isHeading) isOpen = false;
    else if (isOpen && before !== undefined && before.place.block === place.block) {
      paragraphs[paragraphs.length - 1] = {
        place: { ...before.place, end: place.end },
        folded: before.folded + folded,
      };
      isOpen = !PARAGRAPH_END.test(folded);
    } else {
      paragraphs.push({ place, folded });
      isOpen = !PARAGRAPH_END.test(folded);
    }
  }
  return paragraphs;
}

function ownWords(folded: string): string {
  const sentences = folded.replace(/\s+/g, "").split(SENTENCE_END);
  const own = sentences.filter((sentence) => !BOILERPLATE.some((pattern) => pattern.test(sentence)));
  return labelKey(own.join("").replace(YEAR, ""));
}

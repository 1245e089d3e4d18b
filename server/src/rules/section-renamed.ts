import * as l10n from "@vscode/l10n";
import type { Place } from "../document/block.ts";
import { wordPlaces } from "../report/line.ts";
import { editBetween } from "../text/text-edit.ts";
import type { Finding, Rule, Severity } from "./rule.ts";
import { type Present, statutorySectionsOf } from "./statutory-sections.ts";

/** Statutory sections under another title or another number than the form's. */
export const sectionRenamed: Rule = {
  code: "section/renamed",
  severity: "information",
  title: { en: "A statutory section has another title", zh: "法定章节的标题与格式不一致" },
  documentation: {
    en: `The headings of the six sections have the words and the numbers of the form.

**Why.** 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) prints them. Some other wordings are so common that they are accepted: 因政府信息公开工作被申请行政复议、提起行政诉讼情况 for 四, 存在问题及改进情况 and 政府信息公开工作存在的主要问题及改进情况 for 五. Spacing and punctuation do not matter, nor does a heading that a narrow page broke over two lines.

**Example.** 三、政府信息公开申请办理情况 for 三、收到和处理政府信息公开申请情况; 五、 twice in a row, where the second should be 六、.

**Severity.** A title that is recognised is information only. A heading known by nothing but its number and its place is a warning: the section may be missing.

**What to do.** Use the title of the form. A quick fix writes it.`,
    zh: `六个部分的标题，文字和编号应与规定的格式一致。

**依据** 国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）印有各部分标题。有些写法已很普遍，可以接受：第四部分“因政府信息公开工作被申请行政复议、提起行政诉讼情况”，第五部分“存在问题及改进情况”“政府信息公开工作存在的主要问题及改进情况”。空格和标点没有影响，标题因版面较窄断成两行也不影响。

**示例** 把“三、收到和处理政府信息公开申请情况”写成“三、政府信息公开申请办理情况”；连续两个“五、”，后一个应为“六、”。

**严重程度** 能够识别的标题只作信息提示。只有编号和位置相符、文字无法识别的，作为警告，因为这一部分可能缺失。

**处理办法** 改用规定的标题，可用快速修复。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    const { present } = statutorySectionsOf(report);
    for (const [index, one] of present.entries()) {
      const { form, section, exact } = one;
      const official = `${form.number}、${form.title}`;
      if (!exact) {
        const severity: Severity = section.key === undefined ? "warning" : "information";
        yield {
          place: section.place,
          severity,
          message: l10n.t("The form calls this section “{0}”", official),
          ...retitle(one, official),
        };
      } else if (isMisnumbered(section.number, form.number, index)) {
        yield {
          place: section.place,
          message: l10n.t(
            "This section is numbered {0}, the form numbers it {1}",
            section.number,
            form.number,
          ),
          ...retitle(one, official),
        };
      }
    }
  },
};

/** Numbers that only count the sections that are there follow from one that is missing or misplaced. */
function isMisnumbered(number: string, official: string, index: number): boolean {
  return /^[一二三四五六七八九十]+$/.test(number) && number !== official && number !== "一二三四五六"[index];
}

/** Nothing where emphasis or a tag stands between the words to change: it would be left around none. */
function retitle({ section: { line, place } }: Present, official: string): Pick<Finding, "fixes"> {
  const pieces = wordPlaces(line, place).map((piece) => ({ piece, words: wordsAt(piece) }));
  const { start, end, newText } = editBetween(pieces.map(({ words }) => words).join(""), official);
  let before = 0;
  for (const { piece, words } of pieces) {
    const from = piece.start - before;
    if (start >= before && end <= before + words.length) {
      const edit = { place: { ...piece, start: from + start, end: from + end }, newText };
      const title = l10n.t("Change the heading to “{0}”", official);
      return { fixes: [{ title, safe: false, edits: [edit] }] };
    }
    before += words.length;
  }
  return {};
}

function wordsAt({ block, start, end }: Place): string {
  return block.text.slice(start, end);
}

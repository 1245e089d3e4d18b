import * as l10n from "@vscode/l10n";
import type { Place } from "../document/block.ts";
import type { SectionForm } from "../forms/form.ts";
import type { Report } from "../report/report.ts";
import { lineBreakOf } from "../text/line-break.ts";
import { sectionHashes } from "./heading-levels.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { statutorySectionsOf } from "./statutory-sections.ts";
import { headOf } from "./support.ts";

/** Statutory sections that a report lacks; neighbours that are both gone are one finding. */
export const sectionMissing: Rule = {
  code: "section/missing",
  severity: "error",
  title: { en: "A statutory section is missing", zh: "缺少法定章节" },
  documentation: {
    en: `The report must have the six sections of the form: 一、总体情况, 二、主动公开政府信息情况, 三、收到和处理政府信息公开申请情况, 四、政府信息公开行政复议、行政诉讼情况, 五、存在的主要问题及改进情况, 六、其他需要报告的事项.

**Why.** Article 50 of the Regulation (国令第711号) says what the report must hold; 国办公开办函〔2021〕30号 (for the report years 2019 and 2020: 国办公开办函〔2019〕60号) orders it in these sections.

**How they are found.** By what the heading says, with or without #, emphasis, tags and anchors around it, with text behind it on its line (一、总体情况。2023年…), and whatever its number. One numbered as a part (1. 总体情况, （一）总体情况) is the section where nothing else is, it stands in its place, and no heading with another title and a number of the first rank is above it. A heading of other words with the right number in the right place counts as renamed (section/renamed), not as missing.

**Example.** After 五 the report ends: the finding stands at the heading of 五 and names 六、其他需要报告的事项. Where a section's table is there without its heading, it stands at the table.

**What to do.** Add the section. 六 must at least say whether 信息处理费 was charged; where there is nothing to report, say so in a sentence. A quick fix inserts the heading where it belongs; the text is yours to write.`,
    zh: `报告应包括规定的六个部分：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。

**依据** 《中华人民共和国政府信息公开条例》（国令第711号）第五十条规定了报告的内容，国办公开办函〔2021〕30号（2019、2020 年度为国办公开办函〔2019〕60号）按这六个部分规定了格式。

**识别办法** 按标题文字识别，与有无 # 号、强调、标签、锚点，以及编号是多少无关；标题之后同一行接着写正文的（一、总体情况。2023年……），同样识别。编号与部分之下的小标题相同的（1. 总体情况、（一）总体情况），只有在没有别的标题写明这一部分、位置相符、前面也没有另一个同级大标题时，才作为这一部分的标题。位置和编号相符、只是文字不同的标题，视为改名（section/renamed），不算缺少。

**示例** 报告写完第五部分就结束了，提示标在第五部分的标题上，并指明缺少“六、其他需要报告的事项”。表格还在、只缺标题的，提示标在表格上。

**处理办法** 补写这一部分。第六部分至少应说明是否收取信息处理费；没有需要报告的事项，也应写明。快速修复会在应有的位置插入标题，内容需自行填写。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isWhole) return;
    for (const gap of gapsOf(report)) {
      const place = gap.place ?? headOf(report);
      if (place === undefined) continue;
      const titles = gap.missing.map(headingText);
      yield {
        place,
        message:
          titles.length === 1
            ? l10n.t("The section “{0}” is missing", titles[0] ?? "")
            : l10n.t("{0} sections are missing: {1}", titles.length, titles.join("；")),
        ...withFix(report, gap),
      };
    }
  },
};

function headingText({ number, title }: SectionForm): string {
  return `${number}、${title}`;
}

/** Missing sections that belong in one spot. */
interface Gap {
  readonly missing: readonly SectionForm[];
  /** What stands there: the table without its heading, or what is before; undefined at the report's beginning. */
  readonly place: Place | undefined;
  /** What the headings go before; undefined at the report's end. */
  readonly before?: Place;
}

function gapsOf(report: Report): Gap[] {
  const { present } = statutorySectionsOf(report);
  const gaps: Gap[] = [];
  let missing: SectionForm[] = [];
  let above: Place | undefined;
  const close = (place: Place | undefined, before: Place | undefined): void => {
    if (missing.length > 0) gaps.push({ missing, place, ...(before && { before }) });
    missing = [];
  };
  for (const form of report.form.sections) {
    const own = present.find((one) => one.form === form);
    if (own !== undefined) {
      close(above, own.section.line);
      above = own.section.place;
      continue;
    }
    missing.push(form);
    // A table that is there without its heading tells where the heading belongs.
    const table = report.tables.find(({ id }) => id === form.table);
    if (table === undefined) continue;
    close(table.first, startOfTable(table.first));
    above = table.last;
  }
  close(above, undefined);
  return gaps;
}

function startOfTable(first: Place): Place {
  const { kind } = first.block;
  return kind === "html" || kind === "pipe" ? { ...first, start: 0 } : first;
}

function withFix(report: Report, { missing, before }: Gap): Pick<Finding, "fixes"> {
  const { document, blocks } = report;
  // In a web page a heading is a tag of the page's own making.
  if (document.language === "html") return {};
  const lineBreak = lineBreakOf(document.text);
  const hashes = sectionHashes(report);
  const marks = hashes > 0 ? `${"#".repeat(hashes)} ` : "";
  const text = missing.map((form) => marks + headingText(form)).join(lineBreak + lineBreak);
  const last = blocks.at(-1);
  let edit: Fix["edits"][number] | undefined;
  if (before !== undefined) {
    const place = { block: before.block, start: before.start, end: before.start };
    edit = { place, newText: text + lineBreak + lineBreak };
  } else if (last !== undefined) {
    const place = { block: last, start: last.text.length, end: last.text.length };
    edit = { place, newText: lineBreak + lineBreak + text };
  }
  if (edit === undefined) return {};
  const title =
    missing.length === 1
      ? l10n.t("Insert the heading “{0}” (its text is yours to write)", missing.map(headingText).join())
      : l10n.t("Insert the {0} missing headings (their text is yours to write)", missing.length);
  return { fixes: [{ title, safe: false, draft: true, edits: [edit] }] };
}

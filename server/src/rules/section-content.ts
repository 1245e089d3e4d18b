import * as l10n from "@vscode/l10n";
import { type Place, spanOf } from "../document/block.ts";
import type { Report, Section } from "../report/report.ts";
import type { Finding, Rule } from "./rule.ts";
import { statutorySectionsOf } from "./statutory-sections.ts";

/** What a section must speak of, told by words of which one is always there. */
interface Demand {
  readonly section: string;
  readonly words: RegExp;
  /** What looks like them and is something else. */
  readonly notThese?: RegExp;
  readonly message: () => string;
  readonly severity: "warning" | "information";
}

/** A section of so few characters is not yet written, which other findings or the author's eyes tell. */
const LEAST = 12;

/** 公开时效有待提高, 人员能力需要提升: a problem, told by what it wants. */
const WANTING =
  /(?:有待|亟[待需]|尚待|需要?)(?:于|进一步|继续|不断|持续|更加){0,2}(?:提高|提升|加强|增强|改进|完善|加大|强化|健全|优化|推进|深化|拓展|丰富|规范)(?:[和与、](?:提高|提升|加强|增强|改进|完善|强化|健全|优化|深化|规范))?(?=[,，。；;]|$)/g;

const DEMANDS: readonly Demand[] = [
  {
    section: "五",
    words:
      /问题|不足|短板|薄弱|差距|距离|欠缺|缺乏|缺少|滞后|单一|有限|困难|有待|亟[待需]|需要|需进一步|[仍尚还]需|不(?:够|高|强|深|全|多|广|细|紧|严|到位|及时|平衡|均衡|规范|充分|完善|丰富|健全|明显|熟|便)/,
    message: () => l10n.t("Section 五 names no problems; the form asks for problems and improvements"),
    severity: "warning",
  },
  {
    section: "五",
    words:
      /改进|措施|下一?步|今后|明年|来年|加强|提升|完善|加大|强化|健全|优化|推进|深化|提高|整改|努力|举措|将/,
    notThese: WANTING,
    message: () => l10n.t("Section 五 names no improvements; the form asks for problems and improvements"),
    severity: "warning",
  },
  {
    section: "六",
    words: /处理费|收费|收取|费用/,
    // 表二 has that one.
    notThese: /行政事业性?收费/g,
    message: () =>
      l10n.t(
        "Section 六 says nothing of 信息处理费: whether it was charged, and how much (国办函〔2020〕109号)",
      ),
    severity: "information",
  },
];

/** The five things that section 一 reports on (article 50 of the Regulation; 国办公开办函〔2021〕30号). */
const PARTS: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: "主动公开", words: /主动公开|主动向社会公开/ },
  { name: "依申请公开", words: /依申请|申请公开|公开申请|信息公开的申请|公开.{0,10}申请/ },
  { name: "政府信息管理", words: /信息管理|信息公开管理|规范管理|管理制度|保密审查|审核|审查/ },
  { name: "政府信息公开平台建设", words: /平台|网站|专栏|公众号|微信|新媒体/ },
  { name: "监督保障", words: /监督|保障|考核|培训|评议|组织领导/ },
];

/** Statutory sections that leave out what they must say. */
export const sectionContent: Rule = {
  code: "section/content",
  severity: "warning",
  title: { en: "A section leaves out what it must say", zh: "章节缺少应有的内容" },
  documentation: {
    en: `Section 一 speaks of 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设 and 监督保障; section 五 of problems and of improvements; section 六 of 信息处理费.

**Why.** Article 50 of the Regulation (国令第711号) and 国办公开办函〔2021〕30号; for 信息处理费 国办函〔2020〕109号, which wants it reported also where none was charged.

**How it is told.** By words, in the widest sense; whatever is doubtful is left alone. What is only said to be wanting (有待提高, 需要提升) is a problem and no improvement; 行政事业性收费 is another fee. A section of a few characters counts as not yet written, except for 六.

**Example.** 五 lists problems and ends.

**What to do.** Add what is missing. For 信息处理费 a sentence is enough: 本年度未收取信息处理费。`,
    zh: `第一部分应写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障；第五部分应写问题和改进情况；第六部分应说明信息处理费。

**依据** 《中华人民共和国政府信息公开条例》（国令第711号）第五十条、国办公开办函〔2021〕30号；信息处理费见国办函〔2020〕109号，没有收取的也应说明。

**识别办法** 按用词判断，从宽掌握，不能确定的不报告。“有待提高”“需要提升”说的是问题，不是改进；行政事业性收费是另一种收费。除第六部分外，只有寥寥数字的章节视为尚未写好。

**示例** 第五部分只列了问题，没有改进措施。

**处理办法** 补写缺少的内容。信息处理费写一句即可：本年度未收取信息处理费。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isWhole) return;
    for (const { form, section } of statutorySectionsOf(report).present) {
      const demands = DEMANDS.filter((one) => one.section === form.number);
      const hasParts = form.number === "一";
      if (demands.length === 0 && !hasParts) continue;
      const text = textOf(report, section);
      const { length } = text.replace(/[：:。]/g, "");
      if (length < (form.number === "六" ? 1 : LEAST)) continue;
      for (const { words, notThese, message, severity } of demands) {
        const told = notThese === undefined ? text : text.replace(notThese, "");
        if (!words.test(told)) yield { place: section.place, message: message(), severity };
      }
      if (hasParts) yield* partsFinding(section.place, text);
    }
  },
};

function* partsFinding(place: Place, text: string): Generator<Finding> {
  const missing = PARTS.filter(({ words }) => !words.test(text)).map(({ name }) => name);
  if (missing.length === 0) return;
  yield {
    place,
    severity: "information",
    message: l10n.t("Section 一 does not speak of {0}", missing.join("、")),
  };
}

/** What stands below a heading, and behind it on its line. */
function textOf({ document }: Report, { place, last }: Section): string {
  const start = spanOf(document, place).end;
  const text = document.text.slice(start, spanOf(document, last).end);
  // 〔待填写〕 is what a new report has where its author is to write.
  return text.replace(/〔待[^〔〕]{0,20}〕/g, "").replace(/[\s#*]/g, "");
}

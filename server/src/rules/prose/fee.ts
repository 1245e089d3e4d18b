import * as l10n from "@vscode/l10n";
import { type Fee, feeListsOf, feesOf } from "../../claims/fees.ts";
import { formatDecimal } from "../../text/decimal.ts";
import type { Finding, Rule } from "../rule.ts";
import { listFinding } from "./list-total.ts";

/** Sentences on 信息处理费 that contradict each other, or parts of it that do not add up. */
export const fee: Rule = {
  code: "prose/fee",
  severity: "warning",
  title: { en: "The text contradicts itself on 信息处理费", zh: "正文中关于信息处理费的说法前后不一致" },
  documentation: {
    en: `What the report says was charged as 信息处理费 is the same in every sentence, and its parts make up the whole.

**Why.** Section 六 tells whether 信息处理费 was charged, and how much (国办函〔2020〕109号). A sentence left from last year, or a sum that was changed in one place only, contradicts the others.

**What is compared.** Sentences on the fee with each other: none charged in one and a sum in another is a warning; two different sums are told as information, since they may be of different things. A sum and its parts behind 其中 are added up as in prose/list-total. The fee is never compared with 行政事业性收费 of 表二, which is another thing.

**What is left alone.** Other bodies and years; fees waived, refunded or still due; standards of charging; sums that are not said exactly.

**Example.** 本年度未收取信息处理费。 and, further down, 全年共收取信息处理费1200元。

**What to do.** Find out which is right and correct the other.`,
    zh: `报告各处关于收取信息处理费的说法应当一致，各分项之和应等于总额。

**依据** 第六部分应说明是否收取信息处理费以及金额（国办函〔2020〕109号）。沿用上年的句子，或者只改了一处金额，就会前后矛盾。

**比较的内容** 关于信息处理费的各个句子互相对照：一处说未收取，另一处写了金额，作为警告；两处金额不同，可能所指不同，只作信息提示。“其中”之后的各分项相加，与总额核对，办法同 prose/list-total。信息处理费与表二的行政事业性收费是两回事，从不互相比较。

**不比较的情形** 其他单位、其他年度的收费；减免、退还、应收未收的费用；收费标准；不确切的金额。

**示例** “本年度未收取信息处理费”，后文又写“全年共收取信息处理费1200元”。

**处理办法** 核实哪一处正确，改正另一处。`,
  },
  check: function* ({ report }): Generator<Finding> {
    if (!report.isReport) return;
    const [first, ...others] = feesOf(report);
    const other = others.find(({ value }) => value !== first?.value);
    if (first !== undefined && other !== undefined) yield contradiction(first, other);
    for (const { list, line } of feeListsOf(report)) yield* listFinding(list, line);
  },
};

function contradiction(first: Fee, other: Fee): Finding {
  const isOneNone = first.value === 0n || other.value === 0n;
  return {
    place: other.place,
    ...(!isOneNone && { severity: "information" }),
    message: l10n.t("信息处理费 is {0} 元 here and {1} 元 in another sentence", shown(other), shown(first)),
    related: [{ place: first.place, message: l10n.t("Here it is {0} 元", shown(first)) }],
  };
}

function shown({ value }: Fee): string {
  return formatDecimal(value);
}

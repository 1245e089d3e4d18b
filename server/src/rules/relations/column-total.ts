import type { Rule } from "../rule.ts";
import { relationFindings } from "./findings.ts";

/** 表三, every column: the outcomes （一） to （六） add up to （七）总计. */
export const columnTotal: Rule = {
  code: "table3/column-total",
  severity: "error",
  title: {
    en: "表三: the outcomes of a column do not add up to （七）总计",
    zh: "表三：一列的各项办理结果之和不等于（七）总计",
  },
  documentation: {
    en: `In every column of 表三 the outcomes, from （一）予以公开 to the last row of （六）其他处理, add up to （七）总计.

**Why.** （七）总计 in the form of 国办公开办函〔2021〕30号 (before it 国办公开办函〔2019〕60号) is the number of applications dealt with in the year, each under exactly one outcome.

**Example.** In column 自然人: （一）予以公开 12, （三）不予公开 5.属于三类内部事务信息 3, （四）无法提供 1.本机关不掌握相关政府信息 5, the others 0, （七）总计 21. The outcomes make 20.

**What to do.** A figure that is wrong in itself breaks its row too, and the finding then stands at that figure under table3/row-total. If the rows all add up and two columns are off by the same, one application was entered in the wrong column, or two neighbours were exchanged. Look for an application counted twice or not at all. The quick fixes change figures only where that leaves fewer relations failing and breaks none.`,
    zh: `表三每一列中，从“（一）予以公开”到“（六）其他处理”最后一行，各项办理结果之和应等于“（七）总计”。

**依据** 国办公开办函〔2021〕30号（此前为国办公开办函〔2019〕60号）所附格式中，“（七）总计”是本年度办结的申请件数，每件申请只计入一种办理结果。

**示例** “自然人”一列：（一）予以公开 12，（三）不予公开“5.属于三类内部事务信息”3，（四）无法提供“1.本机关不掌握相关政府信息”5，其余为 0，（七）总计 21，而各项合计为 20。

**处理办法** 单个数字填错时，所在的行也会不相符，问题会按 table3/row-total 标在那个数字上。如果各行都相符，而有两列相差同样的数，多半是一件申请填错了列，或者相邻两格互换了。请检查是否有申请重复计入或漏计。快速修复只在不相符的关系减少、原来相符的不受影响时才提供。`,
  },
  check: ({ report }) => relationFindings(report, "table3/column-total"),
};

import type { Rule } from "../rule.ts";
import { relationFindings } from "./findings.ts";

/** 表三, every row: the six kinds of applicant add up to 总计. */
export const rowTotal: Rule = {
  code: "table3/row-total",
  severity: "error",
  title: {
    en: "表三: a row does not add up to its total",
    zh: "表三：一行的六类申请人之和不等于总计",
  },
  documentation: {
    en: `In every row of 表三 the six kinds of applicant (自然人 and the five kinds of 法人或其他组织) add up to 总计.

**Why.** The form of 国办公开办函〔2021〕30号 (before it 国办公开办函〔2019〕60号) gives each row one 总计 over all applicants. A supervising office adds it up first.

**Example.** In row （一）予以公开: 自然人 7, 商业企业 6, the others 0, 总计 14. The six make 13. Where the column of 自然人 is one short as well, 自然人 should be 8: that one figure settles both relations, and the finding stands there. Where nothing tells which figure is wrong, it stands at the total and lists the figures that make it up.

**What to do.** Compare the row with your register of applications. The quick fixes change one figure each (or exchange two neighbours, join a number that was split over two cells, or move a shifted row); each leaves fewer relations failing and breaks none. No figure is changed unless you choose a fix.

A blank counts as 0 where the rest of the row is there. A row whose total is blank is not reported here. Where a figure of the row is missing, only what is certain is reported: the figures that are there already exceed the total.`,
    zh: `表三每一行中，六类申请人（自然人和五类法人或其他组织）之和应等于“总计”。

**依据** 国办公开办函〔2021〕30号（此前为国办公开办函〔2019〕60号）所附格式中，每一行都有一个覆盖全部申请人的总计。主管部门审核时首先核对的就是这一项。

**示例** “（一）予以公开”一行：自然人 7，商业企业 6，其余为 0，总计 14，而六类合计为 13。如果“自然人”一列也正好少 1，那么自然人应为 8：改这一个数字，本行、本列就都相符，问题就标在这一格。如果无法判断是哪一个数字有误，问题标在总计一格，并列出参与合计的各个数字。

**处理办法** 与申请台账核对这一行。快速修复每次只改一个数字（或者把相邻两格对调、把被拆成两格的一个数合并、把错了一格的一行移回），修复后不相符的关系一定减少，原来相符的不会变得不相符。不选择修复，数字就不会改动。

其余各格都已填写时，空白按 0 计算；总计为空白的，不在这里报告。一行缺少数字的，只报告可以确定的情形：已有各格之和已超过总计。`,
  },
  check: ({ report }) => relationFindings(report, "table3/row-total"),
};

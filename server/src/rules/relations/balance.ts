import type { Rule } from "../rule.ts";
import { relationFindings } from "./findings.ts";

/** 表三, every column, printed in the form: 第一项加第二项之和，等于第三项加第四项之和. */
export const balance: Rule = {
  code: "table3/balance",
  severity: "error",
  title: {
    en: "表三: what came in is not what was dealt with and carried over",
    zh: "表三：第一项加第二项之和不等于第三项加第四项之和",
  },
  documentation: {
    en: `In every column of 表三, 一、本年新收 plus 二、上年结转 equals 三（七）总计 plus 四、结转下年度继续办理.

**Why.** The form of 国办公开办函〔2021〕30号 (before it 国办公开办函〔2019〕60号) prints it in the table's first cell: 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和. Every application that is open in the year is either dealt with in it or carried over.

**Example.** In column 总计: 一 20, 二 2, 三（七） 21, 四 2. That is 22 on one side and 23 on the other.

**What to do.** If only this relation fails in a column, an application is missing from or counted twice in one of the four rows, in its 总计 too. Check 二 against last year's report (its 四), then 四 against the applications still open on 31 December. A single wrong figure usually breaks its row as well; the finding then stands at that figure under table3/row-total.`,
    zh: `表三每一列中，“一、本年新收”加“二、上年结转”，应等于“三（七）总计”加“四、结转下年度继续办理”。

**依据** 国办公开办函〔2021〕30号（此前为国办公开办函〔2019〕60号）所附格式在表头第一格印明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。本年度内的每件申请，要么已办结，要么结转下年度。

**示例** “总计”一列：一为 20，二为 2，三（七）为 21，四为 2，一边是 22，另一边是 23。

**处理办法** 如果一列中只有这一关系不相符，说明四行中有一行漏计或重复计入了申请，其总计也同样有误。先用上年度报告的第四项核对第二项，再用 12 月 31 日尚未办结的申请核对第四项。单个数字填错时，所在的行通常也不相符，问题会按 table3/row-total 标在那个数字上。`,
  },
  check: ({ report }) => relationFindings(report, "table3/balance"),
};

import * as l10n from "@vscode/l10n";
import type { Cause } from "../reconcile/cause.ts";
import { OWN_RULE } from "../relations/bind.ts";
import { type OwnTable, ownRelationsIn } from "../relations/own.ts";
import { findingOf } from "./relations/findings.ts";
import type { Finding, OwnRelation, Rule, Severity } from "./rule.ts";

const WEAKEST_FIRST: readonly Severity[] = ["hint", "information", "warning", "error"];
/** More findings of one table are no help: what makes them is one thing. */
const MOST_TOLD = 50;

/** Relations that an office asks of its own tables in gouji.yaml. */
export const ownRelation: Rule = {
  code: OWN_RULE,
  severity: "error",
  title: {
    en: "A relation of gouji.yaml does not hold",
    zh: "gouji.yaml 中自定的勾稽关系不成立",
  },
  documentation: {
    en: `An office's own tables (appendices, other reports) are checked by the relations that \`gouji.yaml\` lists, by the names of rows and columns.

**Why.** Neither the Regulation nor the form of the annual report asks for these tables, so only the office knows what must agree in them. Once written down, it is checked every year as the form's own relations are.

**Example.**

\`\`\`yaml
relations:
  - { table: 经费收支, check: "合计 = 人员经费 + 公用经费" }
  - table: 经费收支
    check: 结余 = 收入 - sum(人员经费..其他支出)
    each: column          # the names are rows; row: they are columns
    in: [本年, 上年]       # only in these columns
    tolerance: 0.01
    severity: warning
    message: 与财政决算口径核对
\`\`\`

**The table** is found by its title cell or <caption>, the line above it or above its line of units (单位：万元), or the heading it stands under; also without number (表1, 附件2：), year, remark in brackets, and 表, 情况表, 统计表 or 一览表 at the end: 经费收支 finds “附件2：2023年经费收支情况表（万元）”. Tables with one cell a line are not read. 表二, 表三, 表四 are the statutory tables. Every table of that name in which all names are found is checked, also in texts that are no statutory report.

**The expression** adds and takes away rows or columns and compares two sides: \`+\`, \`-\`, brackets, \`=\`, \`<=\`, \`>=\`, \`<\`, \`>\`, numbers. \`sum(甲..丁)\` or \`求和(甲..丁)\` adds all lines from 甲 to 丁, \`sum(甲, 丙)\` those named, \`sum(*)\` every line that the relation does not name and that is no 合计, 总计, 小计 or 其中. A name is written as in the table, marks and blanks aside; the remark in brackets behind it, and 其中 or a number before it, may be left out. Names with one of these signs stand in 「」 or quotation marks: \`「三(一)」\`. Where two lines share a name, the merged cell over it tells which: \`法人或其他组织/其他\` in 表三, \`行政复议/总计\` in 表四.

**Rows or columns.** Names of rows make a relation that holds in each column, names of columns one that holds in each row. Columns of rates, years and numbers in order, and columns with words in them, are left out unless \`in\` names them. Where the names are both, say \`each: row\` or \`each: column\`.

**What is left alone.** A cell that is no number; figures in different units (元, 万元); a total that is blank. A blank counts as 0 where the rest is there.

**What to do.** As with the form's own relations: where one figure alone explains what fails, the finding stands there; else at the figure that stands alone on its side. A fix changes a figure only if you choose it. Comparisons other than \`=\` offer none, since they do not tell the figure.`,
    zh: `单位自制的表格（附件、其他报告）按 \`gouji.yaml\` 中列出的关系核对，关系用行、列的名称书写。

**依据** 《中华人民共和国政府信息公开条例》和年度报告格式都没有规定这类表格，哪些数字应当相符，只有制表单位清楚。把关系写下来，以后每年都会像法定关系一样核对。

**示例**

\`\`\`yaml
relations:
  - { table: 经费收支, check: "合计 = 人员经费 + 公用经费" }
  - table: 经费收支
    check: 结余 = 收入 - sum(人员经费..其他支出)
    each: column          # 名称是行名，逐列核对；row 表示名称是列名，逐行核对
    in: [本年, 上年]       # 只核对这几列
    tolerance: 0.01
    severity: warning
    message: 与财政决算口径核对
\`\`\`

**表格** 按表内标题行或 <caption>、表格上方的一行（其间可以有“单位：万元”一行）或所在的标题查找；编号（表1、附件2：）、年份、末尾括号内的说明和末尾的“表”“情况表”“统计表”“一览表”可以不写：“经费收支”可以找到“附件2：2023年经费收支情况表（万元）”。每行只有一个单元格的表格不读取。表二、表三、表四是法定表格。凡是叫这个名称、并且含有全部行列名称的表格都会核对，不是年度报告的文件也一样。

**表达式** 对行或列加减，比较两边：\`+\`、\`-\`、括号、\`=\`、\`<=\`、\`>=\`、\`<\`、\`>\` 和数字。\`sum(甲..丁)\` 或 \`求和(甲..丁)\` 是从甲到丁的各行（列）之和，\`sum(甲, 丙)\` 是所列各项之和，\`sum(*)\` 是本关系没有写到的各项之和，合计、总计、小计和“其中”除外。名称照表中书写，标点、空格不计；末尾括号内的说明、前面的“其中”和序号可以省略。名称中有上述符号的，用「」或引号括起来：\`「三(一)」\`。两行（列）同名的，写上它所属的合并单元格：表三的 \`法人或其他组织/其他\`，表四的 \`行政复议/总计\`。

**行与列** 用行名写的关系逐列核对，用列名写的关系逐行核对。比率、年份、序号等列，以及含有文字的列不核对，除非在 \`in\` 中写明。名称既是行名又是列名的，请用 \`each: row\` 或 \`each: column\` 说明。

**不核对的情形** 单元格不是数字；单位不同（元、万元）；合计为空白。其余各格都已填写时，空白按 0 计算。

**处理办法** 与法定关系相同：只改一个数字就能全部相符的，问题标在那个数字上；否则标在单独位于一边的那个数字上。不选择修复，数字就不会改动。用 \`=\` 以外的符号比较的，看不出数字应为多少，不提供修复。`,
  },
  check: function* ({ report, relations }) {
    for (const table of ownRelationsIn(report, relations ?? [])) {
      for (const cause of table.causes.slice(0, MOST_TOLD)) {
        const finding = findingOf(table, table, cause);
        if (finding !== undefined) yield { ...finding, ...ownWords(finding, table, cause) };
      }
    }
  },
};

/** Severity and message as gouji.yaml has them: the strongest of the relations that fail, the words of the first. */
function ownWords(
  { message }: Finding,
  { source }: OwnTable<OwnRelation>,
  { failures }: Cause,
): Partial<Pick<Finding, "severity" | "message">> {
  const sources = failures.flatMap(({ relation }) => source.get(relation) ?? []);
  const severities = sources.map(({ severity }) => severity ?? ownRelation.severity);
  const strongest = WEAKEST_FIRST.findLast((one) => severities.includes(one));
  const words = sources.find((one) => one.message !== undefined)?.message;
  return {
    ...(strongest !== undefined && strongest !== ownRelation.severity && { severity: strongest }),
    ...(words !== undefined && { message: l10n.t("{0} ({1})", words, message) }),
  };
}

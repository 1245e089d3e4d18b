import { labelKey } from "../text/normalize.ts";

/** 合计, and 合计 of the whole that a report is about: 全县合计, 本年合计, 2023年总计. */
const TOTAL =
  /^(?:(?:(?:[全本](?:年度?|部|期|系统|街道|单位|机关|部门|[国省市州盟县区旗镇乡村局委厅院校馆所])|今年|当年|年度|[两二三四五]年|\d{4}年度?)?(?:合计|总计|共计|总和|总合计)数?)|总数|total)$/;
const GROUP_TOTAL = /(?:小计|分计|合计|总计|共计)$/;
const SUBTOTALS = new Set(["小计", "分计", "subtotal"]);
/** Rates, means and scores: numbers that nobody adds up. */
const RATE =
  /[%％‰]|率|比例|占比|比重|百分|平均|人均|均值|同比|环比|增长|增减|[增降]幅|排名|名次|单价|得分|评分|分数|分值|权重|指数|满意度/;
/** What a column of numbers is called that count nothing. */
const NO_COUNT = /年份|年度|序号|编号|时间|日期|电话|代码|编码|No\./i;
/** A state, an extreme, or counts in which the same thing is met twice: their total may be no sum. */
const NO_SUM =
  /余额|结余|结存|存量|累计|截[至止]|[年月期]末|[年月期]初(?!预算|计划|安排)|最[高低多少]|峰值|粉丝|关注[人数量]|[去剔除]重|不重复|剔除重复/;
/** What stands beside the parts of a list and is in no total: a mean, a share, the highest of them. */
const BESIDE =
  /平均|均值|人均|中位数|占比|比重|百分|[%％‰]|率(?:[（(][^（()）]*[）)])?$|最[高低多少大小]|排名|名次/;
/** What is taken off: 减：撤回. */
const TAKEN_OFF = /^[（(]?(?:减(?:[：:去除少项掉)）]|$)|扣[除减]|剔除|冲减)/;
/** A part of a line before it, which need not be the next one: 其中：网站, 包括：网站, （含专栏）, #网站. */
const PART_OF_PART = /其中|^(?:[（(](?:包括|包含|含)|(?:包括|包含|含)[：:]|[#＃])/;
/** What a total says to add up something else: 合计（去重）, 合计（不含下属单位）. */
const OTHERWISE = /[含除外重]/;
const LEFT_OUT = /^(?:[….。．·⋯]+|[（(]?等?略?[）)]?|其[他它余]略)$/;
/** 单位：万元, above a table. */
export const UNIT_LINE = /^[（(]?\s*(?:计量|金额)?单位\s*(?:[:：]|[百千万亿]{0,2}元)/;
const REMARK = /[（(][^（()）]*[）)]$/;

/** A part of the line before it: 其中：会议费. */
export const AMONG_THEM = /^其中[:：]?\s*/;

export function isTotal(text: string): boolean {
  return TOTAL.test(labelKey(withoutRemark(text)).toLowerCase());
}

/** Whether a line before the last total may add up some of those beside it: 小计, 城区合计. */
export function isGroupTotal(text: string): boolean {
  return isSubtotal(text) || isTotal(text) || GROUP_TOTAL.test(labelKey(withoutRemark(text)));
}

export function isSubtotal(text: string): boolean {
  return SUBTOTALS.has(labelKey(withoutRemark(text)).toLowerCase());
}

/** Whether numbers below this head may be added up; those of a rate, a year or an order may not. */
export function isAmount(head: string): boolean {
  return !RATE.test(head) && !NO_COUNT.test(head);
}

/** Whether the numbers of such a row or column promise a sum; a balance or what is counted from the beginning does not. */
export function promisesSum(label: string): boolean {
  return !RATE.test(label) && !NO_SUM.test(label);
}

/** Whether a line is in no total, whatever stands there. */
export function isBeside(label: string): boolean {
  return BESIDE.test(label);
}

/** Whether nobody knows what a total makes of a line: a part of the one before, …… for many, what is taken off, a balance. */
export function isNoPart(label: string): boolean {
  return PART_OF_PART.test(label) || TAKEN_OFF.test(label) || isLeftOut(label) || !promisesSum(label);
}

/** Whether a total says that it adds up the parts and nothing else. */
export function isPlainTotal(text: string): boolean {
  return isTotal(text) && !OTHERWISE.test(remarkOf(text));
}

/** Whether a line stands for others that are left out: ……, 等, （略）. */
export function isLeftOut(text: string): boolean {
  return text !== "" && LEFT_OUT.test(text.trim());
}

/** The text without a remark in brackets at its end: "合计（件）" → "合计". */
export function withoutRemark(text: string): string {
  return text.trim().replace(REMARK, "");
}

/** The remark itself, which in a head is the unit; "" without. */
export function remarkOf(text: string): string {
  return labelKey(REMARK.exec(text.trim())?.[0] ?? "");
}

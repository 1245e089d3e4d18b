import { labelKey } from "../text/normalize.ts";

const TOTALS = new Set(["合计", "总计", "共计", "总和", "总合计", "合计数", "total"]);
const SUBTOTALS = new Set(["小计", "分计", "subtotal"]);
/** Columns whose numbers nobody adds up. */
const NO_AMOUNT =
  /[%％‰]|率|比例|占比|比重|百分|平均|人均|均值|同比|环比|增长|增减|增幅|年份|年度|序号|编号|排名|名次|单价|时间|日期|电话|代码|编码|得分|评分|分数|分值|权重|指数|No\./i;
/** 单位：万元, above a table. */
export const UNIT_LINE = /^[（(]?\s*(?:计量|金额)?单位\s*(?:[:：]|[百千万亿]{0,2}元)/;
const REMARK = /[（(][^（()）]*[）)]$/;

/** A part of the line before it: 其中：会议费. */
export const AMONG_THEM = /^其中[:：]?\s*/;

export function isTotal(text: string): boolean {
  return TOTALS.has(labelKey(withoutRemark(text)).toLowerCase());
}

export function isSubtotal(text: string): boolean {
  return SUBTOTALS.has(labelKey(withoutRemark(text)).toLowerCase());
}

/** Whether numbers below this head may be added up; those of a rate, a year or an order may not. */
export function isAmount(head: string): boolean {
  return !NO_AMOUNT.test(head);
}

/** The text without a remark in brackets at its end: "合计（件）" → "合计". */
export function withoutRemark(text: string): string {
  return text.trim().replace(REMARK, "");
}

/** The remark itself, which in a head is the unit; "" without. */
export function remarkOf(text: string): string {
  return labelKey(REMARK.exec(text.trim())?.[0] ?? "");
}

import { caseForms, casesOf } from "./case-lexicon.ts";
import type { CaseTopic, ClaimForm, ReadingForm } from "./claim-form.ts";
import { applicants } from "./common.ts";

const TOTAL = "总计";
const ORGANISATIONS = applicants.slice(1);

function row(...keys: readonly string[]): readonly string[] {
  return keys.map((key) => `表三/${key}/${TOTAL}`);
}

function numbered(group: string, count: number): readonly string[] {
  return row(...Array.from({ length: count }, (_, index) => `三(${group})${index + 1}`));
}

const received = row("一");
const receivedAndCarried = row("一", "二");
const closed = row("三(七)");
const refused = numbered("三", 8);
const unavailable = numbered("四", 3);
const notHandled = numbered("五", 5);
const otherwise = numbered("六", 3);

const only = (...plus: readonly string[]): ReadingForm[] => [{ plus }];

/** All applications, in one sense or another. */
function all(
  words: readonly string[],
  plain: ClaimForm["plain"],
  readings: readonly ReadingForm[],
  more: Pick<ClaimForm, "without" | "alone" | "notAfter" | "bare"> = {},
): ClaimForm {
  return { topic: "application", words: [words], plain, extent: "all", readings, ...more };
}

/** What became of some of them. */
function part(
  words: readonly string[],
  readings: readonly ReadingForm[],
  more: Partial<Pick<ClaimForm, "plain" | "without" | "beside" | "extent">> = {},
): ClaimForm {
  return { topic: "application", words: [words], plain: "part", extent: "part", readings, ...more };
}

/** A row of one of the groups of refusals, which 收到 does not go with: 收到重复申请9件 need not be these. */
function reason(key: string, ...words: readonly string[]): ClaimForm {
  return part(words, only(...row(key)), { plain: "reason" });
}

/** The same where the name alone says what was asked for, and not that it was not dealt with. */
function unhandled(key: string, ...words: readonly string[]): ClaimForm {
  return { ...reason(key, ...words), beside: [["不予处理"]] };
}

/** A kind of applicant: of those received, of all to be dealt with, or of those closed. */
function applicant(
  words: readonly string[],
  columns: readonly string[],
  more: Pick<ClaimForm, "without" | "beside"> = {},
): ClaimForm {
  const cells = (...keys: readonly string[]): string[] =>
    keys.flatMap((key) => columns.map((column) => `表三/${key}/${column}`));
  const readings = [{ plus: cells("一") }, { plus: cells("一", "二") }, { plus: cells("三(七)"), lax: true }];
  return { topic: "application", words: [words], plain: "part", extent: "applicant", readings, ...more };
}

const dealtWith: readonly ReadingForm[] = [
  { plus: closed },
  { plus: received, lax: true },
  { plus: receivedAndCarried, lax: true },
  { plus: closed, minus: otherwise, lax: true },
  // Of the new ones.
  { plus: received, minus: row("四"), lax: true },
];
const inAll: readonly ReadingForm[] = [{ plus: received }, { plus: receivedAndCarried }];

const anyOf: readonly ReadingForm[] = [...inAll, { plus: closed, lax: true }];

/** 新收265件，上年结转18件，合计283件 */
export const sumForm: ClaimForm = all(
  ["合计", "共计", "总计", "总共", "共"],
  "received",
  only(...receivedAndCarried),
);

/** In the order in which they are tried: what says more comes first. */
export const claimForms: readonly ClaimForm[] = [
  part(
    ["上年结转", "上年度结转", "上一年结转", "上一年度结转", "结转上年", "去年结转", "去年度结转"],
    only(...row("二")),
    { without: ["结转下年", "结转至下年", "结转到下年"], extent: "carried" },
  ),
  part(
    [
      "结转",
      "转",
      "转入",
      "转至",
      "转到",
      "顺延",
      "延续",
      "结转至",
      "结转到",
      "结转入",
      "顺延至",
      "顺延到",
    ].flatMap((word) => [`${word}下年`, `${word}下一年`, `${word}下年度`, `${word}下一年度`]),
    only(...row("四")),
    { extent: "carried" },
  ),
  applicant(["自然人", "公民"], ["自然人"]),
  applicant(
    ["法人或其他组织", "法人和其他组织", "法人及其他组织", "法人或者其他组织", "法人、其他组织"],
    ORGANISATIONS,
  ),
  applicant(["商业企业", "企业"], ["商业企业"]),
  applicant(["科研机构"], ["科研机构"]),
  applicant(["社会公益组织"], ["社会公益组织"]),
  applicant(["法律服务机构", "律师事务所"], ["法律服务机构"]),
  applicant(["其他"], ["其他"], {
    beside: [["企业"], ["科研机构"], ["社会公益组织"], ["法律服务机构"]],
    without: ["其他处理", "其他组织"],
  }),
  part(
    ["予以公开", "公开"].flatMap((word) => ["及", "和", "或", "以及"].map((and) => `${word}${and}部分公开`)),
    only(...row("三(一)", "三(二)")),
  ),
  reason("三(三)1", "属于国家秘密"),
  reason("三(三)2", "其他法律行政法规禁止公开", "法律行政法规禁止公开"),
  reason("三(三)3", "危及三安全一稳定"),
  reason("三(三)4", "保护第三方合法权益"),
  reason("三(三)5", "三类内部事务信息"),
  reason("三(三)6", "四类过程性信息"),
  reason("三(三)7", "属于行政执法案卷", "行政执法案卷信息"),
  reason("三(三)8", "属于行政查询事项", "行政查询事项"),
  reason("三(四)1", "本机关不掌握相关政府信息", "本机关不掌握", "不掌握相关政府信息"),
  reason("三(四)2", "没有现成信息需要另行制作", "没有现成信息"),
  reason("三(四)3", "补正后申请内容仍不明确", "补正后仍不明确"),
  unhandled("三(五)1", "信访举报投诉类申请", "信访举报投诉类"),
  unhandled("三(五)2", "重复申请"),
  unhandled("三(五)3", "要求提供公开出版物"),
  unhandled("三(五)4", "无正当理由大量反复申请"),
  unhandled("三(五)5", "要求行政机关确认或重新出具已获取信息", "确认或重新出具已获取信息"),
  reason("三(六)1", "申请人无正当理由逾期不补正", "逾期不补正"),
  reason("三(六)2", "逾期未按收费通知要求缴纳费用", "逾期不缴费"),
  part(["其他"], [{ plus: row("三(六)3") }, { plus: row("三(六)2", "三(六)3"), lax: true }], {
    beside: [["其他处理"], ["逾期不补正"]],
    without: ["其他处理"],
  }),
  part(["部分公开"], only(...row("三(二)"))),
  part(["不予公开"], only(...refused)),
  part(["无法提供"], only(...unavailable)),
  part(["不予处理"], only(...notHandled)),
  part(["其他处理"], only(...otherwise)),
  part(["其他"], only(...otherwise), {
    beside: [["公开"], ["部分公开"], ["不予公开"], ["无法提供"], ["不予处理"]],
  }),
  part(["予以公开", "同意公开"], only(...row("三(一)")), { without: ["不予以公开"] }),
  all(["新收", "新收到", "新受理"], "received", only(...received)),
  all(
    ["按时", "按期", "如期"].flatMap((manner) => [`${manner}答复`, `${manner}办结`]),
    "handled",
    dealtWith,
    { alone: ["延期", "延长", "超期", "逾期"] },
  ),
  // 办结280件，其中合并处理6件，实际办结274件: either may be the form's.
  all(["实际办结", "实际办理", "实际答复"], "handled", dealtWith, {
    alone: ["办结", "答复", "办理", "并案", "合并", "撤回"],
  }),
  all(["答复", "办结", "办理完毕", "办理完成", "办理结果"], "handled", dealtWith),
  all(["受理"], "received", inAll, { notAfter: ["其中"] }),
  // 收到268件，受理265件: the form counts the latter.
  all(["收到", "接到", "收办", "接收", "收件"], "received", inAll, {
    notAfter: ["其中"],
    alone: [",受理", ",已受理", ",共受理", ",登记", ",予以登记", ",共登记"],
  }),
  // 登记268件，其中3件转信访处理，纳入统计265件
  all(["登记"], "received", inAll, {
    notAfter: ["其中"],
    alone: ["受理", "信访", "转办", "转交", "并案", "合并", "撤回", "重复", "统计", "作为", "不属于"],
  }),
  all(["办理", "处理"], "received", dealtWith),
  all(["申请数量", "申请总数", "申请总量", "申请数", "申请量"], "received", anyOf, { notAfter: ["其中"] }),
  all(["政府信息公开申请", "政务信息公开申请", "信息公开申请", "依申请公开"], "received", anyOf, {
    notAfter: ["其中"],
    // 依申请公开政府信息3件: what was disclosed, or what was asked for.
    without: ["公开政府信息", "公开信息"],
    bare: true,
  }),
  part(["公开"], [...only(...row("三(一)")), { plus: row("三(一)", "三(二)"), lax: true }], {
    beside: [["部分公开", "不予公开"]],
    without: ["信息", "主动", "申请"],
  }),
  ...caseForms,
];

/** What 未收到 and 未发生 say is 0. */
export const noneForms: Readonly<Record<CaseTopic, ReadingForm>> = {
  application: { plus: received },
  review: { plus: casesOf("review", TOTAL) },
  litigation: { plus: casesOf("litigation", TOTAL) },
};

/** What 无上年结转 says is 0. */
export const receivedBeforeForm: ReadingForm = { plus: row("二") };

/** What 全部办结 says is 0. */
export const pendingForm: ReadingForm = { plus: row("四") };

/** The totals of the tables that a share may be of, each by the figures that make it up. */
export const sharedWholes: readonly (readonly string[])[] = [
  received,
  receivedAndCarried,
  closed,
  noneForms.review.plus,
  noneForms.litigation.plus,
  [...noneForms.review.plus, ...noneForms.litigation.plus],
];

/** What else the share of a kind of applicants, or of an outcome, may be of: the organisations, or the group it is in. */
export const partialWholes: readonly (readonly string[])[] = [
  ...["一", "三(七)"].map((key) => ORGANISATIONS.map((column) => `表三/${key}/${column}`)),
  ...[refused, unavailable, notHandled, otherwise],
];

/** Words that make a number one of another body than the report's. */
export const otherBodies: readonly string[] = [
  "全市",
  "全区",
  "全县",
  "全省",
  "全国",
  "全镇",
  "各单位",
  "各部门",
  "各镇",
  "各乡",
  "各街道",
  "各科室",
  "所属",
  "下属",
  "系统内",
  "本级",
  ...["各级", "各区", "各县", "各市", "级部门", "市直", "区直", "县直", "直属"],
];

export const otherYears: readonly string[] = ["历年", "累计", "近三年", "近五年", "以来"];
export const partsOfYear: readonly string[] = ["上半年", "下半年", "季度", "截至目前"];

/** Words that make a number one of another time than the report's year. */
export const otherTimes: readonly string[] = [
  ...["备案", ...otherYears, ...partsOfYear],
  ...["上年同期", "去年同期"],
];

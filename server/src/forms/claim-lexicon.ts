import { applicants } from "./common.ts";

/** What prose counts: applications, their reviews (行政复议), their lawsuits (行政诉讼). */
export type CaseTopic = "application" | "review" | "litigation";

/** A number in prose and every sum of figures that it may legitimately mean, the plainest first. */
export interface ClaimForm {
  readonly topic: CaseTopic;
  /** Of each group one word must stand around the number. */
  readonly words: readonly (readonly string[])[];
  /** None of these may. */
  readonly without?: readonly string[];
  readonly readings: readonly ReadingForm[];
}

export interface ReadingForm {
  /** Names of figures that are added up. */
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  /** True where it is a reading that only some authors mean: no other figure is proposed from it. */
  readonly lax?: boolean;
}

const TOTAL = "总计";
/** 无法提供等其他情况46件 counts more than what it names. */
const AND_MORE = ["等"];
const ORGANISATIONS = applicants.slice(1);
/** 公民、法人或其他组织 are all who may apply. */
const NATURAL = ["自然人", "公民", "个人"];

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

function form(
  topic: CaseTopic,
  words: ClaimForm["words"],
  readings: readonly ReadingForm[],
  without?: readonly string[],
): ClaimForm {
  return { topic, words, readings, ...(without && { without }) };
}

const only = (...plus: readonly string[]): ReadingForm[] => [{ plus }];

/** A kind of applicant: of those received, of all to be dealt with, or of those closed. */
function applicant(word: string, columns: readonly string[], without?: readonly string[]): ClaimForm {
  const cells = (...keys: readonly string[]): string[] =>
    keys.flatMap((key) => columns.map((column) => `表三/${key}/${column}`));
  const readings = [{ plus: cells("一") }, { plus: cells("一", "二") }, { plus: cells("三(七)"), lax: true }];
  return form("application", [[word]], readings, without);
}

function results(
  topic: CaseTopic,
  keys: readonly string[],
  extra: readonly (readonly string[])[] = [],
): ClaimForm[] {
  const cells = (column: string): string[] => keys.map((key) => `表四/${key}/${column}`);
  return [
    form(topic, [...extra, ["未审结", "正在审理", "审理中", "未结案"]], only(...cells("尚未审结"))),
    form(topic, [...extra, ["结果维持", "维持"]], only(...cells("结果维持"))),
    form(topic, [...extra, ["结果纠正", "纠正", "撤销", "确认违法"]], only(...cells("结果纠正"))),
    form(topic, [...extra, ["其他结果"]], only(...cells("其他结果"))),
    form(
      topic,
      [...extra, ["驳回", "撤回", "终止"]],
      [
        { plus: cells("其他结果") },
        { plus: cells("结果维持"), lax: true },
        { plus: [...cells("其他结果"), ...cells("结果维持")], lax: true },
      ],
    ),
    form(
      topic,
      [...extra, topic === "review" ? ["复议"] : ["诉讼", "应诉", "起诉"]],
      [{ plus: cells(TOTAL) }, { plus: cells(TOTAL), minus: cells("尚未审结"), lax: true }],
    ),
  ];
}

/** In the order in which they are tried: what says more comes first. */
export const claimForms: readonly ClaimForm[] = [
  form(
    "application",
    [["上年结转", "上年度结转", "上一年结转", "上一年度结转", "结转上年"]],
    only(...row("二")),
  ),
  form(
    "application",
    [
      [
        "结转下年",
        "结转至下年",
        "结转到下年",
        "转下年",
        "转入下年",
        "转至下年",
        "结转下一年",
        "结转至下一年",
        "顺延至下",
      ],
    ],
    only(...row("四")),
  ),
  applicant("自然人", ["自然人"], ["法人"]),
  ...["法人或其他组织", "法人和其他组织", "法人及其他组织", "法人或者其他组织"].map((name) =>
    applicant(name, ORGANISATIONS, NATURAL),
  ),
  ...ORGANISATIONS.filter((name) => name !== "其他").map((name) => applicant(name, [name])),
  form(
    "application",
    [
      [
        "予以公开及部分公开",
        "予以公开和部分公开",
        "予以公开或部分公开",
        "公开及部分公开",
        "公开和部分公开",
        "公开或部分公开",
      ],
    ],
    only(...row("三(一)", "三(二)")),
  ),
  form("application", [["部分公开"]], only(...row("三(二)")), ["予以公开", "不予公开", ...AND_MORE]),
  form("application", [["不予公开"]], only(...refused), ["予以公开、", "部分公开", ...AND_MORE]),
  form("application", [["无法提供"]], only(...unavailable), AND_MORE),
  form("application", [["不予处理"]], only(...notHandled), AND_MORE),
  form("application", [["其他处理"]], only(...otherwise), AND_MORE),
  form("application", [["本机关不掌握", "不掌握相关政府信息"]], only(...row("三(四)1"))),
  form("application", [["没有现成信息"]], only(...row("三(四)2"))),
  form("application", [["补正后申请内容仍不明确", "补正后仍不明确"]], only(...row("三(四)3"))),
  form("application", [["予以公开", "同意公开"]], only(...row("三(一)")), ["不予以公开", ...AND_MORE]),
  form("application", [["新收", "新受理"]], only(...received)),
  form(
    "application",
    [["答复", "办结", "办理完毕", "办理完成"]],
    [
      { plus: closed },
      { plus: received, lax: true },
      { plus: receivedAndCarried, lax: true },
      { plus: closed, minus: otherwise, lax: true },
      // Of the new ones.
      { plus: received, minus: row("四"), lax: true },
    ],
    ["未答复", "未办结", "尚未", "尚在", "仍在", "正在", "不予答复"],
  ),
  form(
    "application",
    [["收到", "接到", "受理", "收办", "接收"]],
    [{ plus: received }, { plus: receivedAndCarried }],
    ["不予受理", "其中"],
  ),
  form(
    "application",
    [["申请数量", "申请总数", "申请总量"]],
    [{ plus: received }, { plus: receivedAndCarried }, { plus: closed, lax: true }],
    ["其中"],
  ),
  ...results("review", ["行政复议"]),
  ...results("litigation", ["未经复议直接起诉"], [["未经复议", "直接起诉"]]),
  ...results("litigation", ["复议后起诉"], [["复议后"]]),
  ...results("litigation", ["未经复议直接起诉", "复议后起诉"]),
];

/** What 未收到 and 未发生 say is 0. */
export const noneForms: Readonly<Record<CaseTopic, ReadingForm>> = {
  application: { plus: received },
  review: { plus: [`表四/行政复议/${TOTAL}`] },
  litigation: { plus: [`表四/未经复议直接起诉/${TOTAL}`, `表四/复议后起诉/${TOTAL}`] },
};

const CASES: Readonly<Record<Exclude<CaseTopic, "application">, readonly string[]>> = {
  review: ["行政复议"],
  litigation: ["未经复议直接起诉", "复议后起诉"],
};

/** What 均获维持 says is 0: whatever was not upheld. What 无纠错 says is 0: what was corrected. */
export function notUpheld(topics: Iterable<keyof typeof CASES>, columns: readonly string[]): ReadingForm {
  return {
    plus: [...topics].flatMap((topic) =>
      CASES[topic].flatMap((key) => columns.map((column) => `表四/${key}/${column}`)),
    ),
  };
}

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

/** Words that make a number one of another time than the report's year. */
export const otherTimes: readonly string[] = [
  ...["备案", "历年", "累计", "近三年", "近五年", "以来", "上半年", "下半年", "季度", "截至目前"],
  ...["上年同期", "去年同期"],
];

/**
 * Words that make a number one of another body, another time, another process, or of a part that the table does
 * not tell apart.
 */
export const otherScopes: readonly string[] = [
  ...otherBodies,
  ...otherTimes,
  ...["同比", "环比", "较上", "比上", "与上", "增长", "减少", "下降", "上升", "增加", "提高"],
  ...[
    "移送",
    "移交",
    "转办",
    "交办",
    "督办",
    "投诉",
    "信访",
    "来信",
    "信箱",
    "热线",
    "留言",
    "咨询",
    "提案",
    "建议",
    "网民",
  ],
  ...["网络", "网上", "在线", "信函", "邮寄", "邮件", "当面", "现场", "传真", "平台", "渠道", "窗口", "口头"],
  ...[
    "工作日",
    "平均",
    "占",
    "超期",
    "补正通知",
    "征求意见",
    "延期",
    "撤回申请",
    "涉及",
    "关于",
    "主要为",
    "主要是",
    "类",
    "除",
    "其余",
  ],
  ...[
    "纠错",
    "败诉",
    "律师",
    "培训",
    "会议",
    "考核",
    "许可",
    "登记",
    "处罚",
    "赔偿",
    "信息处理费",
    "收费",
    "协助",
    "指导",
  ],
];

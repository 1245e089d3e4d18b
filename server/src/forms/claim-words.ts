/**
 * The words that may stand beside what a number counts without making it another number. A number with any other word
 * beside it may be of a part, of another body, year or process, and claims nothing.
 */

/** What is written between blanks. */
function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

const times: readonly string[] = words(`
  本年 本年度 全年 全年度 今年 年度 年内 当年 报告期 期内 截至 截止 年底 年末
  底 末 1月1日 12月31日 自 从 起 至 到 止
`);

const joints: readonly string[] = words(`
  共 共有 共计 合计 总计 总共 一共 分别 的 了 过 中 有 为 是 达 其中 其
  另 另有 还 也 再 已 均 全部 都 对 在 含 包括 包含 加 加上 和 及 与
  以及 并 同时 任何 计 记 方面 工作 情况 情形
`);

const manners: readonly string[] = words(
  "依法 依规 依照 按照 按规定 规定 程序 及时 规范 严格 认真 妥善 积极",
);

const requests: readonly string[] = words(`
  政府信息公开 政务信息公开 政府信息 政务信息 信息公开 信息 依申请 申请 申请人
  依申请公开 申请公开 公开申请 公开政府信息 公开政务信息 公开信息 件 件数 书 表
  案件 事项 类 公众 社会公众 社会 群众 提出 提交 递交 要求 获取 有关
  关于 相关 数量 总数 总量 数 量 次
`);

const received: readonly string[] = words("收到 新收到 新收 接到 受理 新受理 收办 接收 登记受理 收件");

const handled: readonly string[] = words(`
  办理 答复 办结 办理完毕 办理完成 完毕 处理 予以 给予 作出 做出 进行 法定
  期限 时限 时间 内 总数
`);

const outcomes: readonly string[] = words(`
  决定 结果 属于 作 同意 由 来自 向 因 予 原因 而 用于 上年 下年 结转 继续
  尚 尚有 仍有 剩余 转 转入 入 需 承接
`);

const cases: readonly string[] = words(`
  行政 复议 诉讼 行政复议 行政诉讼 应诉 起诉 未经复议 直接 复议后 经 案 宗 因
  由 由于 涉及 涉 针对 本机关 不服 公开 未 未按时 答复 作出 引起 引发 导致
  产生 收到 接到 发生 被 提起 办理 审结 结果 复议机关 予以 获 得到 应对 行为
  出现 行政机关
`);

const whole = [...times, ...joints, ...manners, ...requests];

/** What may stand beside all applications received, all that were dealt with, some of them, reviews and lawsuits. */
export const plainWords = {
  received: [...whole, "书面"],
  handled: [...whole, ...handled],
  part: [...whole, ...received, ...handled, ...outcomes],
  reason: [...whole, ...handled, ...outcomes, "不予公开", "无法提供", "不予处理", "其他处理"],
  cases: [...whole, ...cases],
} as const satisfies Record<string, readonly string[]>;

/** Who the report's own agency may be called. Other bodies are named by more than this. */
export const ownBodies: readonly string[] = [
  ...["街道办事处", "街道办", "街道", "办事处", "镇人民政府", "镇政府", "乡人民政府", "乡政府"],
  ...["省", "市", "县", "区"].flatMap((area) =>
    ["人民政府办公室", "人民政府", "政府办公室", "政府办", "政府"].map((body) => `${area}${body}`),
  ),
];

/** What is done with a request. Said of a number that is none of the tables', it makes what follows one of the same. */
export const deeds: readonly string[] = [
  ...received,
  ...words("答复 办结 办理 处理 审结 审核 审理 回复 提起 引发 发生 研究 会商 抽查 评查 承办 协办"),
];

/** Words that make what follows in the sentence one of another process than the agency's own requests. */
export const otherProcesses: readonly string[] = words("作为复议机关 作为行政复议机关 协助 配合");

/** Beside these 依申请公开 is a kind of document. */
export const documentKinds: readonly string[] = words("主动公开 公文 属性 文件");

/** What prose says of 表二: its rows by the words for them, their columns by what was done. */

export interface DisclosureRow {
  /** The row's key in every form. */
  readonly keys: readonly string[];
  readonly word: RegExp;
  readonly deeds: readonly DisclosureDeed[];
  /** Measure words; 万元 for a sum of money. */
  readonly unit: RegExp;
}

export interface DisclosureDeed {
  readonly word: RegExp;
  readonly columns: readonly string[];
}

const PIECES = /^(?:件|个|部|项)$/;
const CASES = /^(?:件|宗|起|项|个|例)$/;

const issued: readonly DisclosureDeed[] = [
  { word: /制发|制定|印发|出台|颁布|发布/, columns: ["本年制发件数", "本年新制作数量"] },
  { word: /废止/, columns: ["本年废止件数"] },
  { word: /现行有效/, columns: ["现行有效件数"] },
];

const decided: readonly DisclosureDeed[] = [
  { word: /作出|做出|办理|办结|决定|实施/, columns: ["本年处理决定数量", "处理决定数量"] },
];

export const disclosureRows: readonly DisclosureRow[] = [
  { keys: ["规章"], word: /规章(?!制度)/, deeds: issued, unit: PIECES },
  { keys: ["行政规范性文件", "规范性文件"], word: /规范性文件/, deeds: issued, unit: PIECES },
  { keys: ["行政许可"], word: /行政许可/, deeds: decided, unit: CASES },
  { keys: ["行政处罚"], word: /行政处罚/, deeds: decided, unit: CASES },
  { keys: ["行政强制"], word: /行政强制/, deeds: decided, unit: CASES },
  {
    keys: ["行政事业性收费"],
    word: /行政事业性收费/,
    deeds: [{ word: /收费|收取|征收|收入/, columns: ["本年收费金额"] }],
    unit: /^万元$/,
  },
];

/** Words that make a number one that 表二 does not have: of a part, of other texts, of another step. */
export const disclosureElsewhere: readonly string[] = [
  ...[
    "其中",
    "修改",
    "修订",
    "失效",
    "转载",
    "转发",
    "解读",
    "审查",
    "审核",
    "评估",
    "清理",
    "起草",
    "名义",
    "合法性",
  ],
  ...[
    "公示",
    "归集",
    "目录",
    "清单",
    "事项",
    "信息",
    "证照",
    "不予",
    "撤销",
    "变更",
    "注销",
    "延续",
    "撤回",
    "备案",
  ],
  ...[
    "同比",
    "环比",
    "增长",
    "增加",
    "减少",
    "下降",
    "上升",
    "上年",
    "去年",
    "占",
    "平均",
    "涉及",
    "复议",
    "诉讼",
  ],
  ...[
    "案卷",
    "评查",
    "党内",
    "拟",
    "计划",
    "减免",
    "免收",
    "违规",
    "违法",
    "项目",
    "标准",
    "罚款",
    "简易",
    "普通程序",
  ],
];

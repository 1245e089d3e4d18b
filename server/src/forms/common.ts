import {
  figureName,
  type RelationForm,
  type RelationRule,
  type RowForm,
  type SectionForm,
  type TableForm,
  type TableId,
} from "./form.ts";

/** The six kinds of applicant of 表三, then their total. */
export const applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"] as const;
export const applicantColumns: readonly string[] = [...applicants, "总计"];
/** What the head of 表三 has over all of them but 自然人. */
export const organisationHead = "法人或其他组织";
export const organisationColumns: readonly string[] = applicants.slice(1);
export const results = ["结果维持", "结果纠正", "其他结果", "尚未审结"] as const;
export const resultColumns: readonly string[] = [...results, "总计"];

/** Label of the merged cell over the rows 三(一) to 三(七) of 表三. */
const OUTCOME = "三、本年度办理结果";
const BALANCE = ["一", "二"] as const;

function row(
  key: string,
  label: string,
  groups: readonly string[],
  columns: readonly string[],
  aliases: readonly string[] = [],
): RowForm {
  return { key, label, groups, columns, aliases };
}

/** 表三. The two formats differ only in （六）其他处理, which 2021 splits in three. */
export function applicationTable(otherOutcomes: readonly RowForm[]): TableForm {
  const detail = (group: string, number: string, labels: readonly (readonly string[])[]): RowForm[] =>
    labels.map(([label = "", ...aliases], index) =>
      row(`三(${number})${index + 1}`, `${index + 1}.${label}`, [OUTCOME, group], applicantColumns, aliases),
    );
  const outcomes: readonly RowForm[] = [
    row("三(一)", "（一）予以公开", [OUTCOME], applicantColumns),
    row("三(二)", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", [OUTCOME], applicantColumns, [
      "部分公开",
    ]),
    ...detail("（三）不予公开", "三", [
      ["属于国家秘密"],
      ["其他法律行政法规禁止公开", "其他法律法规禁止公开"],
      ["危及“三安全一稳定”"],
      ["保护第三方合法权益"],
      ["属于三类内部事务信息"],
      ["属于四类过程性信息"],
      ["属于行政执法案卷"],
      ["属于行政查询事项"],
    ]),
    ...detail("（四）无法提供", "四", [
      ["本机关不掌握相关政府信息"],
      ["没有现成信息需要另行制作"],
      ["补正后申请内容仍不明确"],
    ]),
    ...detail("（五）不予处理", "五", [
      ["信访举报投诉类申请"],
      ["重复申请"],
      ["要求提供公开出版物"],
      ["无正当理由大量反复申请"],
      ["要求行政机关确认或重新出具已获取信息"],
    ]),
    ...otherOutcomes,
  ];
  const rows: readonly RowForm[] = [
    row("一", "一、本年新收政府信息公开申请数量", [], applicantColumns, ["本年新收"]),
    row("二", "二、上年结转政府信息公开申请数量", [], applicantColumns, ["上年结转", "上年度结转"]),
    ...outcomes,
    row("三(七)", "（七）总计", [OUTCOME], applicantColumns, ["总计", "合计"]),
    row("四", "四、结转下年度继续办理", [], applicantColumns, ["结转下年度"]),
  ];
  const cell = (key: string, column: string): string => figureName("表三", key, column);
  const relation = (
    rule: RelationRule,
    subject: string,
    left: readonly string[],
    right: readonly string[],
  ): RelationForm => ({ rule, subject: `表三/${subject}`, left, right });
  return {
    id: "表三",
    rows,
    columnGroups: Object.fromEntries(applicants.slice(1).map((column) => [column, organisationHead])),
    relations: [
      ...rows.map(({ key }) =>
        relation(
          "table3/row-total",
          key,
          applicants.map((column) => cell(key, column)),
          [cell(key, "总计")],
        ),
      ),
      ...applicantColumns.map((column) =>
        relation(
          "table3/column-total",
          column,
          outcomes.map(({ key }) => cell(key, column)),
          [cell("三(七)", column)],
        ),
      ),
      // The form prints this one itself: 第一项加第二项之和，等于第三项加第四项之和.
      ...applicantColumns.map((column) =>
        relation(
          "table3/balance",
          column,
          BALANCE.map((key) => cell(key, column)),
          [cell("三(七)", column), cell("四", column)],
        ),
      ),
    ],
  };
}

export const otherProcessing = {
  group: "（六）其他处理",
  row: (number: number, label: string, ...aliases: readonly string[]): RowForm =>
    row(`三(六)${number}`, `${number}.${label}`, [OUTCOME, "（六）其他处理"], applicantColumns, aliases),
  whole: row("三(六)", "（六）其他处理", [OUTCOME], applicantColumns),
};

/** 表四, the same in both formats. */
export const reviewTable: TableForm = {
  id: "表四",
  rows: [
    row("行政复议", "行政复议", [], resultColumns),
    row("未经复议直接起诉", "未经复议直接起诉", ["行政诉讼"], resultColumns),
    row("复议后起诉", "复议后起诉", ["行政诉讼"], resultColumns),
  ],
  relations: ["行政复议", "未经复议直接起诉", "复议后起诉"].map((key) => ({
    rule: "table4/group-total",
    subject: `表四/${key}`,
    left: results.map((column) => figureName("表四", key, column)),
    right: [figureName("表四", key, "总计")],
  })),
};

/** 表二: rows in blocks of the Regulation's article 20; no relation inside one year. */
export function disclosureTable(
  blocks: readonly (readonly [
    block: string,
    columns: readonly string[],
    rows: readonly (readonly string[])[],
  ])[],
  amounts: NonNullable<TableForm["amounts"]>,
): TableForm {
  return {
    id: "表二",
    rows: blocks.flatMap(([block, columns, rows]) =>
      rows.map(([label = "", ...aliases]) => row(label, label, [block], columns, aliases)),
    ),
    relations: [],
    amounts,
  };
}

function section(
  number: string,
  title: string,
  aliases: readonly string[] = [],
  table?: TableId,
): SectionForm {
  return { number, title, aliases, ...(table === undefined ? {} : { table }) };
}

/** The six sections, the same in both formats but for some wording. */
export const sections: readonly SectionForm[] = [
  section("一", "总体情况"),
  section("二", "主动公开政府信息情况", [], "表二"),
  section("三", "收到和处理政府信息公开申请情况", [], "表三"),
  section(
    "四",
    "政府信息公开行政复议、行政诉讼情况",
    ["因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
    "表四",
  ),
  section("五", "存在的主要问题及改进情况", [
    "政府信息公开工作存在的主要问题及改进情况",
    "存在问题及改进情况",
  ]),
  section("六", "其他需要报告的事项"),
];

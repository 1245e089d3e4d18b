import type { Bilingual } from "../../rules/rule.ts";

/** What a value of gouji.yaml may be. Reader, schema and completion all go by it. */
export type Shape =
  | { readonly kind: "mapping"; readonly keys: readonly Key[] }
  | { readonly kind: "list"; readonly of: Shape; readonly most?: number; readonly isFilled?: true }
  /** Keys are codes of rules, or paths. */
  | { readonly kind: "named"; readonly by: "rule" | "path"; readonly value: Shape }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "number" }
  | { readonly kind: "text"; readonly of: "pattern" | "path" | "table" | "expression" | "line" | "words" };

export interface Key {
  readonly key: string;
  readonly isRequired?: true;
  readonly description: Bilingual;
  readonly shape: Shape;
}

const patterns = { kind: "list", of: { kind: "text", of: "pattern" } } as const;

/** More relations than this in one file are no work of an office. */
export const MOST_RELATIONS = 200;

const relation: Shape = {
  kind: "mapping",
  keys: [
    {
      key: "table",
      isRequired: true,
      description: {
        en: "The table: its title cell, the line above it or its heading, without number, year and remark; or 表二, 表三, 表四.",
        zh: "表格的名称：表内标题行、紧挨上方的一行或所在的标题，编号、年份和括号内的说明可以不写；也可以是表二、表三、表四。",
      },
      shape: { kind: "text", of: "table" },
    },
    {
      key: "check",
      isRequired: true,
      description: {
        en: "What must hold, by names of rows or columns: 合计 = 人员经费 + 公用经费. Also -, <=, >=, sum(甲..丁), sum(*).",
        zh: "应当成立的关系，用行名或列名书写：合计 = 人员经费 + 公用经费。还可以用 -、<=、>=、sum(甲..丁)、sum(*)。",
      },
      shape: { kind: "text", of: "expression" },
    },
    {
      key: "each",
      description: {
        en: "column: the names are rows, checked in each column. row: they are columns. Needed only where they are both.",
        zh: "column：名称是行名，逐列核对；row：名称是列名，逐行核对。名称既是行名又是列名时才需要写。",
      },
      shape: { kind: "choice", values: ["column", "row"] },
    },
    {
      key: "in",
      description: {
        en: "The columns (or rows) to check it in; all figures that are added up where this is left out.",
        zh: "只核对这几列（或这几行）；不写则核对所有可以相加的列（行）。",
      },
      shape: { kind: "list", of: { kind: "text", of: "line" } },
    },
    {
      key: "tolerance",
      description: {
        en: "The difference that still passes, such as 0.01 for rounded amounts. 0 where left out.",
        zh: "允许的误差，例如四舍五入的金额写 0.01。不写则为 0。",
      },
      shape: { kind: "number" },
    },
    {
      key: "severity",
      description: { en: "How severe it is where it does not hold.", zh: "不成立时的严重程度。" },
      shape: { kind: "choice", values: ["error", "warning", "information", "hint"] },
    },
    {
      key: "message",
      description: {
        en: "Words of your own, said before what does not agree.",
        zh: "自己的说明，写在提示的前面。",
      },
      shape: { kind: "text", of: "words" },
    },
  ],
};

/** Everything that a gouji.yaml may say. */
export const configShape = {
  kind: "mapping",
  keys: [
    {
      key: "include",
      description: {
        en: "Patterns of the files that are reports; **/*.{md,txt,html} where left out.",
        zh: "哪些文件是报告（路径样式）；不写则为 **/*.{md,txt,html}。",
      },
      shape: patterns,
    },
    {
      key: "exclude",
      description: { en: "Patterns of files that are left alone.", zh: "哪些文件不检查（路径样式）。" },
      shape: patterns,
    },
    {
      key: "rules",
      description: {
        en: "Severity by rule; off turns it off.",
        zh: "各条规则的严重程度；off 为关闭。",
      },
      shape: {
        kind: "named",
        by: "rule",
        value: { kind: "choice", values: ["error", "warning", "information", "hint", "off"] },
      },
    },
    {
      key: "relations",
      description: {
        en: "Relations of your own tables, by names of rows and columns.",
        zh: "自制表格的勾稽关系，用行名、列名书写。",
      },
      shape: { kind: "list", of: relation, most: MOST_RELATIONS },
    },
    {
      key: "consolidated",
      description: {
        en: "Which report is the sum of which members' reports.",
        zh: "哪份汇总报告由哪些成员单位的报告相加而成。",
      },
      shape: {
        kind: "list",
        of: {
          kind: "mapping",
          keys: [
            {
              key: "report",
              isRequired: true,
              description: { en: "The consolidated report.", zh: "汇总报告的文件。" },
              shape: { kind: "text", of: "path" },
            },
            {
              key: "members",
              isRequired: true,
              description: {
                en: "The members' reports: files or patterns.",
                zh: "成员单位的报告：文件或路径样式。",
              },
              shape: { ...patterns, isFilled: true },
            },
          ],
        },
      },
    },
    {
      key: "previous",
      description: {
        en: "Last year's report by this year's, where agency and year do not tell: 2024.md: archive/2023.md",
        zh: "上年度报告（按本年度报告的文件），机关和年份不足以判断时才写：2024.md: archive/2023.md",
      },
      shape: { kind: "named", by: "path", value: { kind: "text", of: "path" } },
    },
  ],
} as const satisfies Shape;

import type { CaseTopic, ClaimForm, ReadingForm } from "./claim-form.ts";

/** Stands for what a sentence says of both together. */
export const REVIEWS_AND_LAWSUITS = "复议和诉讼";

type Case = Exclude<CaseTopic, "application">;

const CASES: Readonly<Record<Case, readonly string[]>> = {
  review: ["行政复议"],
  litigation: ["未经复议直接起诉", "复议后起诉"],
};

/** A column of 表四 in what it has of reviews or of lawsuits. */
export function casesOf(topic: Case, column: string): string[] {
  return CASES[topic].map((key) => `表四/${key}/${column}`);
}

/** What 均获维持 says is 0: whatever was not upheld. What 无纠错 says is 0: what was corrected. */
export function notUpheld(topics: Iterable<Case>, columns: readonly string[]): ReadingForm {
  return { plus: [...topics].flatMap((topic) => columns.flatMap((column) => casesOf(topic, column))) };
}

/** Where a sentence has more than one of these, each is but a part of 结果纠正. */
const CORRECTED = ["纠正", "纠错", "撤销", "确认违法", "责令", "变更"];
/** The same of 其他结果. */
const OTHERWISE = ["驳回", "撤回", "撤诉", "终止", "其他"];

function results(
  topic: Case,
  keys: readonly string[],
  extra: readonly (readonly string[])[] = [],
): ClaimForm[] {
  const cells = (column: string): string[] => keys.map((key) => `表四/${key}/${column}`);
  const result = (
    words: readonly string[],
    readings: readonly ReadingForm[],
    more: Pick<ClaimForm, "alone" | "beside"> = {},
  ): ClaimForm => ({
    topic,
    words: [...extra, words],
    plain: "cases",
    extent: "part",
    readings,
    ...more,
  });
  const pending = cells("尚未审结");
  return [
    result(["尚未审结", "未审结", "正在审理", "审理中", "未结案"], [{ plus: pending }]),
    result(["结果维持", "维持"], [{ plus: cells("结果维持") }]),
    result(["结果纠正", "纠正"], [{ plus: cells("结果纠正") }]),
    result(["撤销", "确认违法"], [{ plus: cells("结果纠正") }], { alone: CORRECTED }),
    result(["其他结果"], [{ plus: cells("其他结果") }]),
    result(["其他"], [{ plus: cells("其他结果") }, { plus: [...cells("其他结果"), ...pending], lax: true }], {
      beside: [["维持"], ["纠正"]],
    }),
    result(
      ["驳回"],
      [
        { plus: cells("其他结果") },
        { plus: cells("结果维持"), lax: true },
        { plus: [...cells("其他结果"), ...cells("结果维持")], lax: true },
      ],
      { alone: OTHERWISE },
    ),
    {
      topic,
      words: [...extra, topic === "review" ? ["复议"] : ["诉讼", "应诉", "起诉"]],
      plain: "cases",
      extent: "all",
      readings: [{ plus: cells("总计") }, { plus: cells("总计"), minus: pending, lax: true }],
    },
  ];
}

/** In the order in which they are tried. */
export const caseForms: readonly ClaimForm[] = [
  ...results("review", CASES.review),
  ...results("litigation", [...CASES.review, ...CASES.litigation], [[REVIEWS_AND_LAWSUITS]]).filter(
    ({ extent }) => extent === "part",
  ),
  ...results("litigation", ["未经复议直接起诉"], [["未经复议", "直接起诉"]]),
  ...results("litigation", ["复议后起诉"], [["复议后"]]),
  ...results("litigation", CASES.litigation),
];

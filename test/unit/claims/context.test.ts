import { expect, test } from "vitest";
import { claimsOf } from "../../../server/src/claims/claims.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { swap } from "../rules/checking.ts";
import { reportText } from "../rules/report-text.ts";
import { notation } from "./sentences.ts";

/** The claims of a report with a paragraph in place of what section 一 says of applications, or in section 四. */
function claimsWith(prose: string, section: "一" | "四" = "一"): string {
  const place =
    section === "一"
      ? /（二）依申请公开。与\d+年相比，申请数量持平。/
      : /(?<=四、政府信息公开行政复议.*\n\n)/;
  const text = swap(reportText({ language: "markdown" }), place, section === "一" ? prose : `${prose}\n\n`);
  const [report] = parseText(text, "markdown").reports;
  return (report === undefined ? [] : claimsOf(report)).map(notation).join(" ") || "-";
}

test.each([
  [
    "2023年，我局被申请行政复议28件，其中维持17件，纠正3件；行政诉讼24件。",
    "28=行政复议 17=行政复议/结果维持 3=行政复议/结果纠正 24=未经复议直接起诉+复议后起诉",
  ],
  ["本年度未发生行政复议、行政诉讼。", "无=行政复议 无=未经复议直接起诉+复议后起诉"],
  ["2023年，本局行政复议案件63件，其中涉及政府信息公开28件。", "-"],
  ["同一申请人提起行政复议11件、行政诉讼9件。", "-"],
  ["行政诉讼方面，一审裁判维持8件、撤销1件；二审维持5件。", "-"],
  ["行政诉讼24件，同比减少3件，其中一审15件，维持8件；二审7件，维持5件。", "24=未经复议直接起诉+复议后起诉"],
])("section 四 is about disclosure without saying so: %s", (prose, expected) => {
  expect(claimsWith(prose, "四")).toBe(expected);
});

test.each(["行政复议28件，行政诉讼24件。", "本年度未发生行政复议、行政诉讼。"])(
  "elsewhere they may be of every kind: %s",
  (prose) => {
    expect(claimsWith(prose)).toBe("-");
  },
);

test.each([
  [
    "a line that breaks off goes on in the next",
    "2023年，东风街道办事处共收到政府信息公开\n申请266件，办结275件。",
    "266=一|一+二 275=三(七)",
  ],
  [
    "also within what is counted",
    "2023年，东风街道办事处共收到政府信息公开申请266\n件，办结275件。",
    "266=一|一+二 275=三(七)",
  ],
  ["bold type changes nothing", "全年收到政府信息公开申请 **266** 件。", "266=一|一+二"],
  [
    "a heading above says what is counted",
    "### （二）依申请公开\n\n2023年新收申请265件。\n\n2.办理情况。予以公开107件，部分公开29件，不予公开25件。",
    "265=一 107=三(一) 29=三(二) 25=三(三)1…",
  ],
  [
    "until another heading",
    "### （二）依申请公开\n\n2023年新收申请265件。\n\n### （三）管理\n\n标注不予公开25件，部分公开29件。",
    "265=一",
  ],
])("%s", (_, prose, expected) => {
  expect(claimsWith(prose)).toBe(expected);
});

test.each(["东风街道共收到政府信息公开申请3件。", "2023年，东风街道共收到政府信息公开申请3件。"])(
  "the report's own agency is no other: %s",
  (prose) => {
    expect(claimsWith(prose)).toBe("3=一|一+二");
    expect(claimsWith(prose.replace("东风", "西风"))).toBe("-");
  },
);

test("the place of a number in a broken line is where it stands", () => {
  const text = swap(
    reportText(),
    /（二）依申请公开。与\d+年相比，申请数量持平。/,
    "2023年，东风街道办事处共收到政府信息公开\n申请266件。",
  );
  const [report] = parseText(text, "plaintext").reports;
  const [claim] = report === undefined ? [] : claimsOf(report);
  expect(claim?.place.block.text.slice(claim.place.start, claim.place.end)).toBe("266");
});

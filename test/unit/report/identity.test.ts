import { expect, test } from "vitest";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";

/** The agency that a report without a title is read to be of. */
function agencyOf(opening: string): string | undefined {
  const text = reportText()
    .replace(/^.*\n/, `${opening}\n`)
    .replace("现将东风街道2023年度政府信息公开工作情况报告如下。", "");
  const [report] = parseText(text, "plaintext").reports;
  expect(report?.title).toBeUndefined();
  expect(report?.year).toBe(2023);
  return report?.agency;
}

test.each([
  ["根据《条例》规定，现公布老城区统计局2023年政府信息公开工作年度报告。", "老城区统计局"],
  [
    "根据有关要求，特编制东川市人民政府地方志办公室2023年政府信息公开工作年度报告。",
    "东川市人民政府地方志办公室",
  ],
  ["现公开 钢花街道办事处 2023年度 政府信息公开工作年度报告。", "钢花街道办事处"],
  ["按照《通知》要求，现发布2023年度市财政局政府信息公开工作报告如下。", "市财政局"],
  ["我镇编制并向社会公布《榆树镇2023年政府信息公开工作年度报告》。", "榆树镇"],
  ["根据《条例》，现公布《东川市2023年政府信息公开工作年度报告》。", "东川市"],
  ["根据《条例》规定，现公开2023年东川市政府信息公开工作年度报告。", "东川市"],
  ["2023年，区信访局认真贯彻落实《条例》。", "区信访局"],
])("%s", (opening, agency) => {
  expect(agencyOf(opening)).toBe(agency);
});

test.each([
  "根据有关要求，现将我办2023年度政府信息公开情况报告如下。",
  "根据《省政府办公厅关于公布2023年度省财政厅政府信息公开工作年度报告编制要求的通知》，制定本报告。",
  "本报告由各部门报送的情况汇总而成。",
])("nobody is named: %s", (opening) => {
  expect(agencyOf(opening)).toBeUndefined();
});

import { applicationTable, disclosureTable, otherProcessing, reviewTable, sections } from "./common.ts";
import type { Form } from "./form.ts";

const issued = ["本年制发件数", "本年废止件数", "现行有效件数"];
const decided = ["本年处理决定数量"];

/** Report years 2021 and later: 国办公开办函〔2021〕30号. */
export const form2021: Form = {
  id: "2021",
  sections,
  tables: [
    disclosureTable(
      [
        ["第二十条第（一）项", issued, [["规章"], ["行政规范性文件", "规范性文件"]]],
        ["第二十条第（五）项", decided, [["行政许可"]]],
        ["第二十条第（六）项", decided, [["行政处罚"], ["行政强制"]]],
        ["第二十条第（八）项", ["本年收费金额"], [["行政事业性收费"]]],
      ],
      { 本年收费金额: { unit: "万元", isPrinted: true } },
    ),
    applicationTable([
      otherProcessing.row(
        1,
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "逾期不补正",
        "申请人无正当理由逾期不补正",
      ),
      otherProcessing.row(
        2,
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "逾期不缴费",
        "申请人逾期未按收费通知要求缴纳费用",
      ),
      otherProcessing.row(3, "其他"),
    ]),
    reviewTable,
  ],
};

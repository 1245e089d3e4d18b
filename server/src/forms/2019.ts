import { applicationTable, disclosureTable, otherProcessing, reviewTable, sections } from "./common.ts";
import type { Form } from "./form.ts";

const made = ["本年新制作数量", "本年新公开数量", "对外公开总数量"];
const handled = ["上一年项目数量", "本年增/减", "处理决定数量"];

/** Report years 2019 and 2020: 国办公开办函〔2019〕60号. */
export const form2019: Form = {
  id: "2019",
  sections,
  tables: [
    disclosureTable(
      [
        ["第二十条第（一）项", made, [["规章"], ["规范性文件", "行政规范性文件"]]],
        ["第二十条第（五）项", handled, [["行政许可"], ["其他对外管理服务事项"]]],
        ["第二十条第（六）项", handled, [["行政处罚"], ["行政强制"]]],
        ["第二十条第（八）项", ["上一年项目数量", "本年增/减"], [["行政事业性收费"]]],
        ["第二十条第（九）项", ["采购项目数量", "采购总金额"], [["政府集中采购"]]],
      ],
      { 采购总金额: { unit: "元", isPrinted: false } },
    ),
    applicationTable([otherProcessing.whole]),
    reviewTable,
  ],
};

import fc from "fast-check";
import type { Language } from "../../../server/src/document/block.ts";
import { reportText } from "../rules/report-text.ts";
import { samples } from "../samples.ts";

const html = reportText({ layout: "html" });
const pieces = [
  ...samples().flatMap(({ text }) => [...text.split(/(?<=\n)(?=\S*[一二三四五六]、)/), text.slice(0, 900)]),
  ...html.split(/(?<=<\/tr>)/),
  "东风街道2023年政府信息公开工作年度报告\n",
  "# 东风街道\n## 2022年政府信息公开工作年度报告\n",
  "总体情况\n===\n",
  "| 项目 | 件数 |\n| --- | --- |\n| 图解 | 2 |\n| 问答 | 3 |",
  "<table><tr><td colspan=3>四、政府信息公开行政复议、行政诉讼情况</td></tr>",
  "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
  "<!-- a\nb -->",
  "```\n一、\n```",
  "\n\n",
  "\t",
  "#",
];
/** Texts put together from pieces of reports, in any order. */
export const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join("\n"));
export const languages = fc.constantFrom<Language>("plaintext", "markdown", "html");

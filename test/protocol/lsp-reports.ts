import { type ReportOptions, reportText, row } from "../unit/rules/report-text.ts";

/** Eight applications of natural persons, all granted: every relation of 表三 holds. */
const cells = {
  ...row("表三", "一", "8 0 0 0 0 0 8"),
  ...row("表三", "三(一)", "8 0 0 0 0 0 8"),
  ...row("表三", "三(七)", "8 0 0 0 0 0 8"),
};

export function cleanReport(options: ReportOptions = {}): string {
  return reportText({ ...options, cells });
}

/** The same with 7 for 8 at 自然人 of （一）予以公开, which breaks a row and a column. */
export function brokenReport(options: ReportOptions = {}): string {
  return reportText({ ...options, cells: { ...cells, ...row("表三", "三(一)", "7 0 0 0 0 0 8") } });
}

/** What is no report. */
export const LETTER = "# 会议通知\n\n一、时间：周三\n\n| 姓名 | 合计 |\n| --- | --- |\n| 张三 | 3 |\n";

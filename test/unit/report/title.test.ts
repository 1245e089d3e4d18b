import { describe, expect, test } from "vitest";
import { parseText } from "../../../server/src/report/parse.ts";

const BODY = "\n\n一、总体情况\n\n工作有序开展。\n\n二、主动公开政府信息情况\n\n规章\t0\t0\t0\n";

function titleIn(text: string): string {
  const [report] = parseText(text + BODY, "plaintext").reports;
  if (report?.title === undefined) return "none";
  const { place } = report.title;
  const written = place.block.text.slice(place.start, place.end).replace(/\s+/g, "");
  return `${report.agency ?? "?"} ${report.year} ⟦${written}⟧`;
}

describe("titles", () => {
  test.each([
    ["某县2023年政府信息公开工作年度报告", "某县 2023 ⟦某县2023年政府信息公开工作年度报告⟧"],
    ["某县 2023 年 政府信息公开工作 年度报告", "某县 2023 ⟦某县2023年政府信息公开工作年度报告⟧"],
    ["# 某县2023年度政府信息公开年度报告", "某县 2023 ⟦某县2023年度政府信息公开年度报告⟧"],
    ["**某县2023年政府信息公开年报**", "某县 2023 ⟦某县2023年政府信息公开年报⟧"],
    ['#<a name="t"></a>某县**2023年**政府信息公开年报 {#top}', "某县 2023 ⟦某县**2023年**政府信息公开年报⟧"],
    ["某县二〇二三年政府信息公开工作年度报告", "某县 2023 ⟦某县二〇二三年政府信息公开工作年度报告⟧"],
    ["某县２０２３年政府信息公开工作年度报告", "某县 2023 ⟦某县２０２３年政府信息公开工作年度报告⟧"],
    ["2023年某县政府信息公开工作年度报告", "某县 2023 ⟦2023年某县政府信息公开工作年度报告⟧"],
    ["《某县政府信息公开工作年度报告（2023年）》", "某县 2023 ⟦《某县政府信息公开工作年度报告（2023年）》⟧"],
    ["某县关于2023年政府信息公开工作的年度报告", "某县 2023 ⟦某县关于2023年政府信息公开工作的年度报告⟧"],
    ["附件1\n\n某县2023年政府信息公开工作年度报告", "某县 2023 ⟦某县2023年政府信息公开工作年度报告⟧"],
    [
      "某县教育局\n2023年政府信息公开工作年度报告",
      "某县教育局 2023 ⟦某县教育局2023年政府信息公开工作年度报告⟧",
    ],
    [
      "某县教育局关于\n2023年政府信息公开工作年度报告",
      "某县教育局 2023 ⟦某县教育局关于2023年政府信息公开工作年度报告⟧",
    ],
    ["某县教育局\n\n2023年政府信息公开工作年度报告", "某县教育局 2023 ⟦2023年政府信息公开工作年度报告⟧"],
    [
      "某县教育局2023年\n政府信息公开工作年度报告",
      "某县教育局 2023 ⟦某县教育局2023年政府信息公开工作年度报告⟧",
    ],
    ["某县政府信息公开工作年度报告\n\n（2023年度）", "某县 2023 ⟦某县政府信息公开工作年度报告⟧"],
    ["某县政府信息公开工作年度报告\n（2023年）", "某县 2023 ⟦某县政府信息公开工作年度报告（2023年）⟧"],
    ["某县2023年上半年政府信息公开工作报告", "none"],
    ["2023年第三季度某县政府信息公开工作报告", "none"],
    ["关于发布某县2023年政府信息公开工作年度报告的通知", "none"],
    ["某县2023年政府信息公开工作要点", "none"],
    ["现将某县2023年政府信息公开工作年度报告公布如下。", "none"],
  ])("%j", (text, title) => {
    expect(titleIn(text)).toBe(title);
  });

  test("one that comes again at the head of each page begins nothing", () => {
    const title = "某县2023年政府信息公开工作年度报告";
    const text = `${title}${BODY}\n${title}\n\n三、收到和处理政府信息公开申请情况\n`;
    expect(parseText(text, "plaintext").reports).toHaveLength(1);
  });

  test("one in the list of other reports at a page's end begins nothing", () => {
    const text = `某县2023年政府信息公开工作年度报告${BODY}\n上一篇：\n某县2022年政府信息公开工作年度报告\n\n下一篇：没有了\n`;
    const { reports } = parseText(text, "plaintext");
    expect(reports.map(({ year }) => year)).toEqual([2023]);
  });
});

import { expect, test } from "vitest";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { findings } from "../rules/checking.ts";
import { reportText, row } from "../rules/report-text.ts";
import { outlineOf, reportIn, valuesIn, zerosBut } from "./reading.ts";

const figures = {
  ...row("表三", "一", "37 7 0 0 0 0 44"),
  ...row("表三", "二", "1 0 0 0 0 0 1"),
  ...row("表三", "三(一)", "35 0 0 0 0 0 35"),
  ...row("表三", "三(五)4", "0 7 0 0 0 0 7"),
  ...row("表三", "三(六)2", "2 0 0 0 0 0 2"),
  ...row("表三", "三(七)", "37 7 0 0 0 0 44"),
  ...row("表三", "四", "1 0 0 0 0 0 1"),
};
const text = reportText({ layout: "flat", cells: figures });
const whole = reportIn(text);
const wanted = zerosBut(form2021, figures);
const labels = (form2021.tables[1]?.rows ?? []).flatMap(({ label, groups }) => [...groups, label]);
const NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

test("the text is whole", () => {
  expect(valuesIn(whole)).toEqual(wanted);
  expect(labels.filter((label) => !text.includes(`\n${label}\n`))).toEqual([]);
});

test.each([...new Set([...labels, NOTE])])("%s is read wherever it is broken over two lines", (label) => {
  for (let at = 2; at < label.length; at++) {
    const broken = text.replace(`\n${label}\n`, `\n${label.slice(0, at)}\n${label.slice(at)}\n`);
    if (broken === text) throw new Error(label);
    const report = reportIn(broken);
    expect(valuesIn(report), label.slice(0, at)).toEqual(wanted);
    expect(outlineOf(report), label.slice(0, at)).toBe(outlineOf(whole));
    expect(
      findings(broken, rules).map(({ message }) => message),
      label.slice(0, at),
    ).toEqual([]);
  }
});

test("a label broken in a column of spaces has its figures in the second line", () => {
  const padded = [
    "三、收到和处理政府信息公开申请情况",
    "",
    "一、本年新收政府信息公开申请数量                     37  7  0  0  0  0  44",
    "二、上年结转政府信息公开",
    "申请数量                                             1   0  0  0  0  0  1",
    "三、本年度  （一）予以公开                           35  0  0  0  0  0  35",
    "（五）不予  4.无正当理由大量反",
    "处理        复申请                                   0   7  0  0  0  0  7",
  ].join("\n");
  const values = valuesIn(reportIn(padded));
  const rows = ["一", "二", "三(一)", "三(五)4"];
  const names = Object.keys(figures).filter((name) => rows.includes(name.split("/")[1] ?? ""));
  expect(values).toEqual(Object.fromEntries(names.map((name) => [name, wanted[name]])));
});

import { expect, test } from "vitest";
import { columnNamesIn } from "../../../server/src/features/column-names.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";
import { samples } from "../samples.ts";

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
const named = (text: string, within = whole(text)): string[] =>
  columnNamesIn(parseText(text, "plaintext"), within).map(
    ({ offset, label }) => `${text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset)} ${label}`,
  );

test("each figure that stands alone on its line has its column behind it, those of a row one after another", () => {
  const text = reportText({
    layout: "flat",
    cells: { "表三/一/科研机构": "7", "表四/行政复议/结果纠正": "5" },
  });
  const names = named(text);
  expect(names).toHaveLength(200);
  const at = names.indexOf("7 科研机构");
  expect(names.slice(at - 2, at + 5)).toEqual([
    "0 自然人",
    "0 商业企业",
    "7 科研机构",
    "0 社会公益组织",
    "0 法律服务机构",
    "0 其他",
    "0 总计",
  ]);
  expect(names).toContain("5 行政复议 结果纠正");
});

test("the samples: of the one with a cell a line every figure, of the others none", () => {
  expect(samples().map(({ text }) => named(text).length)).toEqual([0, 200, 0, 0, 0]);
});

test("nothing is said where the column is not sure, nor outside of what is asked for", () => {
  const text = reportText({ layout: "flat" });
  const line = text.indexOf("1.属于国家秘密");
  const short = `${text.slice(0, line)}${text.slice(line).replace("\n0\n", "\n")}`;
  expect(named(short).length).toBeLessThan(200);
  const one = columnNamesIn(parseText(text, "plaintext"), whole(text))[3]?.offset ?? 0;
  expect(named(text, { start: one, end: one })).toHaveLength(1);
  expect(named("自然人\n\n1\n\n商业企业\n\n2\n")).toEqual([]);
});

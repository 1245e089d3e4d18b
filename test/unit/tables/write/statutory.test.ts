import { describe, expect, test } from "vitest";
import type { Form, TableId } from "../../../../server/src/forms/form.ts";
import { forms } from "../../../../server/src/forms/index.ts";
import { emptyTable, statutoryTable } from "../../../../server/src/tables/write/statutory.ts";
import type { TableData } from "../../../../server/src/tables/write/table-data.ts";

/** Cells with "↔" for each further column and "↕" for each further row they span. */
function shape({ rows }: TableData): string[] {
  return rows.map((cells) =>
    cells
      .map(({ text, columnSpan, rowSpan }) => text + "↔".repeat(columnSpan - 1) + "↕".repeat(rowSpan - 1))
      .join(" "),
  );
}

function tableOf(form: Form, id: TableId): TableData {
  const table = form.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(id);
  return statutoryTable(table, { figure: () => "0", wording: (text) => text });
}

const [form2021, form2019] = forms as [Form, Form];

/** Every place of the grid is covered exactly once. */
function holes({ rows, columns }: TableData): string[] {
  const covered = rows.map(() => Array.from({ length: columns }, () => 0));
  for (const [r, cells] of rows.entries()) {
    for (const { column, columnSpan, rowSpan } of cells) {
      for (let i = r; i < r + rowSpan; i++) {
        for (let j = column; j < column + columnSpan; j++) {
          const line = covered[i];
          if (line === undefined || j >= columns) return [`row ${r} reaches out of the table`];
          line[j] = (line[j] ?? 0) + 1;
        }
      }
    }
  }
  return covered.flatMap((line, r) =>
    line.flatMap((count, c) => (count === 1 ? [] : [`${r},${c}: ${count}`])),
  );
}

describe.each(forms)("form $id", (form) => {
  test.each(["表二", "表三", "表四"] as const)("%s is covered by its merged cells, each place once", (id) => {
    expect(holes(tableOf(form, id))).toEqual([]);
  });
});

test("表二 of 2021", () => {
  expect(shape(tableOf(form2021, "表二"))).toEqual([
    "第二十条第（一）项↔↔↔",
    "信息内容 本年制发件数 本年废止件数 现行有效件数",
    "规章 0 0 0",
    "行政规范性文件 0 0 0",
    "第二十条第（五）项↔↔↔",
    "信息内容 本年处理决定数量↔↔",
    "行政许可 0↔↔",
    "第二十条第（六）项↔↔↔",
    "信息内容 本年处理决定数量↔↔",
    "行政处罚 0↔↔",
    "行政强制 0↔↔",
    "第二十条第（八）项↔↔↔",
    "信息内容 本年收费金额（单位：万元）↔↔",
    "行政事业性收费 0↔↔",
  ]);
});

test("the head of 表三 and the spans of its groups", () => {
  const lines = shape(tableOf(form2021, "表三"));
  expect(lines.slice(0, 6)).toEqual([
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）↔↔↕↕ 申请人情况↔↔↔↔↔↔",
    "自然人↕ 法人或其他组织↔↔↔↔ 总计↕",
    "商业企业 科研机构 社会公益组织 法律服务机构 其他",
    "一、本年新收政府信息公开申请数量↔↔ 0 0 0 0 0 0 0",
    "二、上年结转政府信息公开申请数量↔↔ 0 0 0 0 0 0 0",
    `三、本年度办理结果${"↕".repeat(21)} （一）予以公开↔ 0 0 0 0 0 0 0`,
  ]);
  const spans = (form: Form): string[] =>
    shape(tableOf(form, "表三")).flatMap(
      (line) => /(三、\S+|（[三四五六七]）\S+?)([↔↕]+)/.exec(line)?.slice(1, 3).join(" ") ?? [],
    );
  const down = (count: number): string => "↕".repeat(count - 1);
  expect(spans(form2021).slice(1)).toEqual([
    `（三）不予公开 ${down(8)}`,
    `（四）无法提供 ${down(3)}`,
    `（五）不予处理 ${down(5)}`,
    `（六）其他处理 ${down(3)}`,
    "（七）总计 ↔",
  ]);
  expect(shape(tableOf(form2019, "表三")).join("\n")).toContain(`三、本年度办理结果${down(20)} （一）`);
  expect(spans(form2019).at(-2)).toBe("（六）其他处理 ↔");
});

test("表四", () => {
  const five = "结果维持 结果纠正 其他结果 尚未审结 总计";
  expect(shape(tableOf(form2021, "表四"))).toEqual([
    "行政复议↔↔↔↔ 行政诉讼↔↔↔↔↔↔↔↔↔",
    `${five.replaceAll(" ", "↕ ")}↕ 未经复议直接起诉↔↔↔↔ 复议后起诉↔↔↔↔`,
    `${five} ${five}`,
    Array.from({ length: 15 }, () => "0").join(" "),
  ]);
});

test("an empty table has no figure in it", () => {
  for (const form of forms) {
    for (const table of form.tables) {
      const cells = emptyTable(table, "tab", { lineBreak: "\n", ambiguousWidth: 2 }).split(/[\t\n]/);
      expect(cells.filter((cell) => /^\d/.test(cell) && !/^\d\./.test(cell))).toEqual([]);
    }
  }
});

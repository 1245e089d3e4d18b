import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockKind } from "../../../../server/src/document/block.ts";
import { gridOf } from "../../../../server/src/tables/grid-of.ts";
import type { DataCell, TableData } from "../../../../server/src/tables/write/table-data.ts";
import { dataOfGrid, matrixOf } from "../../../../server/src/tables/write/table-data.ts";
import { type WritableLayout, writeTable } from "../../../../server/src/tables/write/write-table.ts";

const OPTIONS = { lineBreak: "\n", ambiguousWidth: 2 } as const;

/** Rows of cells, "text", "text>3" over three columns, "text^2" over two rows; the first row is the head. */
function table(...lines: readonly string[]): TableData {
  const covered = new Map<string, true>();
  let columns = 0;
  const rows = lines.map((line, row) => {
    let column = 0;
    return line.split(",").map((source): DataCell => {
      const [, text = "", across = "1", down = "1"] = /^(.*?)(?:>(\d))?(?:\^(\d))?$/s.exec(source) ?? [];
      while (covered.has(`${row} ${column}`)) column++;
      const cell = { text, column, columnSpan: Number(across), rowSpan: Number(down), head: row === 0 };
      for (let i = 0; i < cell.columnSpan; i++) {
        for (let j = 0; j < cell.rowSpan; j++) covered.set(`${row + j} ${column + i}`, true);
      }
      column += cell.columnSpan;
      columns = Math.max(columns, column);
      return cell;
    });
  });
  return { rows, columns };
}

const MERGED = table("项目^2,数量>2", "上年,本年", "规章,0,12", "合计|共,,22");

describe("writeTable", () => {
  test.each<[WritableLayout, string[]]>([
    [
      "pipe",
      [
        "| 项目     | 数量 |      |",
        "| -------- | ---: | ---: |",
        "|          | 上年 | 本年 |",
        "| 规章     |    0 |   12 |",
        "| 合计\\|共 |      |   22 |",
      ],
    ],
    [
      "html",
      [
        "<table>",
        '  <tr><th rowspan="2">项目</th><th colspan="2">数量</th></tr>',
        "  <tr><td>上年</td><td>本年</td></tr>",
        "  <tr><td>规章</td><td>0</td><td>12</td></tr>",
        "  <tr><td>合计|共</td><td></td><td>22</td></tr>",
        "</table>",
      ],
    ],
    ["tab", ["项目\t数量\t", "\t上年\t本年", "规章\t0\t12", "合计|共\t\t22"]],
  ])("%s", (layout, lines) => {
    expect(writeTable(MERGED, layout, OPTIONS)?.split("\n")).toEqual(lines);
  });

  test("one cell a line has blank lines between, and no way to say an empty cell", () => {
    expect(writeTable(table("规章,0", "许可,12"), "flat", OPTIONS)).toBe("规章\n\n0\n\n许可\n\n12");
    expect(writeTable(MERGED, "flat", OPTIONS)).toBeUndefined();
  });

  test("line breaks and marks inside a cell stay inside it", () => {
    const data = table("a\nb,c < d & e,f\\g,<b>");
    expect(writeTable(data, "pipe", OPTIONS)?.split("\n")[0]).toBe(
      "| a<br>b | c < d & e | f\\\\g | &lt;b> |",
    );
    expect(writeTable(data, "html", OPTIONS)?.split("\n")[1]).toBe(
      "  <tr><th>a<br>b</th><th>c &lt; d &amp; e</th><th>f\\g</th><th>&lt;b&gt;</th></tr>",
    );
    expect(writeTable(table("a\nb,c\td"), "tab", OPTIONS)).toBe("a b\tc d");
  });

  test("the line break asked for is used throughout", () => {
    for (const layout of ["pipe", "html", "tab"] as const) {
      const written = writeTable(MERGED, layout, { ...OPTIONS, lineBreak: "\r\n" });
      expect(written?.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }
  });

  test("rows too ragged to fill up are refused", () => {
    const one = table("a");
    const wide = table(Array.from({ length: 500 }, () => "x").join(","));
    const data = {
      columns: 500,
      rows: [...Array.from({ length: 500 }, () => one.rows[0] ?? []), ...wide.rows],
    };
    expect(writeTable(data, "tab", OPTIONS)).toBeUndefined();
    expect(writeTable(data, "html", OPTIONS)).toContain("<td>x</td>".replaceAll("td", "th"));
  });
});

const KINDS: Readonly<Record<"pipe" | "html" | "tab", BlockKind>> = {
  pipe: "pipe",
  html: "html",
  tab: "lines",
};
const text = fc.constantFrom(
  "",
  "0",
  "12",
  "规章",
  "a|b",
  "22（其中修订16件）",
  "c:\\d",
  "/",
  "“三安全”",
  "a < b & c",
);
const rectangle = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
  );

test.each(["pipe", "html", "tab"] as const)("%s is read back as it was written", (layout) => {
  fc.assert(
    fc.property(rectangle, (matrix) => {
      fc.pre(matrix.every((row) => row.some((cell) => cell !== "")));
      const data = {
        columns: matrix[0]?.length ?? 0,
        rows: matrix.map((row) =>
          row.map((cell, column) => ({ text: cell, column, columnSpan: 1, rowSpan: 1, head: false })),
        ),
      };
      const written = writeTable(data, layout, OPTIONS) ?? "";
      const grid = gridOf({ kind: KINDS[layout], text: written, level: 0 });
      expect(matrixOf(dataOfGrid(grid))).toEqual(matrix);
    }),
  );
});

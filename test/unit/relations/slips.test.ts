import fc from "fast-check";
import { expect, test } from "vitest";
import { parseText } from "../../../server/src/report/parse.ts";
import { ownRelation } from "../../../server/src/rules/own-relation.ts";
import { own } from "./own.ts";

const COLUMNS = ["一季度", "二季度", "三季度", "全年"];
const ROWS = ["人员", "公用", "项目", "合计"];
const RELATIONS = [own("收支", "合计 = sum(人员..项目)"), own("收支", "全年 = 一季度 + 二季度 + 三季度")];

/** Parts with the totals of rows and columns. */
function withTotals(parts: readonly (readonly number[])[]): number[][] {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const rows = parts.map((row) => [...row, sum(row)]);
  return [...rows, COLUMNS.map((_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

function tableOf(cells: readonly (readonly number[])[]): string {
  const lines = cells.map((row, index) => `| ${ROWS[index]} | ${row.join(" | ")} |`);
  return `收支\n\n| 项目 | ${COLUMNS.join(" | ")} |\n|---|---|---|---|---|\n${lines.join("\n")}\n`;
}

const found = (cells: readonly (readonly number[])[]) =>
  parseText(tableOf(cells), "markdown").reports.flatMap((report) => [
    ...ownRelation.check({ report, fileName: "", relations: RELATIONS }),
  ]);

const parts = fc.array(fc.array(fc.nat(500), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });

test("one wrong figure of a table that adds up both ways is found at its cell, with what it was", () => {
  fc.assert(
    fc.property(parts, fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 900 }), (inner, row, column, more) => {
      const right = withTotals(inner);
      expect(found(right)).toEqual([]);
      const wrong = right.map((line, r) =>
        line.map((value, c) => (r === row && c === column ? value + more : value)),
      );
      const [finding, ...others] = found(wrong);
      expect(others).toEqual([]);
      expect(finding?.cell).toBe(`收支/${ROWS[row]}/${COLUMNS[column]}`);
      expect(finding?.expected).toBe(String(right[row]?.[column]));
      expect(finding?.fixes?.map(({ safe }) => safe)).toEqual([false]);
    }),
    { numRuns: 200 },
  );
});

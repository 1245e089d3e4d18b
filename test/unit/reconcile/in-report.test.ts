import { expect, test } from "vitest";
import { relationsOf } from "../../../server/src/reconcile/in-report.ts";
import type { Report } from "../../../server/src/report/report.ts";
import { reportOf } from "../rules/relations/report-of.ts";
import { busyTable3, type Cells, show, withCells } from "./grid-figures.ts";

function reportWith(cells: Cells, uncertainRow?: string): Report {
  const report = reportOf("表三", cells.map((row) => row.join("\t")).join("\n"));
  const names = [...report.figures.keys()].filter((name) => name.split("/")[1] === uncertainRow);
  return { ...report, tables: report.tables.map((table) => ({ ...table, uncertain: new Set(names) })) };
}

function fares(report: Report): string[] {
  const statuses = relationsOf(report).flatMap(({ outcomes }) => outcomes.map(({ status }) => status));
  return [...new Set(statuses)].map(
    (status) => `${status} ${statuses.filter((other) => other === status).length}`,
  );
}

test("only the tables that the report has are reconciled", () => {
  expect(relationsOf(reportWith(busyTable3)).map(({ form }) => form.id)).toEqual(["表三"]);
});

test("of a row whose columns are not sure the row is checked, its columns are not", () => {
  expect(fares(reportWith(busyTable3))).toEqual(["holds 39"]);
  expect(fares(reportWith(busyTable3, "三(二)"))).toEqual(["holds 32", "unknown 7"]);
  const wrong = withCells(busyTable3, [[3, 0, "34"]]);
  const [table] = relationsOf(reportWith(wrong, "三(二)"));
  expect(table?.causes.map(({ kind }) => kind)).toEqual(["total"]);
  expect(table?.causes.map(show)[0]).toContain("表三/三(二)/总计=41 (1)");
});

test("a report is reconciled once", () => {
  const report = reportWith(busyTable3);
  expect(relationsOf(report)).toBe(relationsOf(report));
});

test("where the row of totals is left out, what it would add up stands in its place", () => {
  const without = (cells: Cells): Report => {
    const report = reportWith(cells);
    const left = ({ row }: { row: string }): boolean => row !== "三(七)";
    return { ...report, figures: new Map([...report.figures].filter(([, figure]) => left(figure))) };
  };
  // The seven sums of columns cannot be checked, nor can that row's own.
  expect(fares(without(busyTable3))).toEqual(["holds 31", "unknown 8"]);
  const [table] = relationsOf(
    without(
      withCells(busyTable3, [
        [0, 0, "1"],
        [0, 6, "1"],
      ]),
    ),
  );
  expect(
    new Set(table?.causes.flatMap(({ failures }) => failures.map(({ relation }) => relation.rule))),
  ).toContain("table3/balance");
});

import { describe, expect, test } from "vitest";
import { locate } from "../../../server/src/reconcile/locate.ts";
import {
  busyTable3,
  type Cells,
  changed,
  lookupIn,
  show,
  table3,
  table3of2019,
  table4,
  withCells,
} from "./grid-figures.ts";

function causes(cells: Cells, table = table3): string[] {
  return locate(table.relations, lookupIn(table, cells)).map(show);
}

const row = (index: number): readonly string[] => busyTable3[index] ?? [];
const rowAs = (index: number, cells: readonly string[]): string[][] =>
  withCells(
    busyTable3,
    cells.map((cell, column) => [index, column, cell] as const),
  );

describe("one wrong figure", () => {
  test.each([
    [
      "a detail: its row and its column",
      5,
      0,
      "74",
      "figure 表三/三(三)2/自然人=47 (2): row-total 表三/三(三)2, column-total 表三/自然人",
    ],
    [
      "a row's total",
      5,
      6,
      "74",
      "figure 表三/三(三)2/总计=51 (2): row-total 表三/三(三)2, column-total 表三/总计",
    ],
    [
      "what came in: its row and the balance",
      0,
      0,
      "203",
      "figure 表三/一/自然人=2003 (2): row-total 表三/一, balance 表三/自然人",
    ],
    [
      "what is carried over",
      24,
      0,
      "66",
      "figure 表三/四/自然人=6 (2): row-total 表三/四, balance 表三/自然人",
    ],
    [
      "the grand total of a column: three relations",
      23,
      0,
      "2061",
      "figure 表三/三(七)/自然人=2016 (3): row-total 表三/三(七), column-total 表三/自然人, balance 表三/自然人",
    ],
    [
      "the grand total of all",
      23,
      6,
      "2120",
      "figure 表三/三(七)/总计=2121 (3): row-total 表三/三(七), column-total 表三/总计, balance 表三/总计",
    ],
    [
      "left blank",
      5,
      0,
      "",
      "figure 表三/三(三)2/自然人=47 (2): row-total 表三/三(三)2, column-total 表三/自然人",
    ],
  ])("%s", (_, r, c, text, cause) => {
    expect(causes(changed(busyTable3, r, c, text))).toEqual([cause]);
  });

  test("in format 2019, whose 三(六) is one row", () => {
    const cells = [...busyTable3.slice(0, 20), ...busyTable3.slice(22)];
    const sum = (c: number): number => cells.slice(2, 21).reduce((total, line) => total + Number(line[c]), 0);
    const outcome = row(0).map((_, c) => String(sum(c)));
    const received = row(0).map((_, c) => String(sum(c) + Number(row(24)[c]) - Number(row(1)[c])));
    const whole = [received, ...cells.slice(1, 21), outcome, row(24)];
    expect(causes(whole, table3of2019)).toEqual([]);
    expect(causes(changed(whole, 20, 0, "17"), table3of2019)).toEqual([
      "figure 表三/三(六)/自然人=166 (2): row-total 表三/三(六), column-total 表三/自然人",
    ]);
  });
});

describe("slips that touch neighbours", () => {
  test("two in a row exchanged", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 0, "2"],
          [5, 1, "47"],
        ]),
      ),
    ).toEqual([
      "swap 表三/三(三)2/自然人=47 (2), 表三/三(三)2/商业企业=2 (2): column-total 表三/自然人, column-total 表三/商业企业",
    ]);
  });

  test("the last kind of applicant and the total exchanged", () => {
    expect(causes(rowAs(4, ["40", "1", "0", "0", "0", "45", "4"]))).toEqual([
      "swap 表三/三(三)1/其他=4 (3), 表三/三(三)1/总计=45 (3): row-total 表三/三(三)1, column-total 表三/其他, column-total 表三/总计",
    ]);
  });

  test("two in a column exchanged", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 0, "54"],
          [6, 0, "47"],
        ]),
      ),
    ).toEqual([
      "swap 表三/三(三)2/自然人=47 (2), 表三/三(三)3/自然人=54 (2): row-total 表三/三(三)2, row-total 表三/三(三)3",
    ]);
  });

  test("one number in two cells", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [6, 0, "5"],
          [6, 1, "4"],
        ]),
      ),
    ).toEqual([
      "split 表三/三(三)3/自然人=54 (3), 表三/三(三)3/商业企业=0 (3): row-total 表三/三(三)3, column-total 表三/自然人, column-total 表三/商业企业",
    ]);
  });

  test.each([
    ["right", ["", ...row(5).slice(0, 6)]],
    ["left", [...row(5).slice(1), "0"]],
    ["round to the right", ["51", ...row(5).slice(0, 6)]],
    ["round to the left", [...row(5).slice(1), "47"]],
  ])("a row shifted %s", (_, cells) => {
    const [cause, ...more] = causes(rowAs(5, cells));
    expect(more).toEqual([]);
    expect(cause).toContain("shift 表三/三(三)2/自然人=47");
    expect(cause).toContain("表三/三(三)2/总计=51");
  });

  test("two exchanged where other rows have the same two: at the totals, each exchange offered", () => {
    const cells = withCells(busyTable3, [
      [4, 1, "0"],
      [4, 2, "1"],
    ]);
    const found = locate(table3.relations, lookupIn(table3, cells));
    expect(found.map(show)).toEqual([
      "total : column-total 表三/商业企业",
      "total : column-total 表三/科研机构",
    ]);
    const rows = found[0]?.alternatives?.map(({ changes }) => changes[0]?.name.split("/")[1]);
    expect(rows).toEqual(["三(二)", "三(三)1", "三(三)6", "三(五)1", "三(六)2"]);
  });
});

describe("several wrong figures", () => {
  test("apart", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 0, "74"],
          [9, 3, "4"],
          [24, 3, "20"],
        ]),
      ),
    ).toEqual([
      "figure 表三/三(三)2/自然人=47 (2): row-total 表三/三(三)2, column-total 表三/自然人",
      "figure 表三/三(三)6/社会公益组织=1 (2): row-total 表三/三(三)6, column-total 表三/社会公益组织",
      "figure 表三/四/社会公益组织=2 (2): row-total 表三/四, balance 表三/社会公益组织",
    ]);
  });

  test("in one row", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 0, "74"],
          [5, 1, "9"],
        ]),
      ),
    ).toEqual([
      "figure 表三/三(三)2/自然人=47 (1): column-total 表三/自然人, row-total 表三/三(三)2",
      "figure 表三/三(三)2/商业企业=2 (1): column-total 表三/商业企业",
    ]);
  });

  test("wrong by the same: the believable crossing wins", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 0, "56"],
          [10, 1, "10"],
        ]),
      ),
    ).toEqual([
      "figure 表三/三(三)2/自然人=47 (2): row-total 表三/三(三)2, column-total 表三/自然人",
      "figure 表三/三(三)7/商业企业=1 (2): row-total 表三/三(三)7, column-total 表三/商业企业",
    ]);
  });

  test("no telling: at the totals, with the candidates", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 1, "3"],
          [8, 0, "69"],
        ]),
      ),
    ).toEqual([
      "total 表三/三(三)2/自然人=46 (2), 表三/三(三)2/商业企业=2 (2): row-total 表三/三(三)2",
      "total 表三/三(三)5/商业企业=1 (2), 表三/三(三)5/自然人=68 (2): row-total 表三/三(三)5",
      "total 表三/三(三)2/自然人=46 (2), 表三/三(三)5/自然人=68 (2): column-total 表三/自然人",
      "total 表三/三(三)5/商业企业=1 (2), 表三/三(三)2/商业企业=2 (2): column-total 表三/商业企业",
    ]);
  });

  test("one counted in the wrong column of some row: at the totals, without a guess", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 0, "42"],
          [5, 1, "7"],
        ]),
      ),
    ).toEqual(["total : column-total 表三/自然人", "total : column-total 表三/商业企业"]);
  });
});

describe("a row that adds up and is still wrong", () => {
  test.each<[string, [number, number, string][], string]>([
    [
      "carried over",
      [
        [24, 0, "7"],
        [24, 6, "10"],
      ],
      "total : balance 表三/自然人, balance 表三/总计",
    ],
    [
      "an outcome",
      [
        [9, 0, "76"],
        [9, 6, "82"],
      ],
      "total : column-total 表三/自然人, column-total 表三/总计",
    ],
  ])("%s: its column and the column of totals are one cause", (_, changes, expected) => {
    expect(causes(withCells(busyTable3, changes))).toEqual([expected]);
  });
});

describe("表四", () => {
  const group = (cells: string): string[] => causes([cells.split(" ")], table4);

  test.each([
    ["2 0 1 0 3", []],
    [
      "2 0 1 0 4",
      [
        "total 表四/行政复议/总计=3 (1), 表四/行政复议/结果维持=3 (1), 表四/行政复议/其他结果=2 (1), 表四/行政复议/结果纠正=1 (1), 表四/行政复议/尚未审结=1 (1): group-total 表四/行政复议",
      ],
    ],
    // Only the total can be wrong: nothing below 0 makes the others fit.
    ["2 0 1 0 0", ["figure 表四/行政复议/总计=3 (1): group-total 表四/行政复议"]],
    ["2 0 1 0 /", []],
    ["/ / / / 2", []],
    ["2 x 1 0 9", []],
  ])("%s", (cells, expected) => {
    expect(group(cells)).toEqual(expected);
  });

  test.each([
    ["one number in two cells", "2 1 0 0 21", "split 结果维持=21 结果纠正=0"],
    ["the last result and the total exchanged", "1 2 0 4 1", "swap 尚未审结=1 总计=4"],
  ])("%s is offered beside the total", (_, cells, expected) => {
    const [cause] = locate(table4.relations, lookupIn(table4, [cells.split(" ")]));
    const shown = cause?.alternatives?.map(
      ({ kind, changes }) =>
        `${kind} ${changes.map(({ name, value }) => `${name.split("/")[2]}=${value / 100_000_000n}`).join(" ")}`,
    );
    expect(shown).toEqual([expected]);
  });
});

describe("figures missing or blank", () => {
  test("a blank total stands for no wrong sum, here and where it is an operand", () => {
    expect(causes(changed(busyTable3, 24, 6, "/"))).toEqual([]);
  });

  test("with the row's total blank the column alone speaks for the figure", () => {
    expect(
      causes(
        withCells(busyTable3, [
          [5, 0, "74"],
          [5, 6, ""],
        ]),
      ),
    ).toEqual(["figure 表三/三(三)2/自然人=47 (1): column-total 表三/自然人"]);
  });

  test("a row short of a figure fails only where the known ones exceed the total", () => {
    expect(causes(rowAs(5, ["47", "?", "1", "1", "0", "0", "51"]))).toEqual([]);
    expect(causes(rowAs(5, ["74", "?", "1", "1", "0", "0", "51"]))).toEqual([
      "figure 表三/三(三)2/自然人=47 (2): column-total 表三/自然人, row-total 表三/三(三)2",
    ]);
    expect(causes([["5", "?", "0", "0", "4"]], table4)).toEqual(["total : group-total 表四/行政复议"]);
  });
});

import * as l10n from "@vscode/l10n";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import chinese from "../../../../l10n/bundle.l10n.zh-cn.json";
import { balance } from "../../../../server/src/rules/relations/balance.ts";
import { columnTotal } from "../../../../server/src/rules/relations/column-total.ts";
import { groupTotal } from "../../../../server/src/rules/relations/group-total.ts";
import { rowTotal } from "../../../../server/src/rules/relations/row-total.ts";
import type { Finding } from "../../../../server/src/rules/rule.ts";
import { busyTable3, type Cells, withCells } from "../../reconcile/grid-figures.ts";
import { check, fixed, reportOf } from "./report-of.ts";

const rules = [rowTotal, columnTotal, balance, groupTotal];
const textOf = (cells: Cells): string => cells.map((row) => row.join("\t")).join("\n");

/** The busy table with some cells changed. */
function broken(...changes: readonly (readonly [row: number, column: number, text: string])[]): string {
  return textOf(withCells(busyTable3, changes));
}

function findings(text: string, id: "表三" | "表四" = "表三"): Finding[] {
  const report = reportOf(id, text);
  return rules.flatMap((rule) => check(rule, report).map((finding) => ({ ...finding, code: rule.code })));
}

function only(text: string, id?: "表三" | "表四"): Finding {
  const [finding, ...more] = findings(text, id);
  if (finding === undefined || more.length > 0) throw new Error(`${more.length + 1} findings or none`);
  return finding;
}

const at = (text: string, { place }: Pick<Finding, "place">): string => text.slice(place.start, place.end);

test("tables that add up have no finding", () => {
  expect(findings(textOf(busyTable3))).toEqual([]);
  expect(findings("2\t0\t1\t0\t3\n0\t0\t0\t0\t0\n/\t/\t/\t/\t/", "表四")).toEqual([]);
});

describe("one wrong figure", () => {
  const text = broken([5, 0, "74"]);

  test("is one finding at the figure, under the most specific rule", () => {
    const finding = only(text);
    expect([finding.code, finding.cell, at(text, finding), finding.expected, finding.actual]).toEqual([
      "table3/row-total",
      "表三/三(三)2/自然人",
      "74",
      "47",
      "74",
    ]);
  });

  test("names the relations that it breaks", () => {
    expect(only(text).relations).toEqual([
      "表三/三(三)2: 自然人+商业企业+科研机构+社会公益组织+法律服务机构+其他 = 总计",
      "表三/自然人: 三(一)+三(二)+三(三)1+三(三)2+三(三)3+三(三)4+三(三)5+三(三)6+三(三)7+三(三)8+三(四)1+三(四)2+三(四)3+三(五)1+三(五)2+三(五)3+三(五)4+三(五)5+三(六)1+三(六)2+三(六)3 = 三(七)",
    ]);
  });

  test("is the suspect, with the value that settles both", () => {
    const suspects = only(text).suspects?.map(({ place: _, ...suspect }) => suspect);
    expect(suspects).toEqual([{ cell: "表三/三(三)2/自然人", suggest: "47", resolves: 2 }]);
  });

  test("lists each operand once, at its place, without the zeros of a column", () => {
    const sparse = withCells(busyTable3, [
      [2, 3, "3"],
      [2, 6, "33"],
    ]).map((row) => row.join("\t"));
    const related = findings(sparse.join("\n")).flatMap(({ related }) => related ?? []);
    const figures = related.filter(({ message }) => message.startsWith("“"));
    expect(new Set(figures.map(({ place }) => place.start)).size).toBe(figures.length);
    for (const { message, place } of figures) {
      expect(message.split(": ")[1]).toBe(sparse.join("\n").slice(place.start, place.end));
    }
  });

  test("can be corrected, which is never called safe", () => {
    const [fix, ...more] = only(text).fixes ?? [];
    expect(more).toEqual([]);
    expect(fix?.safe).toBe(false);
    expect(fix && fixed(text, fix)).toBe(textOf(busyTable3));
  });

  test.each([
    ["full-width digits", "７４", "４７"],
    ["a note behind it", "74（其中委托2件）", "47（其中委托2件）"],
    ["a unit", "74件", "47件"],
  ])("keeps its form: %s", (_, old, corrected) => {
    const written = broken([5, 0, old]);
    const [fix] = only(written).fixes ?? [];
    expect(fix && fixed(written, fix)).toBe(broken([5, 0, corrected]));
  });

  test("a blank is filled where it stands", () => {
    const blank = broken([5, 0, "/"]);
    const [fix] = only(blank).fixes ?? [];
    expect(fix && fixed(blank, fix)).toBe(textOf(busyTable3));
  });
});

describe("several cells of one slip are one finding with one fix", () => {
  const row = busyTable3[5] ?? [];
  test.each<[string, Cells]>([
    ["exchanged", [["2", "47", ...row.slice(2)]]],
    ["split", [["4", "7", ...row.slice(2)]]],
    ["shifted", [["", ...row.slice(0, 6)]]],
  ])("%s", (kind, [cells = []]) => {
    // 商业企业 is 0 in the row that is split, as the rest of a split number stands in an empty cell.
    const base = kind === "split" ? withoutBusinesses(5) : busyTable3;
    const text = textOf(
      withCells(
        base,
        cells.map((cell, column) => [5, column, column === 6 && kind === "split" ? "49" : cell] as const),
      ),
    );
    const [fix, ...more] = only(text).fixes ?? [];
    expect(more).toEqual([]);
    expect(fix && findings(fixed(text, fix))).toEqual([]);
    expect(fix && fixed(text, fix)).toBe(textOf(base));
  });
});

/** The busy table with 商业企业 0 in a row of outcomes. */
function withoutBusinesses(index: number): Cells {
  const less = Number(busyTable3[index]?.[1]);
  const minus = (row: number, column: number): readonly [number, number, string] => [
    row,
    column,
    String(Number(busyTable3[row]?.[column]) - less),
  ];
  return withCells(
    busyTable3,
    [index, 23, 0].flatMap((row) => [minus(row, 1), minus(row, 6)]),
  );
}

describe("表四", () => {
  test("several figures could be wrong: at the total, with a fix for each", () => {
    const text = "2\t0\t1\t0\t4";
    const finding = only(text, "表四");
    expect([finding.code, finding.cell, finding.expected, finding.actual]).toEqual([
      "table4/group-total",
      "表四/行政复议/总计",
      "3",
      "4",
    ]);
    expect(finding.suspects?.map(({ cell, suggest }) => `${cell} ${suggest}`)[0]).toBe(
      "表四/行政复议/总计 3",
    );
    expect(finding.fixes?.map((fix) => fixed(text, fix))).toEqual([
      "2\t0\t1\t0\t3",
      "3\t0\t1\t0\t4",
      "2\t0\t2\t0\t4",
      "2\t1\t1\t0\t4",
      "2\t0\t1\t1\t4",
    ]);
  });

  test("one number over two cells can be joined", () => {
    const text = "2\t1\t0\t0\t21";
    expect(only(text, "表四").fixes?.map((fix) => fixed(text, fix))).toContain("21\t0\t0\t0\t21");
  });
});

test("a row with a figure missing is reported only where the known ones exceed the total, with no fix on a guess", () => {
  const { message, fixes, suspects } = only("5\t?\t0\t0\t4", "表四");
  expect(message).toContain("more than the total 4");
  expect(fixes).toBeUndefined();
  expect(suspects).toEqual([]);
  expect(findings("3\t?\t0\t0\t4", "表四")).toEqual([]);
});

describe("messages", () => {
  const cases: readonly (readonly [string, string, "表三" | "表四"])[] = [
    ["one figure", broken([2, 0, "27"]), "表三"],
    ["a balance", broken([24, 0, "7"], [24, 6, "10"]), "表三"],
    ["exchanged in a row", broken([5, 0, "2"], [5, 1, "47"]), "表三"],
    ["exchanged in a column", broken([5, 0, "54"], [6, 0, "47"]), "表三"],
    ["a column", broken([5, 0, "42"], [5, 1, "7"]), "表三"],
    [
      "a shifted row",
      broken(...["", ...(busyTable3[2] ?? []).slice(0, 6)].map((cell, c) => [2, c, cell] as const)),
      "表三",
    ],
    ["a group", "2\t0\t1\t0\t4", "表四"],
    ["the only figure that can be wrong", "2\t0\t1\t0\t0", "表四"],
    ["a figure missing", "5\t?\t0\t0\t4", "表四"],
  ];
  const spoken = (text: string, id: "表三" | "表四"): string =>
    findings(text, id)
      .flatMap(({ message, fixes }) => [
        message,
        ...(fixes ?? []).slice(0, 1).map(({ title }) => `  ${title}`),
      ])
      .join("\n");

  describe("in Chinese", () => {
    beforeEach(() => l10n.config({ contents: chinese }));
    afterEach(() => l10n.config({ contents: {} }));
    test.each(cases)("%s", (_, text, id) => expect(spoken(text, id)).toMatchSnapshot());
  });

  test.each(cases)("in English: %s", (_, text, id) => expect(spoken(text, id)).toMatchSnapshot());
});

test("after any fix its finding is gone and no relation fails that held before", () => {
  const slip = fc.tuple(fc.nat(24), fc.nat(6), fc.constantFrom("", "0", "1", "7", "12", "55", "2120"));
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
      const text = broken(...slips);
      const before = findings(text);
      const failed = new Set(before.flatMap(({ relations }) => relations ?? []));
      for (const finding of before) {
        for (const fix of finding.fixes ?? []) {
          const after = findings(fixed(text, fix));
          const failing = after.flatMap(({ relations }) => relations ?? []);
          expect(failing.filter((relation) => !failed.has(relation))).toEqual([]);
          expect(failing.length).toBeLessThan(failed.size);
          expect(after.map(({ code, cell }) => `${code} ${cell}`)).not.toContain(
            `${finding.code} ${finding.cell}`,
          );
        }
      }
    }),
    { numRuns: 150 },
  );
});

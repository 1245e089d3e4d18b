import { describe, expect, test } from "vitest";
import { highlightsAt } from "../../../server/src/features/highlight.ts";
import { hoverAt } from "../../../server/src/features/hover.ts";
import {
  definitionsAt,
  definitionsElsewhere,
  referencesAt,
  referencesElsewhere,
} from "../../../server/src/features/links.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { FolderConfig } from "../../../server/src/workspace/workspace.ts";
import { reportWith } from "../claims/sentences.ts";
import { row } from "../rules/report-text.ts";
import { FOLDER, office, officeReport } from "../workspace/files.ts";

const SENTENCE = "全年收到政府信息公开申请12件，其中法人或其他组织5件。";
const { text } = reportWith(SENTENCE, { cells: { ...row("表三", "一", "7 5 0 0 0 0 12") } });
const parsed = parseText(text, "plaintext");
const written = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
const CLAIM = text.indexOf("12件");
const CELL = text.indexOf("\t12") + 1;

test("from a number in prose to the cell that it speaks of", () => {
  const [cell, ...more] = definitionsAt(parsed, CLAIM);
  expect(more).toEqual([]);
  expect(cell?.start).toBe(CELL);
  expect(definitionsAt(parsed, text.indexOf("5件")).map(written)).toEqual(["5", "0", "0", "0", "0"]);
  expect(definitionsAt(parsed, CELL)).toEqual([]);
});

test("from a figure to the prose that says it, and to its totals", () => {
  expect(referencesAt(parsed, CELL).map(({ start }) => start)).toContain(CLAIM);
  expect(referencesAt(parsed, CLAIM).map(({ start }) => start)).toEqual([CLAIM]);
});

test("both are highlighted together", () => {
  expect(highlightsAt(parsed, CLAIM).map(({ span, role }) => [span.start, role])).toEqual([
    [CLAIM, "self"],
    [CELL, "operand"],
  ]);
  expect(highlightsAt(parsed, CELL)).toContainEqual({
    span: { start: CLAIM, end: CLAIM + 2 },
    role: "claim",
  });
});

test("both say so under the pointer", () => {
  expect(hoverAt(parsed, CLAIM)?.text).toBe("✓ 表三“一、本年新收政府信息公开申请数量/总计”: **12**");
  expect(hoverAt(parsed, CELL)?.text).toContain("In the text: “全年收到政府信息公开申请12件…”");
});

describe("other reports", () => {
  const CARRIED = { ...row("表三", "二", "3 0 0 0 0 0 3"), ...row("表三", "三(七)", "3 0 0 0 0 0 3") };
  const before = officeReport({
    year: 2022,
    cells: { ...row("表三", "一", "3 0 0 0 0 0 3"), ...row("表三", "四", "3 0 0 0 0 0 3") },
  });
  const now = officeReport({ cells: { ...CARRIED, ...row("表三", "一", "8 0 0 0 0 0 8") } });

  /** What the office says of a cell: under the pointer, and where it leads. */
  function at(files: Readonly<Record<string, string>>, name: string, config?: Partial<FolderConfig>): object {
    const folder = office(files, config);
    const [file = ""] = Object.keys(files);
    const document = folder.parsed(file);
    const others = [folder.workspace.othersOf(FOLDER + encodeURI(file), 0)];
    const place = document.reports[0]?.figures.get(name)?.place;
    if (place === undefined) throw new Error(`no cell ${name}`);
    const offset = document.document.offsetOf(place.block) + place.start;
    return {
      hover: hoverAt(document, offset, others)?.text.split("\n\n").slice(2),
      leadsTo: definitionsElsewhere(document, offset, others).map((one) => folder.textAt(one)),
    };
  }

  test.each([
    [
      "the same cell of last year's, with what changed",
      "表三/一/自然人",
      [
        expect.stringMatching(
          /^Last year: \[3\]\(file:\/\/\/office\/2022\.txt#L\d+,\d+\) \(\+5, \+166\.7%\)$/,
        ),
      ],
      ["2022.txt: 3"],
    ],
    [
      "what last year's carried over, before the same cell",
      "表三/二/自然人",
      [
        expect.stringMatching(/^Carried over in last year's report: \[3\]/),
        expect.stringMatching(/^Last year: \[0\].* \(\+3\)$/),
      ],
      ["2022.txt: 3", "2022.txt: 0"],
    ],
    [
      "no change",
      "表三/一/其他",
      [expect.stringMatching(/^Last year: \[0\].* \(unchanged\)$/)],
      ["2022.txt: 0"],
    ],
  ])("%s", (_, name, hover, leadsTo) => {
    expect(at({ "2023.txt": now, "2022.txt": before }, name)).toEqual({ hover, leadsTo });
  });

  /** Where a cell of a file is compared. */
  function comparedAt(
    files: Readonly<Record<string, string>>,
    file: string,
    name: string,
    config?: Partial<FolderConfig>,
  ): string[] {
    const folder = office(files, config);
    const document = folder.parsed(file);
    const comparedWith = [folder.workspace.comparedWith(FOLDER + encodeURI(file), 0)];
    const place = document.reports[0]?.figures.get(name)?.place;
    if (place === undefined) throw new Error(`no cell ${name}`);
    const offset = document.document.offsetOf(place.block) + place.start;
    return referencesElsewhere(document, offset, comparedWith).map((one) => folder.textAt(one));
  }

  test("from last year's cell to this year's, and from what was carried over to where it went", () => {
    const files = { "2023.txt": now, "2022.txt": before };
    expect(comparedAt(files, "2022.txt", "表三/一/自然人")).toEqual(["2023.txt: 8"]);
    expect(comparedAt(files, "2022.txt", "表三/四/自然人")).toEqual(["2023.txt: 3", "2023.txt: 0"]);
    expect(comparedAt(files, "2023.txt", "表三/一/自然人")).toEqual([]);
  });

  test("from a member's cell to the consolidated one", () => {
    const files = {
      "区.txt": officeReport({ agency: "老城区人民政府", cells: row("表三", "四", "7 0 0 0 0 0 7") }),
      "members/a.txt": officeReport({ agency: "西关街道" }),
    };
    const config = { consolidated: [{ report: "区.txt", members: ["members"] }] };
    expect(comparedAt(files, "members/a.txt", "表三/四/自然人", config)).toEqual(["区.txt: 7"]);
  });

  test("each member's cell, and their sum", () => {
    const CELL = "表三/一/自然人";
    const members = {
      "members/a.txt": officeReport({ agency: "西关街道", cells: row("表三", "一", "5 0 0 0 0 0 5") }),
      "members/b.txt": officeReport({ agency: "南关街道", cells: row("表三", "一", "3 0 0 0 0 0 3") }),
    };
    const files = { "区.txt": officeReport({ agency: "老城区人民政府" }), ...members };
    const config = { consolidated: [{ report: "区.txt", members: ["members"] }] };
    expect(at(files, CELL, config)).toEqual({
      hover: ["2 members' reports add up to 8"],
      leadsTo: expect.arrayContaining(["members/a.txt: 5", "members/b.txt: 3"]),
    });
  });

  test("nothing where there are none", () => {
    expect(at({ "2023.txt": now }, "表三/一/自然人")).toEqual({ hover: [], leadsTo: [] });
  });
});

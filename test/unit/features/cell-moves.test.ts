import { describe, expect, test } from "vitest";
import { type CellMove, cellFrom } from "../../../server/src/features/cell-moves.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";
import { samples } from "../samples.ts";

const text = reportText();
const parsed = parseText(text, "plaintext");
const [report] = parsed.reports;

/** From one figure of the report to another, by their names. */
function from(name: string, move: CellMove): string | undefined {
  const place = report?.figures.get(name)?.place;
  if (place === undefined) throw new Error(`no figure ${name}`);
  const span = cellFrom(parsed, parsed.document.offsetOf(place.block) + place.end, move);
  const figures = [...(report?.figures.values() ?? [])];
  return figures.find((one) => parsed.document.offsetOf(one.place.block) + one.place.start === span?.start)
    ?.name;
}

test.each<[string, CellMove, string | undefined]>([
  ["表三/一/自然人", "next", "表三/一/商业企业"],
  ["表三/一/总计", "next", "表三/二/自然人"],
  ["表三/二/自然人", "previous", "表三/一/总计"],
  ["表三/一/其他", "below", "表三/二/其他"],
  ["表三/二/其他", "below", "表三/三(一)/其他"],
  ["表三/一/自然人", "previous", "表三/一/自然人"],
])("from %s, %s: %s", (name, move, expected) => {
  expect(from(name, move)).toBe(expected);
});

test.each<[string, CellMove, string]>([
  ["表三/四/其他", "below", "表三"],
  ["表三/四/总计", "next", "表三"],
  ["表二/行政规范性文件/现行有效件数", "below", "表二"],
])("from %s, %s: out of the table, to the line below it", (name, move, table) => {
  const place = report?.figures.get(name)?.place;
  const last = report?.tables.find(({ id }) => id === table)?.last;
  if (place === undefined || last === undefined) throw new Error(`no figure ${name}`);
  const below = text.indexOf("\n", parsed.document.offsetOf(last.block) + last.end) + 1;
  const span = cellFrom(parsed, parsed.document.offsetOf(place.block) + place.start, move);
  expect(span).toEqual({ start: below, end: below });
});

test("nowhere from a label or from prose", () => {
  for (const word of ["重复申请", "现将"])
    expect(cellFrom(parsed, text.indexOf(word), "next")).toBeUndefined();
});

describe.each(samples())("$name", ({ text: sample }) => {
  test("next goes through every figure of each table, and previous back", () => {
    const document = parseText(sample, "markdown");
    for (const { rows } of document.reports[0]?.tables ?? []) {
      const starts = rows
        .flatMap(({ figures }) => figures)
        .map(({ place }) => document.document.offsetOf(place.block) + place.start);
      const [first = 0] = starts;
      const seen = [first];
      for (let at = cellFrom(document, first, "next"); at; at = cellFrom(document, at.start, "next")) {
        if (at.start > (starts.at(-1) ?? 0)) break;
        seen.push(at.start);
      }
      expect(seen).toEqual(starts);
      const back = [...starts].reverse();
      expect(back.map((start) => cellFrom(document, start, "previous")?.start)).toEqual([
        ...back.slice(1),
        first,
      ]);
    }
  });
});

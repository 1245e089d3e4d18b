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
  ["表三/四/其他", "below", undefined],
  ["表三/四/总计", "next", undefined],
  ["表三/一/自然人", "previous", undefined],
])("from %s, %s: %s", (name, move, expected) => {
  expect(from(name, move)).toBe(expected);
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
      for (let at = cellFrom(document, first, "next"); at; at = cellFrom(document, at.start, "next"))
        seen.push(at.start);
      expect(seen).toEqual(starts);
      const back = [...starts].reverse().slice(0, -1);
      expect(back.map((start) => cellFrom(document, start, "previous")?.start)).toEqual(
        [...starts].reverse().slice(1),
      );
    }
  });
});

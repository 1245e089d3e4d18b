import { expect, test } from "vitest";
import { type Highlight, highlightsAt } from "../../../server/src/features/highlight.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";

const parsed = parseText(reportText(), "plaintext");
const [report] = parsed.reports;
const nameAt = new Map(
  [...(report?.figures.values() ?? [])].map(({ name, place }) => [
    parsed.document.offsetOf(place.block) + place.start,
    name,
  ]),
);

/** Names of the figures highlighted with one of a report, by role. */
function highlighted(name: string): (role: Highlight["role"]) => string[] {
  const offset = [...nameAt].find(([, one]) => one === name)?.[0] ?? -1;
  const found = highlightsAt(parsed, offset);
  const starts = found.map(({ span }) => span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  return (role) => found.filter((one) => one.role === role).map(({ span }) => nameAt.get(span.start) ?? "");
}

test("a figure: the totals that it goes into", () => {
  const found = highlighted("表三/三(三)1/科研机构");
  expect(found("self")).toEqual(["表三/三(三)1/科研机构"]);
  expect(found("total")).toEqual(["表三/三(三)1/总计", "表三/三(七)/科研机构"]);
  expect(found("operand")).toEqual([]);
});

test("a row's total: its six figures, and the total below", () => {
  const found = highlighted("表三/三(一)/总计");
  expect(found("operand")).toHaveLength(6);
  expect(found("total")).toEqual(["表三/三(七)/总计"]);
});

test("（七）总计 of a column: every outcome, and 一 and 二", () => {
  const found = highlighted("表三/三(七)/自然人");
  expect(found("operand")).toEqual(
    expect.arrayContaining(["表三/一/自然人", "表三/二/自然人", "表三/三(一)/自然人", "表三/三(六)3/自然人"]),
  );
  expect(found("operand")).toHaveLength(23);
  expect(found("total")).toEqual(["表三/三(七)/总计"]);
});

test("figures of 表二 stand for themselves", () => {
  const found = highlighted("表二/行政许可/本年处理决定数量");
  expect(found("self")).toEqual(["表二/行政许可/本年处理决定数量"]);
  expect([...found("operand"), ...found("total")]).toEqual([]);
});

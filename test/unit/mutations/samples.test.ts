import { describe, expect, test } from "vitest";
import { spanOf } from "../../../server/src/document/block.ts";
import { applicantColumns } from "../../../server/src/forms/common.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { extraFigure } from "../../../server/src/rules/table-extra-figure.ts";
import { findings } from "../rules/checking.ts";
import { samples } from "../samples.ts";
import { trySlips } from "./missed.ts";
import { withSlip } from "./slips.ts";

/** Rows of 002 with a figure too many: one that is not 0 may be the one that does not belong there. */
const TOO_MANY = ["三(七)", "四"].flatMap((key) => applicantColumns.map((column) => `表三/${key}/${column}`));

describe.each(samples())("$name as it was published", ({ name, text }) => {
  test("every slip is told at its figure", () => {
    const { tried, missed, elsewhere } = trySlips(text);
    expect(tried).toBeGreaterThanOrEqual(name.startsWith("004") ? 169 : 190);
    const known = name.startsWith("002") ? TOO_MANY.map((cell) => `one more {"${cell}":1}`) : [];
    expect({ missed, elsewhere }).toEqual({ missed: known, elsewhere: known.map((slip) => `${slip}: `) });
  });
});

test.each(TOO_MANY)("in 002 another %s is told as the figure too many", (cell) => {
  const text = samples().find(({ name }) => name.startsWith("002"))?.text ?? "";
  const parsed = parseText(text, "markdown");
  const figures = parsed.reports[0]?.figures ?? new Map();
  const changed = withSlip(parsed, figures, { kind: "", changes: { [cell]: 1 } });
  const spans = findings(changed, [extraFigure], "markdown").map(({ span }) => span);
  expect(spans).toContainEqual(spanOf(parsed.document, figures.get(cell)?.place));
});

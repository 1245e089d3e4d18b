import { describe, expect, test } from "vitest";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { layouts, withTables } from "../report/layouts.ts";
import { reportIn, zerosBut } from "../report/reading.ts";
import { sampleFigures } from "../report/sample-figures.ts";
import { samples } from "../samples.ts";
import { isConsistent, richFigures } from "./consistent.ts";
import { type Choice, trySlips } from "./missed.ts";

const FIGURES = 190;

/** Every figure of 表三 and 表四 in every sample, in some layouts: told every time, and nothing else. */
export function slipsAreFound(...names: readonly string[]): void {
  const cases = names.flatMap((layout) =>
    samples().map(({ name, text }) => ({ id: name.slice(0, 3), text, layout })),
  );
  describe.each(cases)("sample $id in layout $layout", ({ id, text, layout }) => {
    const report = reportIn(text);

    test("as it is", () => {
      const figures = zerosBut(form2021, sampleFigures[id] ?? {});
      const { tried, missed, elsewhere } = trySlips(withTables(report, form2021, layout, figures));
      expect(tried).toBeGreaterThanOrEqual(FIGURES);
      expect({ missed, elsewhere }).toEqual({ missed: [], elsewhere: [] });
    });

    test("with many other figures", () => {
      const figures = richFigures(form2021, Number(id));
      expect(isConsistent(form2021, (name) => Number(figures[name]))).toBe(true);
      const text = withTables(report, form2021, layout, figures);
      const { tried, missed, elsewhere } = trySlips(text, someOf(Object.keys(layouts).indexOf(layout)));
      expect(tried).toBeGreaterThanOrEqual(FIGURES / 2);
      expect({ missed, elsewhere }).toEqual({ missed: [], elsewhere: [] });
    });
  });
}

/** All that may happen to a figure, dealt out over the eight layouts. */
function someOf(layout: number): Choice {
  const every = 8;
  return (slips, index) => slips.filter((_, number) => (number + index) % every === layout % every);
}

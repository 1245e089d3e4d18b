import { describe, expect, test } from "vitest";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { richFigures } from "../mutations/consistent.ts";
import { findings } from "../rules/checking.ts";
import { samples } from "../samples.ts";
import { layouts, withTables } from "./layouts.ts";
import { reportIn, valuesIn, zerosBut } from "./reading.ts";
import { sampleFigures } from "./sample-figures.ts";

const MARKS = ["/", "—", "——", "-", "－", "\\", "无", ""];
/** Which zeros are written so. */
const CHOICES: Readonly<Record<string, (name: string, index: number) => boolean>> = {
  all: () => true,
  "all but totals": (name) => !name.endsWith("总计"),
  "some rows": (name) => /三\([三五]\)/.test(name),
  "every other": (_, index) => index % 2 === 0,
  "every third": (_, index) => index % 3 === 0,
};
/**
 * Columns of spaces have no empty cells; in ragged rows, and in rows filled up at their end, nobody knows where they
 * were, nor where all that is empty has a word.
 */
const WITHOUT_EMPTY = [
  ...["padded", "ragged", "unmerged", "spaced", "barred", "barred on both sides"],
  ...[
    "barred, a cell a line",
    "barred, a cell a line, rows with a bar before",
    "a cell a line, bars between",
  ],
  ...["ruled", "ruled, broken over lines", "no bars around", "indexed", "fenced"],
];
/** These texts' prose has something to be said of. */
/** Figures are changed below what the prose says of them. */
const OF_PROSE = /^prose\/|^section\/(?:level|content)$/;

const cases = Object.keys(layouts).flatMap((layout, index) => {
  const { name = "", text = "" } = samples()[index % samples().length] ?? {};
  const own = zerosBut(form2021, sampleFigures[name.slice(0, 3)] ?? {});
  // What has one cell a line cannot be written with an empty one.
  const marks = MARKS.filter((mark) => mark !== "" || layout !== "flat");
  return marks.map((mark) => ({ layout, mark, text, own, rich: richFigures(form2021, index) }));
});

function marked(
  figures: Readonly<Record<string, string>>,
  mark: string,
  choose: (name: string, index: number) => boolean,
) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, text], index) => [
      name,
      text === "0" && choose(name, index) ? mark : text,
    ]),
  );
}

describe.each(cases)("“$mark” for 0 in $layout", ({ layout, mark, text, own, rich }) => {
  const before = reportIn(text);

  test.each(Object.entries(CHOICES))(
    "in %s: blanks where they stand, sums as if they were 0",
    (_, choose) => {
      for (const figures of [own, rich]) {
        const cells = marked(figures, mark, choose);
        const written = withTables(before, form2021, layout, cells);
        const found = findings(written, rules, "markdown").filter(({ rule }) => !OF_PROSE.test(rule));
        if (mark === "" && WITHOUT_EMPTY.includes(layout)) {
          // Not told apart from figures that are missing; never a wrong sum.
          expect(found.filter(({ rule }) => /^table[34]\//.test(rule)).map(({ message }) => message)).toEqual(
            [],
          );
          continue;
        }
        const wanted = Object.entries(cells).map(([name, cell]) => [
          name,
          cell === mark ? `blank:${mark}` : cell,
        ]);
        expect(valuesIn(reportIn(written, "markdown"))).toEqual(Object.fromEntries(wanted));
        expect(found.filter(({ rule }) => rule !== "table/blank").map(({ message }) => message)).toEqual([]);
      }
    },
  );
});

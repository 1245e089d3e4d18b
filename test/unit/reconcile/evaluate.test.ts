import { describe, expect, test } from "vitest";
import { evaluate } from "../../../server/src/reconcile/evaluate.ts";
import { formatDecimal } from "../../../server/src/text/decimal.ts";
import { busyTable3, changed, lookupIn, table3, table4 } from "./grid-figures.ts";

/** One group of 表四, as "status left right". */
function group(cells: string): string {
  const [outcome] = evaluate(table4.relations, lookupIn(table4, [cells.split(" ")]));
  if (outcome === undefined) throw new Error("no relation");
  const { status, left, right, partial } = outcome;
  return [
    status,
    formatDecimal(left),
    formatDecimal(right),
    ...(partial === undefined ? [] : [partial]),
  ].join(" ");
}

describe("one sum", () => {
  test.each([
    ["2 0 1 0 3", "holds 3 3"],
    ["2 0 1 0 4", "fails 3 4"],
    ["0.1 0.2 0 0 0.3", "holds 0.3 0.3"],
    // A blank counts as 0 where the rest is there …
    ["2 / 1 / 3", "holds 3 3"],
    ["2 / 1 / 4", "fails 3 4"],
    // … but nobody added up wrongly where the total, or all it is made of, was never written.
    ["2 0 1 0 /", "missing 3 0"],
    ["/ / / / /", "missing 0 0"],
    ["/ / / / 4", "missing 0 4"],
    ["/ / / / 0", "holds 0 0"],
    ["2 x 1 0 9", "unknown 3 9"],
    ["2 0 1 0 x", "unknown 3 0"],
    ["2 ? 1 0 3", "unknown 3 3"],
    ["2 ? 1 0 2", "fails 3 2 left"],
    ["2 ? -1 0 0", "unknown 1 0"],
    ["2 ? 1 0 /", "missing 3 0"],
    ["2 0 1 0 ?", "unknown 3 0"],
    ["2 ? x 0 1", "unknown 2 1"],
  ])("%s: %s", (cells, expected) => {
    expect(group(cells)).toBe(expected);
  });
});

function balance(changes: readonly (readonly [number, number, string])[]): string | undefined {
  const cells = changes.reduce<readonly (readonly string[])[]>(
    (now, [r, c, t]) => changed(now, r, c, t),
    busyTable3,
  );
  return evaluate(table3.relations, lookupIn(table3, cells)).find(
    ({ relation }) => relation.rule === "table3/balance" && relation.subject === "表三/总计",
  )?.status;
}

test("all 42 relations of a table that adds up hold", () => {
  const outcomes = [
    ...evaluate(table3.relations, lookupIn(table3, busyTable3)),
    ...evaluate(
      table4.relations,
      lookupIn(
        table4,
        [1, 2, 3].map(() => ["1", "0", "2", "0", "3"]),
      ),
    ),
  ];
  expect(outcomes.map(({ status }) => status)).toEqual(Array(42).fill("holds"));
});

const nothing = [0, 1, 2, 3, 4, 5].map((column): [number, number, string] => [24, column, "0"]);
const incomplete: readonly [string, readonly (readonly [number, number, string])[], string][] = [
  ["a blank total whose parts are not 0 leaves the balance open", [[24, 6, ""]], "missing"],
  ["a blank total of nothing counts as 0 there", [...nothing, [24, 6, ""]], "fails"],
  [
    "a side of blanks only was never written",
    [0, 1]
      .flatMap((row) => nothing.map(([, column]) => [row, column, ""] as const))
      .concat([
        [0, 6, ""],
        [1, 6, ""],
      ]),
    "missing",
  ],
  [
    "an absent figure on a side that is too large already",
    [
      [23, 6, "?"],
      [24, 6, "9999"],
    ],
    "fails",
  ],
];

test.each(incomplete)("%s", (_, changes, expected) => {
  expect(balance(changes)).toBe(expected);
});

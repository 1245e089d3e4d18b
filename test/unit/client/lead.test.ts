import { expect, test } from "vitest";
import { createLead, type Lead, type Side } from "../../../client/src/preview/lead.ts";

/** Steps of the two sides, each at a time in milliseconds, and which of them count. */
function counted(steps: readonly (readonly [number, Side, keyof Lead])[]): boolean[] {
  let now = 0;
  const lead = createLead(() => now);
  return steps.map(([at, side, step]) => {
    now = at;
    return lead[step](side) ?? true;
  });
}

test.each<[string, Parameters<typeof counted>[0], boolean[]]>([
  [
    "what one side does a moment after the other is its echo",
    [
      [0, "editor", "take"],
      [50, "page", "take"],
      [90, "editor", "take"],
    ],
    [true, false, true],
  ],
  [
    "echoes last as long as the other side goes on",
    [
      [0, "page", "take"],
      [300, "page", "take"],
      [600, "editor", "take"],
    ],
    [true, true, false],
  ],
  [
    "later each may lead",
    [
      [0, "page", "take"],
      [500, "editor", "take"],
    ],
    [true, true],
  ],
  [
    "a click leads at once",
    [
      [0, "editor", "take"],
      [10, "page", "seize"],
      [20, "editor", "take"],
    ],
    [true, true, false],
  ],
])("%s", (_, steps, expected) => {
  expect(counted(steps)).toEqual(expected);
});

import { readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { describe, expect, test } from "vitest";
import manifest from "../../../package.json";
import { grammars } from "../../../scripts/lib/grammars.ts";

const written = grammars();

describe.each([...written])("%s", (name, text) => {
  test("is what `npm run docs` writes, and shipped", () => {
    expect(readFileSync(new URL(`../../../syntaxes/${name}`, import.meta.url), "utf8")).toBe(text);
    expect(manifest.contributes.grammars.map(({ path }) => path)).toContain(`./syntaxes/${name}`);
  });
});

test("every pattern reads a line in linear time", { timeout: 60_000 }, () => {
  // Some words stand for all those of the forms: the checker is slow, and more of a kind make no difference.
  const few = { labels: ["1.甲乙", "（二）丙（丁）", "丙"], columns: ["甲", "甲丁"], titles: ["甲乙", "丙"] };
  const sources = [...grammars(few).values()].flatMap((text) =>
    [...text.matchAll(/"(?:match|begin)": (".*")/g)].map(([, literal = ""]): string => JSON.parse(literal)),
  );
  expect(sources.length).toBeGreaterThan(15);
  // A look behind tells of one character, which takes no time; the checker does not know them.
  const ahead = sources.map((source) => source.replace(/\(\?<=[^)]*\)/g, ""));
  expect(ahead.filter((source) => checkSync(source, "", { timeout: 10_000 }).status !== "safe")).toEqual([]);
});

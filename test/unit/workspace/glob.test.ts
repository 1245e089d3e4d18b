import { describe, expect, test } from "vitest";
import { isPattern, matcherOf } from "../../../server/src/workspace/glob.ts";

describe.each([
  ["members/*.md", ["members/a.md", "Members/街道.MD"], ["members/a.txt", "members/x/a.md", "a.md"]],
  ["members/**/*.md", ["members/a.md", "members/x/a.md", "members/x/y/a.md"], ["other/a.md"]],
  ["**/*.{md,txt}", ["a.md", "x/a.txt", "x/y/a.md"], ["a.html", "x/a.mdx"]],
  ["{甲,乙}/{1,2}.md", ["甲/1.md", "乙/2.md"], ["丙/1.md", "甲/3.md"]],
  ["members", ["members/a.md", "members/x/a.txt"], ["member/a.md", "x/members/a.md"]],
  ["./members/", ["members/a.md"], ["a.md"]],
  ["members\\*.md", ["members/a.md"], ["members/x/a.md"]],
  ["20??.md", ["2023.md"], ["203.md", "20231.md"]],
  ["*年*报*.txt", ["2023年年报.txt", "年报.txt"], ["年度.txt", "报年.txt"]],
  ["财政局.txt", ["财政局.txt"], ["财政局.txt.bak", "x/财政局.txt"]],
  ["**", ["a.md", "x/y.md"], []],
  ["a/**/b", ["a/b", "a/x/b", "a/x/b/c.md"], ["a/x/c"]],
  ["{unclosed", ["{unclosed"], ["unclosed"]],
] as const)("%s", (pattern, fitting, others) => {
  test.each(fitting)("takes %s", (path) => expect(matcherOf(pattern)(path)).toBe(true));
  if (others.length > 0)
    test.each(others)("leaves %s", (path) => expect(matcherOf(pattern)(path)).toBe(false));
});

test("a pattern is told from a path", () => {
  expect(["a/*.md", "a?.md", "{a,b}", "**"].every(isPattern)).toBe(true);
  expect(isPattern("members/财政局 (1).txt")).toBe(false);
});

test("no pattern makes it slow", () => {
  const path = `${"a/".repeat(60)}${"a".repeat(2000)}`;
  const evil = [`${"**/".repeat(60)}b`, `**/${"*a".repeat(60)}b`, `${"{a,b}".repeat(40)}`];
  const before = performance.now();
  for (const pattern of evil) expect(matcherOf(pattern)(path)).toBe(false);
  expect(performance.now() - before).toBeLessThan(1000);
});

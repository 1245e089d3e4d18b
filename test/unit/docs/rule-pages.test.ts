import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rulePages } from "../../../scripts/lib/rule-pages.ts";
import { rules } from "../../../server/src/rules/index.ts";

const FOLDER = new URL("../../../docs/rules/", import.meta.url);
const pages = rulePages();

describe("docs/rules is what `npm run docs` writes", () => {
  test("has the pages of all rules and no others", () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort());
  });

  test.each([...pages])("%s", (name, text) => {
    expect(readFileSync(new URL(name, FOLDER), "utf8")).toBe(text);
  });
});

test("no two rules share a code or a page", () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  expect(pages.size).toBe(rules.length + 1);
});

describe.each(rules)("$code", ({ code, title, documentation }) => {
  test("has a code of the shape topic/what", () => {
    expect(code).toMatch(/^[a-z]+\d?\/[a-z]+(?:-[a-z]+)*$/);
  });

  test("says in both languages what it checks, by what authority, with an example and what to do", () => {
    expect(title.zh).toMatch(/\p{sc=Han}/u);
    expect(title.en).toMatch(/^\S/);
    for (const part of ["**依据**", "**示例**", "**处理办法**"]) expect(documentation.zh).toContain(part);
    for (const part of ["**Why.**", "**Example.**", "**What to do.**"]) {
      expect(documentation.en).toContain(part);
    }
    expect(documentation.zh).toMatch(/〔\d{4}〕\d+号|GB\/T \d+|条例/);
  });
});

import { describe, expect, test } from "vitest";
import manifest from "../../../package.json";
import { rules } from "../../../server/src/rules/index.ts";
import snippets from "../../../snippets/report.json";
import { reportWith } from "../claims/sentences.ts";
import { findings } from "../rules/checking.ts";

/** What stands for the year until the author writes it: no year is right for long. */
const YEAR = "××××";

/** What a snippet writes where its author changes nothing, for the report's year. */
function written(body: readonly string[]): string {
  const defaults = new Map<string, string>();
  return body
    .join("\n")
    .replace(/\$\{(\d):([^}]*)\}/g, (_, stop: string, text: string) => {
      defaults.set(stop, text);
      return text;
    })
    .replace(/\$(\d)/g, (_, stop: string) => defaults.get(stop) ?? "")
    .replaceAll(YEAR, "2023");
}

/** What is told of a report that says this of applications. */
const told = (sentence: string): string[] =>
  findings(reportWith(`（二）依申请公开。${sentence}`).text, rules).map(({ message }) => message);

describe("what a snippet writes is right in a report where there was nothing", () => {
  const before = new Set(told(""));
  test.each(Object.entries(snippets))("%s", (_, { body, prefix, description }) => {
    const sentence = written(body);
    expect(sentence).not.toMatch(/[$\\{}]/);
    expect(body.join("\n").replace(/〔\d+〕/g, "")).not.toMatch(/20\d\d/);
    expect(told(sentence).filter((one) => !before.has(one))).toEqual([]);
    expect(prefix.length).toBe(2);
    expect(description).toMatch(/\p{sc=Han}.* [A-Za-z]/u);
  });
});

test("they are offered in the languages that reports are written in, and shipped", () => {
  expect(manifest.contributes.snippets.map(({ language }) => language)).toEqual([
    "gov-report",
    "markdown",
    "plaintext",
  ]);
});

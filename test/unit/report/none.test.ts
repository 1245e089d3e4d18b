import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { findings } from "../rules/checking.ts";
import { fixture, languageOf } from "./fixtures.ts";

const NONE = readdirSync(new URL("../../fixtures/reports/none/", import.meta.url)).sort();

describe.each(NONE)("%s is no report", (name) => {
  const text = fixture(`none/${name}`);
  const language = languageOf(name);
  const languages = language === "html" ? [language] : (["plaintext", "markdown"] as const);

  test.each(languages)("as %s it is silent", (as) => {
    expect(parseText(text, as).reports.map(({ isReport }) => isReport)).toEqual([false]);
    expect(findings(text, rules, as)).toEqual([]);
  });

  test("on several pages, too", () => {
    const pages = text.replace(/\n(?=[#一二三四五六])/g, "\n\n— 3 —\n\f\n");
    expect(findings(pages, rules, languages[0])).toEqual([]);
  });
});

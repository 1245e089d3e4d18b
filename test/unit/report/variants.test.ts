import { describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { richFigures } from "../mutations/consistent.ts";
import { samples } from "../samples.ts";
import { layouts, withTables } from "./layouts.ts";
import { misplaced, reportIn, valuesIn } from "./reading.ts";
import { rewordings, variants } from "./variants.ts";

/** Where rows are numbered, what is done to figures is done to these numbers, too. */
const ALIKE = Object.keys(layouts).filter((layout) => layout !== "indexed");

/** The samples as they were published, and each layout once with many figures. */
const texts = [
  ...samples().map(({ name, text }) => ({ name: `sample ${name.slice(0, 3)}`, text })),
  ...ALIKE.map((layout, index) => {
    const { text = "", name = "" } = samples()[index % samples().length] ?? {};
    const written = withTables(reportIn(text), form2021, layout, richFigures(form2021, index));
    return { name: `${layout} in sample ${name.slice(0, 3)}`, text: written };
  }),
];

/** What is read, and what the rules say, each once. */
function readingOf(text: string, language: Language): Record<string, unknown> {
  const { reports } = parseText(text, language);
  return {
    reports: reports.map((report) => ({
      agency: report.agency,
      year: report.year,
      form: report.form.id,
      sections: report.sections.map(({ key }) => key).join(""),
      tables: report.tables.map(({ id, rows }) => `${id} ${rows.length}`),
      values: valuesIn(report),
    })),
    misplaced: misplaced(parseText(text, language)),
  };
}

function rulesThatSpeak(text: string, language: Language): Set<string> {
  const { reports } = parseText(text, language);
  return new Set(
    reports.flatMap((report) =>
      rules.filter((rule) => [...rule.check({ report, fileName: "" })].length > 0).map(({ code }) => code),
    ),
  );
}

const LANGUAGES = ["plaintext", "markdown"] as const;
/** True of a text with fewer or other marks than the sample's. */
const OF_WORDING = new Set(["section/renamed", "section/level"]);

describe.each(texts)("$name", ({ text }) => {
  const before = readingOf(text, "markdown");
  const found = rulesThatSpeak(text, "markdown");

  test.each(Object.entries(variants))("with %s reads the same, and no rule has more to say", (_, rewrite) => {
    const written = rewrite(text);
    for (const language of written === text ? [] : LANGUAGES) {
      expect(readingOf(written, language)).toEqual(before);
      expect([...rulesThatSpeak(written, language)].filter((code) => !found.has(code))).toEqual([]);
    }
  });

  test.each(Object.entries(rewordings))("with %s reads the same", (_, rewrite) => {
    const written = rewrite(text);
    for (const language of written === text ? [] : LANGUAGES) {
      expect(readingOf(written, language)).toEqual(before);
      const more = [...rulesThatSpeak(written, language)].filter((code) => !found.has(code));
      expect(more.filter((code) => !OF_WORDING.has(code))).toEqual([]);
    }
  });
});

test("every way to write changes some of the texts", () => {
  for (const [name, rewrite] of Object.entries({ ...variants, ...rewordings })) {
    expect(
      texts.some(({ text }) => rewrite(text) !== text),
      name,
    ).toBe(true);
  }
});

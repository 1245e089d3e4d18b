import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import manifest from "../../../package.json";
import english from "../../../package.nls.json";
import chinese from "../../../package.nls.zh-cn.json";
import { PREFIX, rulesSetting, rulesTexts } from "../../../scripts/lib/settings-schema.ts";
import { readSettings } from "../../../server/src/lsp/settings.ts";
import { rules } from "../../../server/src/rules/index.ts";

const settings = manifest.contributes.configuration.properties;

describe("the settings are what `npm run docs` writes", () => {
  test("the schema of gouji.rules", () => {
    expect(settings["gouji.rules"]).toEqual(rulesSetting());
    expect(Object.keys(settings["gouji.rules"].properties)).toEqual(rules.map(({ code }) => code));
  });

  test.each([
    ["package.nls.json", english, "en"],
    ["package.nls.zh-cn.json", chinese, "zh"],
  ] as const)("its texts in %s", (_name, texts, language) => {
    const own = Object.entries(texts).filter(([key]) => key.startsWith(PREFIX));
    expect(Object.fromEntries(own)).toEqual(rulesTexts(language));
  });
});

test("the server's defaults are those that the settings show", () => {
  const {
    rules: severities,
    formats,
    ambiguousWidth,
    include,
    exclude,
    namesColumns,
    hovers,
    completes,
  } = readSettings(undefined);
  expect(severities).toEqual(settings["gouji.rules"].default);
  expect(formats).toBe(settings["gouji.format.enable"].default);
  expect(ambiguousWidth).toBe(settings["gouji.format.ambiguousWidth"].default);
  expect(namesColumns).toBe(settings["gouji.nameColumns.enable"].default);
  expect(hovers).toBe(settings["gouji.hover.enable"].default);
  expect(completes).toBe(settings["gouji.completion.enable"].default);
  expect(include).toEqual(settings["gouji.include"].default);
  expect(exclude).toEqual(settings["gouji.exclude"].default);
});

test("every text that package.json asks for is there in both languages, and no other", () => {
  const asked = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key);
  const wanted = [...new Set(asked)].sort();
  expect(Object.keys(english).sort()).toEqual(wanted);
  expect(Object.keys(chinese).sort()).toEqual(wanted);
});

test("every file that package.json refers to is there", () => {
  const { icon, contributes } = manifest;
  const snippets = contributes.snippets.map(({ path }) => path);
  for (const path of [
    icon,
    ...snippets,
    ...contributes.languages.map(({ configuration }) => configuration),
  ]) {
    expect(existsSync(new URL(path, new URL("../../../", import.meta.url))), path).toBe(true);
  }
});

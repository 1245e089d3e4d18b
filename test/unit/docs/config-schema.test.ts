import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../../package.json";
import { schemaText } from "../../../scripts/lib/config-schema.ts";
import { rules } from "../../../server/src/rules/index.ts";

const FILE = new URL("../../../schemas/gouji.schema.json", import.meta.url);

test("the schema of gouji.yaml is what `npm run docs` writes", () => {
  expect(readFileSync(FILE, "utf8")).toBe(schemaText());
});

test("the schema knows every key and every rule", () => {
  const { properties } = JSON.parse(schemaText());
  expect(Object.keys(properties)).toEqual([
    "include",
    "exclude",
    "rules",
    "relations",
    "consolidated",
    "previous",
  ]);
  expect(Object.keys(properties.rules.properties)).toEqual(rules.map(({ code }) => code));
  expect(properties.relations.items.required).toEqual(["table", "check"]);
});

test("the extension ships the schema for editors that check YAML by schemas", () => {
  const [{ fileMatch, url }] = manifest.contributes.yamlValidation as [{ fileMatch: string; url: string }];
  expect(fileMatch).toBe("gouji.yaml");
  expect(new URL(url, new URL("../../../", import.meta.url)).href).toBe(FILE.href);
  const shipped = readFileSync(new URL("../../../.vscodeignore", import.meta.url), "utf8").split("\n");
  expect(shipped).toContain("!schemas/*.json");
});

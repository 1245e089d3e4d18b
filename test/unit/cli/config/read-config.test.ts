import { beforeEach, expect, test } from "vitest";
import { defaultConfig } from "../../../../server/src/cli/config/config.ts";
import { readConfig } from "../../../../server/src/cli/config/read-config.ts";
import { ConfigError } from "../../../../server/src/cli/errors.ts";
import { useLocale } from "../../../../server/src/l10n.ts";

beforeEach(() => useLocale("en"));

const read = (text: string) => readConfig(text, "/x/y/gouji.yaml", "y/gouji.yaml", new Set(["table/total"]));

test("a gouji.yaml in order is what it says, with its path", () => {
  expect(read("rules: { table/total: off }\n")).toEqual({
    ...defaultConfig,
    path: "/x/y/gouji.yaml",
    rules: { "table/total": "off" },
  });
});

test("the first mistake is told with file and line", () => {
  expect(() => read("rules:\n  table/total: off\n  table/totals: off\nkey: 1\n")).toThrow(
    new ConfigError(
      "y/gouji.yaml, line 3: There is no rule “table/totals”; is “table/total” meant?",
      "y/gouji.yaml",
    ),
  );
});

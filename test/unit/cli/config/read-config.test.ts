import { beforeEach, describe, expect, test } from "vitest";
import { defaultConfig } from "../../../../server/src/cli/config/config.ts";
import { readConfig } from "../../../../server/src/cli/config/read-config.ts";
import { ConfigError } from "../../../../server/src/cli/errors.ts";
import { useLocale } from "../../../../server/src/l10n.ts";

beforeEach(() => useLocale("en"));

const codes = new Set(["prose/half-width", "section/renamed"]);
const read = (text: string) => readConfig(text, "/x/gouji.yaml", "gouji.yaml", codes);

describe("readConfig", () => {
  test("reads every key", () => {
    const text = `
include: ["**/*.md"]
exclude:
  - drafts/**
rules: { "prose/half-width": off, "section/renamed": warning }
consolidated:
  - report: district.md
    members: ["members/*.md"]
previous:
  "2024.md": "archive/2023.md"
`;
    expect(read(text)).toEqual({
      path: "/x/gouji.yaml",
      include: ["**/*.md"],
      exclude: ["drafts/**"],
      rules: { "prose/half-width": "off", "section/renamed": "warning" },
      consolidated: [{ report: "district.md", members: ["members/*.md"] }],
      previous: { "2024.md": "archive/2023.md" },
    });
  });

  test.each(["", "# nothing yet\n", "rules:\n", "include:\nexclude:\nprevious:\nconsolidated:\n"])(
    "%j says nothing",
    (text) => {
      expect(read(text)).toEqual({ ...defaultConfig, path: "/x/gouji.yaml" });
    },
  );

  test.each([
    ["rules: {\n", "gouji.yaml, line 2: this is no valid YAML."],
    ["a: 1\na: 2\n", "gouji.yaml, line 2: this is no valid YAML."],
    ["- a\n", "gouji.yaml: The file must hold keys such as “rules:”."],
    ["text\n", "gouji.yaml: The file must hold keys such as “rules:”."],
    [
      "rule: {}\n",
      "gouji.yaml: The key “rule” is unknown. Known: include, exclude, rules, consolidated, previous.",
    ],
    ["include: '*.md'\n", "gouji.yaml: “include” must be a list of patterns."],
    ["exclude: [1]\n", "gouji.yaml: “exclude” must be a list of patterns."],
    ["include: ['../*.md']\n", "gouji.yaml: “../*.md” leads out of the folder of the configuration."],
    ["include: ['/etc/*']\n", "gouji.yaml: “/etc/*” leads out of the folder of the configuration."],
    ["exclude: ['C:\\a']\n", "gouji.yaml: “C:\\a” leads out of the folder of the configuration."],
    ["rules: [a]\n", "gouji.yaml: “rules” must be a list of keys with values."],
    ["rules: { a/b: off }\n", "gouji.yaml: There is no rule “a/b”. “gouji rules” lists them."],
    [
      "rules: { prose/half-width: loud }\n",
      "gouji.yaml: Rule “prose/half-width” takes one of error, warning, information, hint, off, not “loud”.",
    ],
    [
      "consolidated: [{ report: a.md }]\n",
      "gouji.yaml: Each entry of “consolidated” must have a “report” and a list of “members”.",
    ],
    [
      "consolidated: [{ report: a.md, members: [../b.md] }]\n",
      "gouji.yaml: “../b.md” leads out of the folder of the configuration.",
    ],
    [
      "previous: [a.md]\n",
      "gouji.yaml: “previous” must name a file for each file, such as 2024.md: archive/2023.md.",
    ],
    ["previous: { a.md: ../b.md }\n", "gouji.yaml: “../b.md” leads out of the folder of the configuration."],
  ])("%j is told as a mistake", (text, message) => {
    expect(() => read(text)).toThrow(new ConfigError(message));
  });
});

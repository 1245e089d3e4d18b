import { describe, expect, test } from "vitest";
import type { Language } from "../../../server/src/document/block.ts";
import { silenceHere, silenceInFile } from "../../../server/src/features/silence.ts";
import { type Checked, createLanguageService, defaultSettings } from "../../../server/src/service.ts";
import type { TextEdit } from "../../../server/src/text/text-edit.ts";
import { applyEdits } from "../apply-edits.ts";
import { swap } from "../rules/checking.ts";
import { type ReportOptions, reportText, row } from "../rules/report-text.ts";
import { samples } from "../samples.ts";

const service = createLanguageService();

/** Every finding of a text with the text that either comment leaves, and the codes then found. */
function silenced(text: string, language: Language) {
  const parsed = service.parse(text, language);
  const found = service.check(parsed, "", defaultSettings);
  const codesAfter = (edit: TextEdit): string[] =>
    service
      .check(service.parse(applyEdits(text, [edit]), language), "", defaultSettings)
      .map(({ code }) => code);
  return found.map((one) => {
    const here = silenceHere(parsed, one.finding.place, one.code);
    const inFile = silenceInFile(parsed, one.code);
    return {
      code: one.code,
      here: here && { text: applyEdits(text, [here]), codes: codesAfter(here) },
      inFile: { text: applyEdits(text, [inFile]), codes: codesAfter(inFile) },
      others: codesOf(found.filter((other) => other !== one)),
      otherRules: codesOf(found.filter((other) => other.code !== one.code)),
    };
  });
}

const codesOf = (found: readonly Checked[]): string[] => found.map(({ code }) => code);

const SLIPS = { ...row("表三", "三(一)", "1 0 0 0 0 0 2"), ...row("表四", "行政复议", "1 0 0 0 2") };
const withSlips = (options: ReportOptions): string =>
  swap(reportText({ ...options, cells: SLIPS }), "“重发布、轻解读”", "重发布、轻解读”");

const LAYOUTS = ["tab", "pipe", "html", "flat"] as const;
const TEXTS: [string, string, Language][] = [
  ...LAYOUTS.map((layout): [string, string, Language] => [layout, withSlips({ layout }), "plaintext"]),
  ...LAYOUTS.map((layout): [string, string, Language] => [
    `${layout} in markdown`,
    swap(withSlips({ layout, language: "markdown" }), "## 五、", "#### 五、"),
    "markdown",
  ]),
  ["CRLF", withSlips({}).replaceAll("\n", "\r\n"), "plaintext"],
  ["BOM", `\uFEFF${withSlips({})}`, "plaintext"],
];

describe.each(TEXTS)("%s", (_name, text, language) => {
  const all = silenced(text, language);

  test("has something to silence", () => {
    expect(all.length).toBeGreaterThan(2);
  });

  test.each(all)("$code is silent where a comment says so, and nothing else is", ({ here, others, code }) => {
    expect(here?.codes).toEqual(others);
    expect(here?.text.replace(`<!-- gouji-disable ${code} -->`, "").replace(/\r?\n/g, "")).toBe(
      text.replace(/\r?\n/g, ""),
    );
  });

  test.each(all)("$code is silent in the file, and no other rule is", ({ inFile, otherRules }) => {
    expect(inFile.codes).toEqual(otherRules);
  });
});

describe.each(samples())("$name", ({ text }) => {
  test.each(["plaintext", "markdown"] as const)("what is found is silenced as %s", (language) => {
    for (const { here, others } of silenced(text, language)) {
      // At the top of the file there is no “here”.
      if (here !== undefined) expect(here.codes).toEqual(others);
    }
  });
});

test("the line ends of the text are kept, and a byte order mark stays first", () => {
  const [crlf] = silenced(withSlips({}).replaceAll("\n", "\r\n"), "plaintext");
  expect(crlf?.here?.text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const [bom] = silenced(`\uFEFF${withSlips({})}`, "plaintext");
  expect(bom?.inFile.text).toMatch(/^\uFEFF<!-- gouji-disable \S+ -->\n/);
});

test("the comment for the file stands below a front matter", () => {
  const text = `---\ntitle: 年报\n---\n\n${withSlips({ language: "markdown", layout: "pipe" })}`;
  const [one] = silenced(text, "markdown");
  expect(one?.inFile.text).toMatch(/^---\ntitle: 年报\n---\n<!-- gouji-disable \S+ -->\n/);
  expect(one?.inFile.codes).toEqual(one?.otherRules);
});

test("at the top there is no “here”, which would be the file", () => {
  const text = swap(reportText({}), "东风街道2023年政府信息", "东风街道2022年政府信息");
  const [one] = silenced(text, "plaintext");
  expect(one?.code).toBe("year/mismatch");
  expect(one?.here).toBeUndefined();
  expect(one?.inFile.codes).toEqual([]);
});

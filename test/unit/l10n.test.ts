import { describe, expect, test } from "vitest";
import chinese from "../../l10n/bundle.l10n.zh-cn.json";
import manifestTexts from "../../package.nls.zh-cn.json";
import { keysIn, usedKeys } from "./l10n-keys.ts";

const bundle: Readonly<Record<string, string>> = chinese;
const { keys, unknown } = usedKeys();

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

describe("reading the keys of a source", () => {
  test.each([
    ['l10n.t("a {0}", x)', ["a {0}"]],
    ['vscode.l10n.t("a")', ["a"]],
    ['l10n.t(\n  "long \\"quoted\\"",\n  x,\n)', ['long "quoted"']],
    ["l10n.t(`a`)", ["a"]],
    ["l10n.t(key)", [undefined]],
    ['other.t("a"); // l10n.t("b")', []],
  ])("%s", (source, expected) => {
    expect(keysIn(source)).toEqual(expected);
  });
});

describe("the Chinese of the messages", () => {
  test("is asked for by plain strings", () => {
    expect(unknown).toEqual([]);
  });

  test("is there for every message", () => {
    expect([...keys].filter((key) => !Object.hasOwn(bundle, key)).sort()).toEqual([]);
  });

  test("is there for nothing else", () => {
    expect(Object.keys(bundle).filter((key) => !keys.has(key))).toEqual([]);
  });

  test.each(Object.entries({ ...bundle, ...manifestTexts }))("has full-width punctuation: %s", (_, text) => {
    expect(text).not.toMatch(/\p{sc=Han}[,;:!?()]|[,;:!?()]\p{sc=Han}/u);
  });

  test.each(Object.entries(bundle))("has the placeholders of the English: %s", (key, text) => {
    expect(placeholders(text)).toEqual(placeholders(key));
  });

  test("differs from the English, but for what is a name in both", () => {
    const same = Object.keys(bundle).filter((key) => bundle[key] === key);
    expect(same.filter((key) => /[a-z]{2}/i.test(key))).toEqual([]);
  });

  test("is sorted by key", () => {
    const sorted = Object.keys(bundle).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(Object.keys(bundle)).toEqual(sorted);
  });
});

import { describe, expect, test } from "vitest";
import { localeOf, localeOption } from "../../../server/src/cli/locale.ts";

describe("localeOf", () => {
  test.each([
    [{ LANG: "zh_CN.UTF-8" }, "zh-cn"],
    [{ LANG: "zh_TW" }, "zh-cn"],
    [{ LANG: "zh" }, "zh-cn"],
    [{ LANG: "en_US.UTF-8" }, "en"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "C" }, "en"],
    [{ LANG: "C", LC_MESSAGES: "zh_CN" }, "zh-cn"],
    [{ LANG: "zh_CN", LC_ALL: "" }, "zh-cn"],
    [{ LANG: "zhx" }, "en"],
  ])("%o asks for %s", (env, locale) => {
    expect(localeOf(env, () => "de-DE")).toBe(locale);
  });

  test("an environment that says nothing leaves it to the system", () => {
    expect(localeOf({}, () => "zh-Hans-CN")).toBe("zh-cn");
    expect(localeOf({}, () => "de-DE")).toBe("en");
  });
});

describe("localeOption", () => {
  test.each([
    [["check", "--locale", "zh-cn"], "zh-cn"],
    [["check", "--locale=en", "a.txt"], "en"],
    [["check", "--locale=fr"], undefined],
    [["check", "--", "--locale", "en"], undefined],
    [["check", "--locale"], undefined],
  ])("%o", (argv, locale) => {
    expect(localeOption(argv)).toBe(locale);
  });
});

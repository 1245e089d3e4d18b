import { beforeEach, describe, expect, test } from "vitest";
import { countOption, readArguments } from "../../../server/src/cli/args.ts";
import { UsageError } from "../../../server/src/cli/errors.ts";
import { useLocale } from "../../../server/src/l10n.ts";

beforeEach(() => useLocale("en"));

describe("readArguments", () => {
  test("paths and options may stand in any order", () => {
    const args = readArguments(
      ["a.txt", "--format", "json", "-q", "b.md", "--max-warnings=3"],
      ["max-warnings"],
    );
    expect(args.paths).toEqual(["a.txt", "b.md"]);
    expect(args.value("format")).toBe("json");
    expect(args.has("quiet")).toBe(true);
    expect(args.has("help")).toBe(false);
    expect(args.value("baseline")).toBeUndefined();
    expect(countOption(args, "max-warnings")).toBe(3);
  });

  test("behind -- everything is a path, and - is standard input", () => {
    expect(readArguments(["-", "--", "--odd-name.txt"], []).paths).toEqual(["-", "--odd-name.txt"]);
  });

  test.each([
    [["--colour", "never"], "There is no option --colour."],
    [["-x"], "There is no option -x."],
    [["--write"], "There is no option --write."],
    [["--format"], "--format needs a value."],
    [["--format", "--quiet"], "--format needs a value."],
    [["--format", "xml"], "--format takes one of text, json, ndjson, sarif, junit, github, not “xml”."],
    [["--locale", "fr"], "--locale takes one of zh-cn, en, not “fr”."],
    [["--quiet=yes"], "--quiet takes no value."],
  ])("%o is told as a mistake", (argv, message) => {
    expect(() => readArguments(argv, ["max-warnings"])).toThrow(new UsageError(message));
  });

  test.each(["-1", "many", "1.5", ""])("--max-warnings=%s is no count", (value) => {
    const args = readArguments([`--max-warnings=${value}`], ["max-warnings"]);
    expect(() => countOption(args, "max-warnings")).toThrow(
      new UsageError(`--max-warnings takes a whole number, not “${value}”.`),
    );
  });
});

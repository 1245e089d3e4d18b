import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { encodeText } from "../../server/src/text/encoding.ts";
import { samples } from "../unit/samples.ts";
import { useCli } from "./cli.ts";

const cli = useCli();
const [clean] = samples().map(({ text }) => text);
if (clean === undefined) throw new Error("no samples");
/** One figure wrong: its row and its column no longer add up. */
const broken = clean.replace("(一) 予以公开\t0", "(一) 予以公开\t7");
/** Unbalanced quotes: a warning at most. */
const doubtful = clean.replace("科学规范", "“科学规范");

beforeAll(() => {
  cli.write({
    "clean.txt": clean,
    "page.html": "<p>年报</p>",
    "broken.txt": broken,
    "doubtful.txt": doubtful,
    "notes.md": "# Notes\n\nNo report, and 1 + 1 = 3.\n",
    "empty.txt": "",
    "picture.txt": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    "rules.yaml": 'rules: { "no/such": off }\n',
  });
  mkdirSync(cli.path("nothing"));
});

describe("exit status and sentences", () => {
  test.each([
    ["a clean report", ["check", "clean.txt"], 0, ""],
    ["a text that is no report", ["check", "notes.md"], 0, ""],
    ["an empty file", ["check", "empty.txt"], 0, ""],
    ["a report with an error", ["check", "broken.txt"], 1, ""],
    ["a warning", ["check", "doubtful.txt"], 0, ""],
    ["a warning too many", ["check", "doubtful.txt", "--max-warnings", "0"], 1, "Warnings: 1, allowed: 0."],
    ["a file that is not there", ["check", "gone.txt"], 2, "gone.txt: There is no such file or folder."],
    ["a binary file", ["check", "picture.txt"], 2, "picture.txt: This is no text file"],
    ["a folder without reports", ["check", "nothing"], 2, "nothing: This folder holds no report files"],
    ["a pattern that fits nothing", ["check", "*.rtf"], 2, "*.rtf: No file fits this pattern."],
    [
      "the wrong encoding",
      ["check", "clean.txt", "--encoding", "utf-16le"],
      2,
      "This is no text in utf-16le.",
    ],
    [
      "a rule there is not",
      ["check", "clean.txt", "--config", "rules.yaml"],
      2,
      "There is no rule “no/such”.",
    ],
    [
      "a configuration that is not there",
      ["check", ".", "--config", "no.yaml"],
      2,
      "no.yaml: There is no such",
    ],
    [
      "a baseline that is none",
      ["check", ".", "--baseline", "notes.md"],
      2,
      "notes.md: this is no baseline.",
    ],
    ["no command", [], 2, "Name a command"],
    ["an unknown command", ["weigh", "a", "--to", "b"], 2, "There is no command “weigh”."],
    ["an unknown option", ["check", "--loud"], 2, "There is no option --loud."],
    ["no path", ["check"], 2, "Name a file, a folder, a pattern"],
    [
      "a format that the command does not write",
      ["tables", "a", "--format", "sarif"],
      2,
      "writes text, json",
    ],
    ["several files to print", ["format", "clean.txt", "broken.txt"], 2, "These are 2 files"],
    ["a baseline to write without a name", ["check", ".", "--write-baseline"], 2, "needs --baseline FILE"],
    ["no layout", ["convert", "clean.txt"], 2, "--to must say which: tab, pipe, html, flat."],
    ["a page's tables in lines", ["convert", "page.html", "--to", "tab"], 2, "tables can only be HTML"],
    ["two files where one is wanted", ["tables", "clean.txt", "broken.txt"], 2, "Name one file."],
    ["two files where one is wanted", ["outline", "*.txt"], 2, "Name one file; “*.txt” names"],
    [
      "a format for findings",
      ["outline", "clean.txt", "--format", "sarif"],
      2,
      "gouji outline writes text, json, ndjson, not “sarif”, which is written by: gouji check.",
    ],
    ["help for no command", ["help", "weigh"], 2, "There is no command “weigh”."],
    ["help", ["--help"], 0, ""],
    ["help of a command", ["check", "--help"], 0, ""],
  ])("%s", async (_, args, status, sentence) => {
    const outcome = await cli.run(args);
    expect(outcome.stderr).toContain(sentence);
    if (sentence === "") expect(outcome.stderr).toBe("");
    expect(outcome.status).toBe(status);
  });

  test("one file that cannot be read does not stop the others", async () => {
    const outcome = await cli.run([
      "check",
      "gone.txt",
      "picture.txt",
      "broken.txt",
      "clean.txt",
      "--format",
      "json",
    ]);
    const json = JSON.parse(outcome.stdout);
    expect(json.files.map(({ path }: { path: string }) => path)).toEqual(["broken.txt", "clean.txt"]);
    expect(json.failures.map(({ path }: { path: string }) => path)).toEqual(["gone.txt", "picture.txt"]);
    expect(outcome.status).toBe(2);
  });

  test("speaks the language of the environment, or the one asked for", async () => {
    const env = { LC_ALL: "zh_CN.UTF-8" };
    expect((await cli.run(["--help"], { env })).stdout).toContain("命令：");
    expect((await cli.run(["nope"], { env })).stderr).toContain("没有“nope”这个命令。");
    expect((await cli.run(["check", "--help", "--locale", "en"], { env })).stdout).toContain("Options:");
    expect((await cli.run(["check", "gone.txt", "--locale=zh-cn"])).stderr).toContain("没有此文件或文件夹。");
  });

  test("--version is the package's", async () => {
    expect((await cli.run(["--version"])).stdout).toBe(`${version}\n`);
  });
});

describe("what is checked", () => {
  test("a folder is searched for reports, each file once", async () => {
    cli.write({
      "tree/a.txt": clean,
      "tree/B.TXT": clean,
      "tree/deep/er/c.markdown": clean,
      "tree/d.htm": "<p>甲</p>",
      "tree/e.csv": clean,
      "tree/node_modules/f.txt": clean,
    });
    const { stdout, status } = await cli.run([
      "check",
      "tree",
      "tree/a.txt",
      "tree/*.txt",
      "--format",
      "json",
    ]);
    const paths = JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(["tree/B.TXT", "tree/a.txt", "tree/d.htm", "tree/deep/er/c.markdown"]);
    expect(status).toBe(0);
  });

  test("gouji.yaml rules its folder: what is searched, and how severe a finding is", async () => {
    cli.write({
      "ruled/gouji.yaml": 'include: ["**/*.md"]\nexclude: ["drafts/**"]\n',
      "ruled/a.md": doubtful,
      "ruled/a.txt": doubtful,
      "ruled/drafts/b.md": doubtful,
      "ruled/strict/gouji.yaml": "",
      "ruled/strict/c.txt": doubtful,
    });
    const { stdout } = await cli.run(["check", "ruled", "--format", "ndjson"]);
    const paths = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).path);
    expect(paths).toEqual(["ruled/a.md", "ruled/strict/c.txt", undefined]);
  });

  test("gouji.yaml rules what patterns find, and no file that is named", async () => {
    cli.write({
      "globbed/gouji.yaml": 'exclude: ["drafts/**"]\n',
      "globbed/a.md": doubtful,
      "globbed/notes.yaml": "a: 1\n",
      "globbed/drafts/b.md": doubtful,
      "none/gouji.yaml": 'include: ["*.html"]\n',
      "none/a.md": doubtful,
    });
    const checked = async (...args: readonly string[]): Promise<unknown> => {
      const { stdout } = await cli.run(["check", ...args, "--format", "json"]);
      const { files, failures } = JSON.parse(stdout);
      return [...files, ...failures].map(({ path, message }) => message ?? path);
    };
    expect(await checked("globbed/**/*.md")).toEqual(["globbed/a.md"]);
    expect(await checked("globbed/*")).toEqual(["globbed/a.md"]);
    expect(await checked("globbed/drafts/b.md")).toEqual(["globbed/drafts/b.md"]);
    expect(await checked("globbed/*.yaml", "globbed/drafts/*")).toEqual(
      Array(2).fill("No file that fits this pattern is a report file by its ending and by gouji.yaml."),
    );
    expect(await checked("none")).toEqual([
      "None of this folder's report files is one by “include” and “exclude” of gouji.yaml.",
    ]);
  });

  test.each(["json", "ndjson", "sarif", "junit", "github"])(
    "a broken configuration is told in %s too",
    async (format) => {
      cli.write({ "broken/gouji.yaml": "rules: { no/such: off }\n", "broken/a.md": clean });
      const { stdout, stderr, status } = await cli.run(["check", "broken", "--format", format]);
      expect(status).toBe(2);
      for (const said of [stdout, stderr]) expect(said).toContain("There is no rule “no/such”.");
      if (format === "json")
        expect(JSON.parse(stdout).failures).toMatchObject([{ path: "broken/gouji.yaml" }]);
    },
  );

  test("help is there for the asking", async () => {
    const help = async (...args: readonly string[]): Promise<string> => (await cli.run(args)).stdout;
    expect(await help("help")).toBe(await help("--help"));
    expect(await help("help", "check")).toBe(await help("check", "--help"));
    expect(await help("help", "outline")).toContain("--format text|json|ndjson ");
    expect(await help("help", "--locale", "zh-cn")).toContain("命令：");
  });

  test("what is no finding is told line by line too", async () => {
    const lines = async (...args: readonly string[]): Promise<Record<string, unknown>[]> => {
      const { stdout } = await cli.run([...args, "--format", "ndjson"]);
      return stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    };
    const json = async (...args: readonly string[]): Promise<Record<string, unknown>> =>
      JSON.parse((await cli.run([...args, "--format", "json"])).stdout);
    expect(await lines("outline", "clean.txt")).toEqual((await json("outline", "clean.txt")).sections);
    expect(await lines("rules")).toEqual((await json("rules")).rules);
    const { tables, ...about } = await json("tables", "clean.txt");
    expect(await lines("tables", "clean.txt")).toEqual([about, ...(tables as [])]);
    expect(await lines("format", "clean.txt", "--check")).toEqual([
      { path: "clean.txt", changed: false },
      { failures: [] },
    ]);
    expect(await lines("fix", "clean.txt", "--dry-run")).toMatchObject([
      { path: "clean.txt" },
      { failures: [] },
    ]);
  });

  test("standard input is read as the file it is said to be", async () => {
    const { stdout, status } = await cli.run(["check", "-", "--stdin-name", "x/in.md", "--format", "json"], {
      input: broken,
    });
    const [file] = JSON.parse(stdout).files;
    expect(file.path).toBe("x/in.md");
    expect(file.isReport).toBe(true);
    expect(status).toBe(1);
  });

  test("accepted findings stay out until the file says something else", async () => {
    const first = await cli.run([
      "check",
      "broken.txt",
      "doubtful.txt",
      "--baseline",
      "base.json",
      "--write-baseline",
    ]);
    expect(first.status).toBe(0);
    cli.write({ "moved/broken.txt": "" });
    const again = await cli.run(
      ["check", "../broken.txt", "--baseline", "../base.json", "--format", "json"],
      {
        cwd: cli.path("moved"),
      },
    );
    expect(JSON.parse(again.stdout).files[0].diagnostics).toEqual([]);
    expect(again.status).toBe(0);
    const fresh = await cli.run(["check", "broken.txt", "--baseline", "base.json"]);
    expect(fresh.status).toBe(0);
    cli.write({ "broken.txt": broken.replace("(一) 予以公开\t7", "(一) 予以公开\t9") });
    expect((await cli.run(["check", "broken.txt", "--baseline", "base.json"])).status).toBe(1);
    cli.write({ "broken.txt": `\n\n${broken}` });
    expect((await cli.run(["check", "broken.txt", "--baseline", "base.json"])).status).toBe(0);
    cli.write({ "broken.txt": broken });
  });
});

describe("changing files", () => {
  /** Rows of different lengths, which formatting squares. */
  const ragged = clean.replace(/\t+$/gm, "");

  test.each(["utf-8", "gb18030", "utf-16le"] as const)(
    "format --write keeps %s, the byte order mark, CRLF and the file's mode",
    async (encoding) => {
      const text = ragged.replaceAll("\n", "\r\n");
      cli.write({ "form.txt": encodeText({ text, encoding, bom: true }) });
      chmodSync(cli.path("form.txt"), 0o640);
      expect((await cli.run(["format", "form.txt", "--check"])).status).toBe(1);
      expect((await cli.run(["format", "form.txt", "--write"])).stdout).toBe("form.txt: changed\n");
      const bytes = readFileSync(cli.path("form.txt"));
      const after = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff/, "");
      expect(bytes).toEqual(Buffer.from(encodeText({ text: after, encoding, bom: true })));
      expect(after.replaceAll("\t", "")).toBe(text.replaceAll("\t", ""));
      expect(after).not.toBe(text);
      expect(statSync(cli.path("form.txt")).mode & 0o777).toBe(0o640);
      expect((await cli.run(["format", "form.txt", "--check"])).status).toBe(0);
    },
  );

  test("a link stays a link", async () => {
    cli.write({ "target/real.txt": ragged });
    symlinkSync(cli.path("target/real.txt"), cli.path("link.txt"));
    await cli.run(["format", "link.txt", "--write"]);
    expect((await cli.run(["format", "target/real.txt", "--check"])).status).toBe(0);
    expect(readFileSync(cli.path("link.txt"), "utf8")).toBe(
      readFileSync(cli.path("target/real.txt"), "utf8"),
    );
  });

  test("format prints one file as it is stored, and leaves it", async () => {
    const stored = encodeText({ text: ragged, encoding: "gb18030", bom: false });
    cli.write({ "print.txt": stored });
    const { bytes, status } = await cli.run(["format", "print.txt"]);
    expect(status).toBe(0);
    expect(new TextDecoder("gb18030").decode(bytes)).toContain("老城区西关街道办事处");
    expect(readFileSync(cli.path("print.txt"))).toEqual(Buffer.from(stored));
  });

  test("fix leaves figures alone; --dry-run shows, --unsafe mends", async () => {
    cli.write({ "fix.txt": broken });
    const careful = await cli.run(["fix", "fix.txt"]);
    expect(careful.status).toBe(1);
    expect(readFileSync(cli.path("fix.txt"), "utf8")).toContain("(一) 予以公开\t7");
    const dry = await cli.run(["fix", "fix.txt", "--unsafe", "--dry-run"]);
    expect(dry.stdout).toContain("\n-三、本年度办理结果\t(一) 予以公开\t7\t");
    expect(dry.stdout).toContain("\n+三、本年度办理结果\t(一) 予以公开\t0\t");
    expect(readFileSync(cli.path("fix.txt"), "utf8")).toContain("(一) 予以公开\t7");
    const bold = await cli.run(["fix", "fix.txt", "--unsafe"]);
    expect(bold.status).toBe(0);
    expect(readFileSync(cli.path("fix.txt"), "utf8")).toBe(clean);
  });

  test.each([
    ["clean.txt", [], "Nothing was to be fixed; findings that need a person: 0\n"],
    ["clean.txt", ["--dry-run", "--locale", "zh-cn"], "没有可以自动修复的问题；需要人工处理的问题有 0 条\n"],
    ["doubtful.txt", ["--unsafe"], "Nothing was to be fixed; findings that need a person: 1\n"],
    ["doubtful.txt", ["--quiet"], ""],
    ["doubtful.txt", ["--format", "json"], ""],
    ["broken.txt", ["--unsafe", "--dry-run"], ""],
  ])("fix says so where nothing was to be fixed: %s %j", async (name, options, told) => {
    expect((await cli.run(["fix", name, ...options])).stderr).toBe(told);
  });

  test("convert prints the tables in another layout, and every figure is still read", async () => {
    const { stdout, status } = await cli.run(["convert", "clean.txt", "--to", "html"]);
    expect(status).toBe(0);
    expect(stdout).toContain("<table>");
    const read = await cli.run(["tables", "-", "--stdin-name", "a.md", "--format", "json"], {
      input: stdout,
    });
    expect(JSON.parse(read.stdout).tables.flatMap(({ cells }: { cells: unknown[] }) => cells)).toHaveLength(
      200,
    );
  });
});

test("a reader that has seen enough ends the run without a word", async () => {
  cli.write({ "many.txt": broken.repeat(200) });
  const { stderr } = await cli.run(["check", "many.txt", "--format", "json"], { closeAfter: 10 });
  expect(stderr).toBe("");
});

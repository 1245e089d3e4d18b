import { beforeEach, describe, expect, test } from "vitest";
import type { DiagnosticJson } from "../../../../server/src/cli/checking/json.ts";
import { githubWriter } from "../../../../server/src/cli/writers/github.ts";
import { jsonWriter } from "../../../../server/src/cli/writers/json.ts";
import { junitWriter } from "../../../../server/src/cli/writers/junit.ts";
import { ndjsonWriter } from "../../../../server/src/cli/writers/ndjson.ts";
import { textWriter } from "../../../../server/src/cli/writers/text.ts";
import { useLocale } from "../../../../server/src/l10n.ts";
import { fileResult, summary } from "../file-result.ts";

beforeEach(() => useLocale("en"));

const TEXT = "标题\n（一）予以公开\t8\t⟦14⟧\n他说：⟦“甲⟧乙。\n";
const FINDINGS: Partial<DiagnosticJson>[] = [
  {
    code: "table3/row-total",
    message: "六类申请人合计 15，总计填 14，相差 1",
    relations: ["表三/三(一): 自然人+商业企业 = 总计"],
  },
  { code: "prose/quotes", severity: "warning", message: "引号不成对" },
];
const unread = { path: "b,c.txt", message: "50% <gone>\nreally" };
const result = fileResult(TEXT, FINDINGS);
const options = {
  locale: "en" as const,
  paint: (_: unknown, text: string) => text,
  columns: 80,
  quiet: false,
};

describe("text", () => {
  test("shows each finding with its source row and a caret below the place", () => {
    const writer = textWriter(options);
    expect(writer.file(result) + writer.end(summary, [unread])).toBe(`a.txt
  2:11  error  六类申请人合计 15，总计填 14，相差 1  table3/row-total
    （一）予以公开  8  14
                       ^^
    表三/三(一): 自然人+商业企业 = 总计
  3:4  warning  引号不成对  prose/quotes
    他说：“甲乙。
          ^^^

Files: 1, reports: 1. Errors: 1, warnings: 0, information: 0, hints: 0. Of 42 relations 40 hold. Not checked: 1.
`);
  });

  test("speaks Chinese", () => {
    useLocale("zh-cn");
    const writer = textWriter({ ...options, locale: "zh-cn" });
    expect(writer.file(result)).toContain("  2:11  错误  六类");
    expect(writer.end(summary, [])).toBe(
      "文件 1 个，年报 1 份。错误 1 条，警告 0 条，信息 0 条，提示 0 条。勾稽关系 42 条，成立 40 条。\n",
    );
  });

  test("says nothing of a file without findings, and has no summary where it is to be quiet", () => {
    const writer = textWriter({ ...options, quiet: true });
    expect(writer.file(fileResult("甲"))).toBe("");
    expect(writer.end(summary, [])).toBe("");
  });

  test("a finding on an empty row has no excerpt, and one over several rows shows the first", () => {
    const writer = textWriter(options);
    expect(writer.file(fileResult("⟦⟧\n甲", [{ message: "M" }]))).toBe(
      "a.txt\n  1:1  error  M  topic/what\n\n",
    );
    expect(writer.file(fileResult("甲⟦乙\n丙⟧", [{ message: "M" }]))).toContain("\n    甲乙\n      ^^\n");
  });
});

describe("json and ndjson", () => {
  test("hold the same", () => {
    const json = jsonWriter();
    expect(json.file(result)).toBe("");
    const content = { files: [result.file], failures: [unread], summary };
    expect(JSON.parse(json.end(summary, [unread]))).toEqual({ version: 1, ...content });
    const ndjson = ndjsonWriter();
    const lines = (ndjson.file(result) + ndjson.end(summary, [unread])).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([result.file, { summary, failures: [unread] }]);
  });
});

describe("github", () => {
  test("writes an annotation for each finding and each file that was not read, escaped", () => {
    const writer = githubWriter();
    expect(writer.file(result) + writer.end(summary, [unread])).toBe(
      [
        "::error file=a.txt,line=2,endLine=2,col=11,endColumn=13,title=table3/row-total::六类申请人合计 15，总计填 14，相差 1",
        "::warning file=a.txt,line=3,endLine=3,col=4,endColumn=6,title=prose/quotes::引号不成对",
        "::error file=b%2Cc.txt::50%25 <gone>%0Areally",
        "",
      ].join("\n"),
    );
  });

  test("a finding over several rows has no columns, which only count on one row; a hint is a notice", () => {
    expect(githubWriter().file(fileResult("甲⟦乙\n丙⟧", [{ severity: "hint", message: "M" }]))).toBe(
      "::notice file=a.txt,line=1,endLine=2,title=topic/what::M\n",
    );
  });
});

describe("junit", () => {
  test("fails a case for each error, and only for errors", () => {
    const writer = junitWriter();
    expect(writer.file(result)).toBe("");
    writer.file(fileResult("甲", [], { path: "clean.txt" }));
    expect(writer.end(summary, [unread])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="gouji" failures="1" errors="1" time="0.003">
  <testsuite name="a.txt" tests="2" failures="1" errors="0">
    <testcase classname="a.txt" name="table3/row-total (2:11)"><failure type="table3/row-total" message="六类申请人合计 15，总计填 14，相差 1">a.txt:2:11: 六类申请人合计 15，总计填 14，相差 1</failure></testcase>
    <testcase classname="a.txt" name="prose/quotes (3:4)"><system-out>warning: a.txt:3:4: 引号不成对</system-out></testcase>
  </testsuite>
  <testsuite name="clean.txt" tests="1" failures="0" errors="0">
    <testcase classname="clean.txt" name="gouji"/>
  </testsuite>
  <testsuite name="b,c.txt" tests="1" failures="0" errors="1">
    <testcase classname="b,c.txt" name="gouji"><error message="50% &lt;gone&gt;&#10;really"/></testcase>
  </testsuite>
</testsuites>
`);
  });

  test("what XML cannot hold is replaced", () => {
    const writer = junitWriter();
    writer.file(fileResult("⟦甲⟧", [{ message: 'a\u0001"<&>\ud800😀' }]));
    expect(writer.end(summary, [])).toContain('message="a\ufffd&quot;&lt;&amp;&gt;\ufffd😀"');
  });
});

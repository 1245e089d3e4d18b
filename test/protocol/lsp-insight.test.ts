import { afterEach, describe, expect, test } from "vitest";
import type {
  CompletionItem,
  DocumentHighlight,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SemanticTokens,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { indexLines } from "../../server/src/text/lines.ts";
import { reportText } from "../unit/rules/report-text.ts";
import { type Editor, startEditor } from "./lsp.ts";
import { brokenReport } from "./lsp-reports.ts";

const URI = "file:///reports/a.txt";
const TEXT = brokenReport();
const lines = indexLines(TEXT);
/** Where 7 stands for 8. */
const FIGURE = lines.positionAt(TEXT.indexOf("（一）予以公开\t") + "（一）予以公开\t".length + 1);

let editor: Editor;
afterEach(() => editor.stop());

async function ask<T>(method: string, extra: object = {}, text = TEXT): Promise<T> {
  editor = await startEditor();
  await editor.open(URI, "plaintext", text);
  return editor.client.sendRequest(method, { textDocument: { uri: URI }, ...extra });
}

const at = (position: Position, length = 1): object => ({
  start: position,
  end: { line: position.line, character: position.character + length },
});

describe("a figure", () => {
  test("says what it is under the pointer", async () => {
    const hover = await ask<Hover>("textDocument/hover", { position: FIGURE });
    expect(hover.contents).toMatchObject({
      kind: "markdown",
      value: expect.stringMatching(/^\*\*表三 （一）予以公开\/自然人\*\*: 7\n\n✗ [^\n]+\n✗ [^\n]+$/),
    });
    expect(hover.range).toEqual(at(FIGURE));
  });

  test("highlights the totals it goes into", async () => {
    const found = await ask<DocumentHighlight[]>("textDocument/documentHighlight", { position: FIGURE });
    const text = (one: DocumentHighlight): string =>
      TEXT.slice(lines.offsetAt(one.range.start), lines.offsetAt(one.range.end));
    expect(found.map((one) => [text(one), one.kind])).toEqual([
      ["7", 1],
      ["8", 3],
      ["8", 3],
    ]);
  });

  test("is taken apart for the preview, each operand with its place", async () => {
    const found = await ask<{ cell: string; relations: { status: string; left: { range: object }[] }[] }>(
      "gouji/inspect",
      { position: FIGURE },
    );
    expect(found.cell).toBe("表三 （一）予以公开/自然人");
    expect(found.relations.map(({ status }) => status)).toEqual(["fails", "fails"]);
    expect(found.relations[0]?.left[0]?.range).toEqual(at(FIGURE));
  });
});

describe("a claim and its cell lead to each other", () => {
  const said = "收到政府信息公开申请⟦8⟧件";
  const marked = TEXT.replace("与2022年相比，申请数量持平。", `2023年${said}。`).replace(
    /(一、本年新收政府信息公开申请数量[\t]*(?:\d+\t){6})(8)/,
    "$1⟦$2⟧",
  );
  const text = marked.replace(/[⟦⟧]/g, "");
  const own = indexLines(text);
  const [claim, cell] = [...marked.matchAll(/⟦/g)].map(({ index }, at): Range => {
    const start = index - 2 * at;
    return { start: own.positionAt(start), end: own.positionAt(start + 1) };
  });
  if (claim === undefined || cell === undefined) throw new Error("two marks");

  test("from the number in the text to the cell", async () => {
    const found = await ask<Location[]>("textDocument/definition", { position: claim.start }, text);
    expect(found).toEqual([{ uri: URI, range: cell }]);
  });

  test("from the cell to the number in the text, and to the totals that it goes into", async () => {
    const asked = { position: cell.start, context: { includeDeclaration: false } };
    const found = await ask<Location[]>("textDocument/references", asked, text);
    expect(found[0]).toEqual({ uri: URI, range: claim });
    expect(found.length).toBeGreaterThan(1);
  });
});

test("colours are told by line, from the top", async () => {
  const { data } = await ask<SemanticTokens>("textDocument/semanticTokens/full");
  expect(data.slice(0, 5)).toEqual([0, 0, "东风街道2023年政府信息公开工作年度报告".length, 0, 0]);
  let line = 0;
  const types: number[] = [];
  for (let i = 0; i < data.length; i += 5) {
    line += data[i] ?? 0;
    types.push(data[i + 3] ?? -1);
  }
  expect(line).toBeLessThan(lines.lineCount);
  expect(types.filter((type) => type === 2)).toHaveLength(200);
});

test("the preview is of the newest text and marks what is wrong", async () => {
  const first = await ask<{ html: string; version: number }>("gouji/preview");
  expect(first.html.match(/class="failing"/g)).toHaveLength(1);
  await editor.edit(URI, at(FIGURE) as never, "8");
  const second = await editor.client.sendRequest<typeof first>("gouji/preview", {
    textDocument: { uri: URI },
  });
  expect(second.version).toBeGreaterThan(first.version);
  expect(second.html).not.toContain("failing");
});

test("a text that is no report has nothing to say", async () => {
  const nothing = "# Shopping\n\n1. 苹果 3\n";
  expect(await ask("textDocument/hover", { position: { line: 2, character: 6 } }, nothing)).toBeNull();
  expect(
    await editor.client.sendRequest("gouji/inspect", { textDocument: { uri: URI }, position: FIGURE }),
  ).toBeNull();
  const tokens = await editor.client.sendRequest<SemanticTokens>("textDocument/semanticTokens/full", {
    textDocument: { uri: URI },
  });
  expect(tokens.data).toEqual([]);
});

test("the sum of a total is offered where the total stands", async () => {
  const total = lines.positionAt(TEXT.indexOf("\t8", lines.offsetAt(FIGURE)) + 1);
  const offers = await ask<CompletionItem[]>("textDocument/completion", { position: total });
  expect(offers.map(({ label, textEdit }) => [label, textEdit])).toEqual([
    ["7", { range: at(total), newText: "7" }],
  ]);
  // An editor compares what stands there with this, and would hide the sum.
  expect(offers[0]).toMatchObject({ filterText: "8", preselect: true });
});

test("of a file with many reports the preview shows the one at a position, and says which part of the text that is", async () => {
  const second = reportText({ year: 2022 });
  const text = TEXT + second;
  const position = indexLines(text).positionAt(text.length - 1);
  const { html, range } = await ask<{ html: string; range: Range }>("gouji/preview", { position }, text);
  expect(html.match(/<article>/g)).toHaveLength(1);
  const own = indexLines(text);
  expect(text.slice(own.offsetAt(range.start), own.offsetAt(range.end))).toBe(second);
  const all = await editor.client.sendRequest<{ html: string }>("gouji/preview", {
    textDocument: { uri: URI },
  });
  expect(all.html.match(/<article>/g)).toHaveLength(2);
});

test("the preview leaves its marks out where it is to be printed", async () => {
  const marked = await ask<{ html: string }>("gouji/preview");
  await editor.stop();
  const plain = await ask<{ html: string }>("gouji/preview", { plain: true });
  expect(marked.html).toContain("failing");
  expect(plain.html).not.toContain("failing");
  expect(plain.html.replace(/<[^>]*>/g, "")).toBe(marked.html.replace(/<[^>]*>/g, ""));
});

test("the status counts relations, and tells of tables between tabs", async () => {
  expect(await ask("gouji/status")).toEqual({
    reports: 1,
    relations: 42,
    holding: 40,
    errors: 1,
    warnings: 0,
    hasTabTables: true,
  });
});

test("figures between tabs are told apart by the room before them, so that an editor can draw columns", async () => {
  type Padding = Position & { narrow: number; wide: number };
  const paddings = await ask<Padding[]>("gouji/alignment", { tabSize: 4 });
  const own = paddings.find(({ line }) => line === FIGURE.line);
  expect(own).toEqual({ ...FIGURE, narrow: expect.any(Number), wide: expect.any(Number) });
  expect(new Set(paddings.map(({ line }) => line)).size).toBe(paddings.length);
});

test("figures that stand alone on their lines say what they count, until they are told not to", async () => {
  const text = reportText({ layout: "flat" });
  const end = indexLines(text).positionAt(text.length);
  const asked = { range: { start: { line: 0, character: 0 }, end } };
  const hints = await ask<InlayHint[]>("textDocument/inlayHint", asked, text);
  expect(hints).toHaveLength(200);
  expect(hints.slice(-15, -13)).toMatchObject([
    { label: "行政复议 结果维持", tooltip: "表四 行政复议/结果维持", position: { character: 1 } },
    { label: "行政复议 结果纠正", tooltip: "表四 行政复议/结果纠正", position: { character: 1 } },
  ]);
  await editor.changeSettings({ nameColumns: { enable: false } });
  expect(editor.hintRefreshes()).toBe(1);
  const off = await editor.client.sendRequest("textDocument/inlayHint", {
    textDocument: { uri: URI },
    ...asked,
  });
  expect(off).toBeNull();
});

test("hovers and completion can be switched off", async () => {
  const total = lines.positionAt(TEXT.indexOf("\t8", lines.offsetAt(FIGURE)) + 1);
  const asked = { textDocument: { uri: URI }, position: total };
  expect(await ask("textDocument/hover", asked)).not.toBeNull();
  await editor.changeSettings({ hover: { enable: false }, completion: { enable: false } });
  expect(await editor.client.sendRequest("textDocument/hover", asked)).toBeNull();
  expect(await editor.client.sendRequest("textDocument/completion", asked)).toBeNull();
});

test("a new report is written for an editor that asks for one", async () => {
  editor = await startEditor();
  const { text } = await editor.client.sendRequest<{ text: string }>("gouji/newReport", {
    agency: "东风街道办事处",
    year: 2025,
    language: "markdown",
    layout: "pipe",
  });
  expect(text).toMatch(/^# 东风街道办事处2025年政府信息公开工作年度报告\n/);
  await editor.open(URI, "markdown", text);
  expect((await editor.diagnostics(URI)).map(({ code }) => code)).not.toContain("section/missing");
});

test("the agency is renamed through the whole report", async () => {
  const position = { line: 0, character: 1 };
  const range = await ask("textDocument/prepareRename", { position });
  expect(range).toEqual(at({ line: 0, character: 0 }, "东风街道".length));
  const request = { textDocument: { uri: URI }, position, newName: "西关街道" };
  const edit = await editor.client.sendRequest<WorkspaceEdit>("textDocument/rename", request);
  expect(edit.changes?.[URI]).toHaveLength(TEXT.split("东风街道").length - 1);
  const refused = editor.client.sendRequest("textDocument/rename", { ...request, newName: " " });
  await expect(refused).rejects.toThrow("Please enter a name.");
});

test("the agency and the year are edited at all their places at once", async () => {
  type Linked = { ranges: Range[]; wordPattern: string } | null;
  const linked = await ask<Linked>("textDocument/linkedEditingRange", {
    position: { line: 0, character: 1 },
  });
  expect(linked?.ranges).toHaveLength(TEXT.split("东风街道").length - 1);
  expect(linked?.ranges[0]).toEqual(at({ line: 0, character: 0 }, "东风街道".length));
  expect(new RegExp(`^${linked?.wordPattern}$`).test("西关街道办事处")).toBe(true);
  expect(new RegExp(`^${linked?.wordPattern}$`).test("东风街道2023")).toBe(false);
  await editor.stop();
  const year = { line: 0, character: TEXT.indexOf("2023") + 1 };
  const years = await ask<Linked>("textDocument/linkedEditingRange", { position: year });
  expect(years?.ranges.length).toBeGreaterThan(1);
  expect(years?.wordPattern).toBe("\\d*");
  await editor.stop();
  expect(await ask("textDocument/linkedEditingRange", { position: FIGURE })).toBeNull();
});

test("keys ask whether a figure stands there, and which comes next", async () => {
  expect(await ask("gouji/atFigure", { position: FIGURE })).toBe(true);
  await editor.stop();
  expect(await ask("gouji/atFigure", { position: { line: 0, character: 0 } })).toBe(false);
  await editor.stop();
  const next = { line: FIGURE.line, character: FIGURE.character + 2 };
  expect(await ask("gouji/cellFrom", { position: FIGURE, move: "next" })).toEqual(at(next));
  await editor.stop();
  expect(await ask("gouji/cellFrom", { position: { line: 0, character: 0 }, move: "next" })).toBeNull();
});

import { afterEach, describe, expect, test } from "vitest";
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SymbolInformation,
} from "vscode-languageserver/node";
import { samples } from "../unit/samples.ts";
import { type Editor, poor, rangeOf, rich, startEditor } from "./lsp.ts";
import { cleanReport } from "./lsp-reports.ts";

const URI = "file:///reports/a.txt";
const REPORT = cleanReport();

let editor: Editor;
afterEach(() => editor.stop());

async function ask<T>(
  method: string,
  text: string,
  extra: object = {},
  languageId = "plaintext",
): Promise<T> {
  await editor.open(URI, languageId, text);
  const answer: T = await editor.client.sendRequest(`textDocument/${method}`, {
    textDocument: { uri: URI },
    ...extra,
  });
  await editor.close(URI);
  return answer;
}

const names = (symbols: readonly DocumentSymbol[]): string[] =>
  symbols.flatMap(({ name, children }) => [name, ...names(children ?? [])]);

describe("the outline", () => {
  test("is a tree: the report, its sections, their parts and tables", async () => {
    editor = await startEditor();
    const [report, ...more] = await ask<DocumentSymbol[]>("documentSymbol", REPORT);
    expect(more).toEqual([]);
    expect(report?.name).toContain("年度报告");
    expect(report?.children?.map(({ name }) => name)).toEqual([
      "一、总体情况",
      "二、主动公开政府信息情况",
      "三、收到和处理政府信息公开申请情况",
      expect.stringContaining("四、"),
      "五、存在的主要问题及改进情况",
      "六、其他需要报告的事项",
    ]);
    expect(names(report?.children?.[2]?.children ?? [])).toEqual([expect.stringContaining("表三")]);
  });

  test("holds, of each entry, its name within it and its children", async () => {
    editor = await startEditor();
    const inside = (symbols: readonly DocumentSymbol[], around?: DocumentSymbol): void => {
      for (const symbol of symbols) {
        const { range, selectionRange, children = [] } = symbol;
        expect(covers(range, selectionRange)).toBe(true);
        if (around !== undefined) expect(covers(around.range, range)).toBe(true);
        expect(symbol.name.trim()).not.toBe("");
        inside(children, symbol);
      }
    };
    for (const { text } of samples()) {
      const symbols = await ask<DocumentSymbol[]>("documentSymbol", text);
      expect(symbols.length).toBeGreaterThan(0);
      inside(symbols);
    }
  });

  test("is flat for an editor that knows no tree", async () => {
    editor = await startEditor({ capabilities: poor });
    const flat = await ask<SymbolInformation[]>("documentSymbol", REPORT);
    expect(flat[0]).toMatchObject({ name: expect.stringContaining("年度报告"), location: { uri: URI } });
    expect(flat[0]).not.toHaveProperty("containerName");
    expect(flat[1]).toMatchObject({ name: "一、总体情况", containerName: flat[0]?.name });
  });

  test("in markdown is left to an editor that has one of its own, where that one is right", async () => {
    const markdown = cleanReport({ language: "markdown", layout: "pipe" });
    const plain = cleanReport({ layout: "pipe" });
    const own = { initializationOptions: { builtInMarkdownOutline: true } };
    editor = await startEditor(own);
    expect(await ask("documentSymbol", markdown, {}, "markdown")).toEqual([]);
    expect(await ask<unknown[]>("documentSymbol", plain, {}, "markdown")).not.toEqual([]);
    expect(await ask<unknown[]>("documentSymbol", plain)).not.toEqual([]);
    await editor.stop();
    editor = await startEditor();
    expect(await ask<unknown[]>("documentSymbol", markdown, {}, "markdown")).not.toEqual([]);
  });
});

describe("folding", () => {
  test("has the sections and tables, each over several lines", async () => {
    editor = await startEditor();
    const foldings = await ask<FoldingRange[]>("foldingRange", REPORT);
    const lines = REPORT.split("\n");
    expect(foldings.map(({ startLine }) => lines[startLine])).toContain("一、总体情况");
    for (const { startLine, endLine } of foldings) expect(endLine).toBeGreaterThan(startLine);
  });

  test("has no more than the editor takes", async () => {
    const textDocument = { ...rich.textDocument, foldingRange: { rangeLimit: 2 } };
    editor = await startEditor({ capabilities: { ...rich, textDocument } });
    expect(await ask<FoldingRange[]>("foldingRange", REPORT)).toHaveLength(2);
  });
});

describe("selection", () => {
  test("grows from the cell outwards", async () => {
    editor = await startEditor();
    const { start } = rangeOf(REPORT, "8\t0\t0\t0\t0\t0\t8");
    const [inner, other] = await ask<SelectionRange[]>("selectionRange", REPORT, {
      positions: [start, { line: 0, character: 0 }],
    });
    expect(other?.range.start).toEqual({ line: 0, character: 0 });
    const chain: SelectionRange[] = [];
    for (let one = inner; one !== undefined; one = one.parent) chain.push(one);
    expect(chain.length).toBeGreaterThan(2);
    expect(chain[0]?.range).toEqual({ start, end: { ...start, character: start.character + 1 } });
    for (const { range, parent } of chain) {
      if (parent !== undefined) expect(covers(parent.range, range)).toBe(true);
    }
  });
});

type Span = DocumentSymbol["range"];

function covers(outer: Span, inner: Span): boolean {
  const before = (a: Span["start"], b: Span["start"]): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

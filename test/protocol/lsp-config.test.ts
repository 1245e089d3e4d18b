import { afterEach, describe, expect, test } from "vitest";
import type { CompletionItem, Hover } from "vscode-languageserver/node";
import type { FileSystem } from "../../server/src/workspace/file-system.ts";
import { type Editor, edited, poor, rangeOf, type Start, startEditor } from "./lsp.ts";

const FOLDER = "file:///office";
const CONFIG = `${FOLDER}/gouji.yaml`;
const NOTES = `${FOLDER}/notes/budget.md`;

/** No statutory report, but a table that gouji.yaml asks something of. */
const budget =
  "# 附件\n\n经费收支\n\n| 项目 | 本年 |\n| --- | --- |\n| 人员经费 | 1 |\n| 公用经费 | 2 |\n| 合计 | 4 |\n";
const relation = 'relations:\n  - { table: 经费收支, check: "合计 = 人员经费 + 公用经费" }\n';

/** A folder with one gouji.yaml, and how often it was read. */
function diskWith(text: string): FileSystem & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    list: async () => [CONFIG],
    async read(uri) {
      reads.push(uri);
      return uri === CONFIG ? { text } : { failure: "unreadable" };
    },
  };
}

let editor: Editor;
async function start(options: Start = {}): Promise<Editor> {
  editor = await startEditor({ folder: FOLDER, ...options });
  return editor;
}
afterEach(() => editor.stop());

const codesIn = async (uri: string): Promise<unknown[]> =>
  (await editor.diagnostics(uri)).map(({ code }) => code);

describe("a gouji.yaml", () => {
  test("is told of its mistakes where they are", async () => {
    const { open, diagnostics } = await start();
    const text = "rules: { table/totals: off }\nrelations:\n  - table: 经费收支\n    check: 合计 = = 1\n";
    await open(CONFIG, "yaml", text);
    expect(await diagnostics(CONFIG)).toEqual([
      {
        range: rangeOf(text, "table/totals"),
        severity: 1,
        source: "gouji",
        message: "There is no rule “table/totals”; is “table/total” meant?",
      },
      {
        range: rangeOf(text, "=", text.lastIndexOf("=")),
        severity: 1,
        source: "gouji",
        message: "At “=”, expected the name of a row or column, or a number.",
      },
    ]);
  });

  test("is told by itself where the editor does not ask", async () => {
    const { open, edit, pause, settled, published } = await start({ capabilities: poor });
    await open(CONFIG, "yaml", "rule: {}\n");
    await settled();
    pause();
    await settled();
    expect(published.at(-1)).toMatchObject({ uri: CONFIG, version: 1, diagnostics: [{ source: "gouji" }] });
    await edit(CONFIG, rangeOf("rule", "rule"), "rules");
    await settled();
    pause();
    await settled();
    expect(published.at(-1)).toEqual({ uri: CONFIG, version: 2, diagnostics: [] });
  });

  test("is told of names that the open files lack", async () => {
    const { open, diagnostics } = await start();
    const text = relation.replace("公用经费", "公用费");
    await open(NOTES, "markdown", budget);
    await open(CONFIG, "yaml", text);
    expect(await diagnostics(CONFIG)).toMatchObject([
      {
        range: rangeOf(text, "公用费"),
        severity: 2,
        message: "Table “经费收支” has no row and no column “公用费”; is “公用经费” meant?",
      },
    ]);
  });

  test("is completed with keys, and with the names of the open files", async () => {
    const { open, client } = await start();
    const complete = async (text: string): Promise<CompletionItem[]> =>
      client.sendRequest("textDocument/completion", {
        textDocument: { uri: CONFIG },
        position: rangeOf(text, "人员").end,
      });
    await open(NOTES, "markdown", budget);
    const text = "relations:\n  - table: 经费收支\n    check: 合计 = 人员\n";
    await open(CONFIG, "yaml", text);
    const item = (await complete(text)).find(({ label }) => label === "人员经费");
    const edit = item?.textEdit;
    if (edit === undefined || !("range" in edit)) throw new Error("no edit");
    expect(edited(text, [edit])).toBe(text.replace("人员", "人员经费"));
  });
});

describe("what a gouji.yaml asks of tables", () => {
  test("is asked of the files below it, as it is typed", async () => {
    const { open, edit, settled, pause, refreshes } = await start();
    await open(CONFIG, "yaml", relation);
    await open(NOTES, "markdown", budget);
    await settled();
    expect(await codesIn(NOTES)).toEqual(["table/own-relation"]);
    const before = refreshes();
    await edit(CONFIG, rangeOf(relation, "公用经费"), "公用经费 + 1");
    await settled();
    pause();
    await settled();
    expect(refreshes()).toBe(before + 1);
    expect(await codesIn(NOTES)).toEqual([]);
  });

  test("is asked of a text that is no report while nothing else is open, reading but the gouji.yaml files", async () => {
    const files = diskWith(relation);
    const { open, settled } = await start({ files });
    await open(NOTES, "markdown", budget);
    await codesIn(NOTES);
    await settled();
    expect(await codesIn(NOTES)).toEqual(["table/own-relation"]);
    expect(files.reads.sort()).toEqual([CONFIG, `${FOLDER}/notes/gouji.yaml`]);
  });

  test("explains itself at each figure of such a table", async () => {
    const { open, client, settled } = await start();
    await open(CONFIG, "yaml", relation);
    await open(NOTES, "markdown", budget);
    await settled();
    await codesIn(NOTES);
    const position = rangeOf(budget, "| 人员经费 | ").end;
    const asked = { textDocument: { uri: NOTES }, position };
    const hover: Hover = await client.sendRequest("textDocument/hover", asked);
    expect(hover.contents).toMatchObject({
      value: expect.stringContaining("✗ 合计 = 人员经费 + 公用经费: "),
    });
    const highlights: unknown[] = await client.sendRequest("textDocument/documentHighlight", asked);
    expect(highlights).toMatchObject([{ kind: 1 }, { kind: 3 }]);
    const inspection: { relations: unknown[] } = await client.sendRequest("gouji/inspect", asked);
    expect(inspection.relations).toMatchObject([{ status: "fails", comparison: "≠" }]);
  });

  test("holds after it is closed, as it is on disk", async () => {
    const { open, close, settled } = await start({ files: diskWith(relation) });
    await open(NOTES, "markdown", budget);
    await open(CONFIG, "yaml", "rules: {}\n");
    await settled();
    expect(await codesIn(NOTES)).toEqual([]);
    await close(CONFIG);
    await settled();
    expect(await codesIn(NOTES)).toEqual(["table/own-relation"]);
  });
});

import { afterEach, describe, expect, test } from "vitest";
import type { CodeAction, CodeActionContext, Diagnostic, Range } from "vscode-languageserver/node";
import { type Editor, edited, poor, rangeOf, rich, type Start, startEditor } from "./lsp.ts";
import { brokenReport, cleanReport, LETTER } from "./lsp-reports.ts";

const URI = "file:///reports/a.txt";

let editor: Editor;
afterEach(() => editor.stop());

interface Asked extends Partial<CodeActionContext> {
  readonly start?: Start;
  readonly languageId?: string;
  readonly range?: Range;
}

/** The actions offered at a stretch of a text, which is marked ⟦…⟧ (‸ for a cursor) where no range is given. */
async function actionsAt(marked: string, asked: Asked = {}): Promise<CodeAction[]> {
  const { start, languageId = "plaintext", range, ...context } = asked;
  const text = unmarked(marked);
  editor = await startEditor(start);
  await editor.open(URI, languageId, text);
  const answer: CodeAction[] | null = await editor.client.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: range ?? markedRange(marked),
    context: { diagnostics: [], ...context },
  });
  return answer ?? [];
}

const unmarked = (marked: string): string => marked.replace(/[⟦⟧‸]/g, "");

function markedRange(marked: string): Range {
  const [before = "", inside = ""] = marked.split(/[⟦⟧‸]/);
  const end = marked.includes("⟦") ? before + inside : before;
  const at = (text: string) => {
    const lines = text.split("\n");
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: at(before), end: at(end) };
}

/** The text after an action, which must have been computed from version 1 of it. */
function applied(marked: string, action: CodeAction | undefined): string {
  const [change, ...more] = action?.edit?.documentChanges ?? [];
  expect(more).toEqual([]);
  if (change === undefined || !("edits" in change)) throw new Error(`no edit in ${JSON.stringify(action)}`);
  expect(change.textDocument).toEqual({ uri: URI, version: 1 });
  return edited(unmarked(marked), change.edits as []);
}

/** What is still wrong in a text. */
async function wrongIn(text: string, languageId = "plaintext"): Promise<Diagnostic[]> {
  await editor.open("file:///reports/b.txt", languageId, text);
  const found = await editor.diagnostics("file:///reports/b.txt");
  await editor.close("file:///reports/b.txt");
  return found;
}

const BROKEN = brokenReport();
const AT_FIGURE = BROKEN.replace("7\t0\t0\t0\t0\t0\t8", "‸7\t0\t0\t0\t0\t0\t8");
const of = (actions: CodeAction[], kind: string): CodeAction[] => actions.filter((one) => one.kind === kind);

describe("quick fixes", () => {
  test("offer the right figure, say that a figure changes, and are not preferred", async () => {
    const [fix] = of(await actionsAt(AT_FIGURE), "quickfix");
    expect(fix?.title).toContain("8");
    expect(fix?.title).toMatch(/changes a figure/);
    expect(fix).not.toHaveProperty("isPreferred");
    expect(fix?.diagnostics).toMatchObject([{ range: { start: markedRange(AT_FIGURE).start } }]);
    const text = applied(AT_FIGURE, fix);
    expect(text).toBe(BROKEN.replace("7\t0\t0\t0\t0\t0\t8", "8\t0\t0\t0\t0\t0\t8"));
    expect(await wrongIn(text)).toEqual([]);
  });

  test("speak Chinese to a Chinese editor", async () => {
    const actions = await actionsAt(AT_FIGURE, { start: { locale: "zh-cn" } });
    for (const { title } of actions) expect(title).toMatch(/\p{sc=Han}/u);
    expect(actions[0]?.title).toContain("会改动数字");
  });

  test("are also found by a diagnostic of the same line", async () => {
    const line = markedRange(AT_FIGURE).start.line;
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    expect(of(await actionsAt(BROKEN, { range }), "quickfix")).toEqual([]);
    const diagnostics = await editor.diagnostics(URI);
    await editor.stop();
    const actions = await actionsAt(BROKEN, { range, diagnostics });
    expect(of(actions, "quickfix")[0]?.title).toContain("8");
  });

  test("are preferred where they are safe and the only ones", async () => {
    const marked = cleanReport({ language: "markdown", layout: "pipe" })
      .replace("## 一、", "#### ‸一、")
      .replace("## 二、", "## 二、");
    const fixes = of(await actionsAt(marked, { languageId: "markdown" }), "quickfix");
    const preferred = fixes.filter(({ isPreferred }) => isPreferred);
    expect(preferred).toHaveLength(1);
    expect(await wrongIn(applied(marked, preferred[0]), "markdown")).toEqual([]);
  });

  test("are none where nothing is wrong, in what is no report, and in what is not open", async () => {
    expect(await actionsAt(cleanReport().replace("一、", "‸一、"))).toEqual([]);
    await editor.stop();
    expect(await actionsAt(`‸${LETTER}`, { languageId: "markdown" })).toEqual([]);
    const answer = await editor.client.sendRequest("textDocument/codeAction", {
      textDocument: { uri: "file:///elsewhere.txt" },
      range: markedRange("‸"),
      context: { diagnostics: [] },
    });
    expect(answer).toEqual([]);
  });
});

describe("silencing a rule", () => {
  test.each(["tab", "pipe", "html", "flat"] as const)(
    "here: a comment before the table, in layout %s",
    async (layout) => {
      const text = brokenReport({ layout });
      const [found] = await wrongIn2(text);
      const actions = await actionsAt(text, { range: found?.range ?? rangeOf(text, "7") });
      const here = of(actions, "quickfix").find(({ title }) => title.startsWith("Ignore here"));
      const silenced = applied(text, here);
      expect(silenced).toContain(`\n<!-- gouji-disable ${found?.code} -->\n`);
      expect(silenced.replace(/<!-- gouji-disable .* -->\n/, "")).toBe(text);
      expect(await wrongIn(silenced)).toEqual([]);
    },
  );

  test.each([
    ["plaintext", "", ""],
    ["markdown", "", ""],
    ["markdown", "---\ntitle: 年报\n---\n", ""],
    ["plaintext", "", "\r\n"],
  ])("in the file: a comment at its top (%s %j %j)", async (languageId, before, lineBreak) => {
    let text = before + brokenReport();
    if (lineBreak) text = text.replaceAll("\n", lineBreak);
    const [found] = await wrongIn2(text, languageId);
    const actions = await actionsAt(text, { range: found?.range ?? rangeOf(text, "7"), languageId });
    const inFile = of(actions, "quickfix").find(({ title }) => title.startsWith("Ignore in this file"));
    const silenced = applied(text, inFile);
    const comment = `<!-- gouji-disable ${found?.code} -->`;
    expect(silenced.indexOf(comment)).toBe(before.length);
    expect(silenced.replace(comment + (lineBreak || "\n"), "")).toBe(text);
    expect(await wrongIn(silenced, languageId)).toEqual([]);
  });

  async function wrongIn2(text: string, languageId = "plaintext"): Promise<Diagnostic[]> {
    editor = await startEditor();
    const found = await wrongIn(text, languageId);
    await editor.stop();
    expect(found).toHaveLength(1);
    return found;
  }
});

describe("fix all", () => {
  const only = ["source.fixAll.gouji"];
  const jumping = cleanReport({ language: "markdown", layout: "pipe" }).replace("## 三、", "#### 三、");

  test("takes the safe fixes of the whole document, from the text as it is now", async () => {
    const [all, ...more] = await actionsAt(`‸${jumping}`, { languageId: "markdown", only });
    expect(more).toEqual([]);
    expect(all).toMatchObject({ kind: "source.fixAll.gouji" });
    expect(await wrongIn(applied(jumping, all), "markdown")).toEqual([]);
  });

  test("changes no figure", async () => {
    expect(await actionsAt(`‸${BROKEN}`, { only })).toEqual([]);
  });

  test.each([["source"], ["source.fixAll"]])("is asked for by %s too", async (kind) => {
    expect(await actionsAt(`‸${jumping}`, { languageId: "markdown", only: [kind] })).toHaveLength(1);
  });

  test("is not computed for a light bulb", async () => {
    const actions = await actionsAt(`‸${jumping}`, { languageId: "markdown", triggerKind: 2 });
    expect(of(actions, "source.fixAll.gouji")).toEqual([]);
  });
});

describe("rewriting a table", () => {
  const only = ["refactor"];
  const inTable = (text: string): string => text.replace("其他处理", "其他‸处理");

  test.each([
    ["tab", ["pipe", "html"]],
    ["pipe", ["html", "tab"]],
    ["html", ["pipe", "tab"]],
    ["flat", ["pipe", "html", "tab"]],
  ] as const)("from layout %s to each other, the figures as they were", async (layout, targets) => {
    const text = cleanReport({ layout });
    const actions = await actionsAt(inTable(text), { only: [...only] });
    expect(actions.map(({ kind }) => kind)).toEqual(targets.map((to) => `refactor.rewrite.gouji.${to}`));
    for (const action of actions) {
      const rewritten = applied(text, action);
      expect(rewritten).not.toBe(text);
      expect(await wrongIn(rewritten)).toEqual([]);
    }
  });

  test("is offered nowhere else, nor in HTML files", async () => {
    expect(await actionsAt(cleanReport().replace("一、总", "一‸、总"), { only })).toEqual([]);
    await editor.stop();
    const html = inTable(cleanReport({ layout: "html" })).replace(/^(?!\s*<).+$/gm, "<p>$&</p>");
    expect(await actionsAt(html, { only, languageId: "html" })).toEqual([]);
  });
});

describe("what the editor can do", () => {
  test("an edit without versions for one that knows none", async () => {
    const [fix] = await actionsAt(AT_FIGURE, { start: { capabilities: poor } });
    expect(fix?.edit).toEqual({
      changes: { [URI]: [{ range: expect.anything(), newText: "8" }] },
    });
  });

  test("only the kinds asked for", async () => {
    expect(await actionsAt(AT_FIGURE, { only: ["refactor.extract"] })).toEqual([]);
    await editor.stop();
    const actions = await actionsAt(AT_FIGURE, { only: ["quickfix"] });
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(["quickfix"]));
  });

  test("no actions are offered to one that takes commands only", async () => {
    const { codeAction, ...textDocument } = rich.textDocument ?? {};
    expect(codeAction).toBeDefined();
    editor = await startEditor({ capabilities: { textDocument } });
    expect(editor.initialized.capabilities).not.toHaveProperty("codeActionProvider");
  });
});

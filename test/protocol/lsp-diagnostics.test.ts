import { afterEach, describe, expect, test } from "vitest";
import { samples } from "../unit/samples.ts";
import { type Editor, poor, rangeOf, rich, type Start, startEditor } from "./lsp.ts";
import { brokenReport, cleanReport, LETTER } from "./lsp-reports.ts";

const URI = "file:///reports/%E4%B8%9C%E9%A3%8E2023.txt";
const BROKEN = brokenReport();
const WRONG = rangeOf(BROKEN, "7\t0\t0\t0\t0\t0\t8");
const FIGURE = { start: WRONG.start, end: { ...WRONG.start, character: WRONG.start.character + 1 } };

let editor: Editor;
async function start(options: Start = {}): Promise<Editor> {
  editor = await startEditor(options);
  return editor;
}
afterEach(() => editor.stop());

describe("an editor that pulls diagnostics", () => {
  test("gets the wrong figure, what is wrong with it and where that is explained", async () => {
    const { open, diagnostics } = await start();
    await open(URI, "plaintext", BROKEN);
    const [found, ...more] = await diagnostics(URI);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      range: FIGURE,
      severity: 1,
      source: "gouji",
      code: expect.stringMatching(/^table3\//),
      codeDescription: { href: expect.stringMatching(/^https:.*table3-.*\.md$/) },
    });
    expect(found?.relatedInformation?.length).toBeGreaterThan(0);
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(URI);
  });

  test.each([
    ["zh-cn", "# 表三", "默认严重程度：错误"],
    ["en", "# 表三: ", "Default severity: error"],
  ])("may show the pages of the rules itself, in its language: %s", async (locale, title, severity) => {
    const { open, diagnostics, client } = await start({
      locale,
      initializationOptions: { rulePages: "pages:/" },
    });
    await open(URI, "plaintext", BROKEN);
    const href = (await diagnostics(URI))[0]?.codeDescription?.href;
    expect(href).toMatch(/^pages:\/table3-.*\.md$/);
    const file = href?.slice("pages:/".length);
    const page = await client.sendRequest<string>("gouji/rulePage", { file });
    expect(page.startsWith(title)).toBe(true);
    expect(page).toContain(severity);
    expect(await client.sendRequest("gouji/rulePage", { file: "no/rule.md" })).toBeNull();
  });

  test.each([
    ["zh-cn", /\p{sc=Han}.*(?:合计|相差|应为)/u],
    ["en", /add up|should be|says/],
  ])("is spoken to in its language: %s", async (locale, expected) => {
    const { open, diagnostics } = await start({ locale });
    await open(URI, "plaintext", BROKEN);
    expect((await diagnostics(URI))[0]?.message).toMatch(expected);
  });

  test("may say its language at the start where the protocol's word for it is not sent", async () => {
    const { open, diagnostics } = await start({ initializationOptions: { locale: "zh-CN" } });
    await open(URI, "plaintext", BROKEN);
    expect((await diagnostics(URI))[0]?.message).toMatch(/合计|相差|应为/);
  });

  test("hears that nothing has changed as long as nothing has", async () => {
    const { open, edit, pull, changeSettings } = await start();
    await open(URI, "plaintext", BROKEN);
    const first = await pull(URI);
    expect(first.resultId).toBeDefined();
    expect(await pull(URI, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await edit(URI, FIGURE, "8");
    const second = await pull(URI, first.resultId);
    expect(second).toMatchObject({ kind: "full", items: [] });
    await changeSettings({ rules: {} });
    expect(await pull(URI, second.resultId)).toMatchObject({ kind: "full" });
  });

  test("gets everything anew for a document closed and opened again with another text", async () => {
    const { open, close, pull } = await start();
    await open(URI, "plaintext", cleanReport());
    const before = await pull(URI);
    await close(URI);
    await open(URI, "plaintext", BROKEN);
    expect(await pull(URI, before.resultId)).toMatchObject({ kind: "full", items: [{ range: FIGURE }] });
  });

  test("sees each edit, also where lines end with CRLF", async () => {
    const { open, edit, diagnostics } = await start();
    const text = BROKEN.replaceAll("\n", "\r\n");
    await open(URI, "plaintext", text);
    expect(await diagnostics(URI)).toMatchObject([{ range: FIGURE }]);
    await edit(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, "\r\n");
    const line = FIGURE.start.line + 1;
    expect(await diagnostics(URI)).toMatchObject([{ range: { start: { line } } }]);
    await edit(URI, { start: { ...FIGURE.start, line }, end: { ...FIGURE.end, line } }, "8");
    expect(await diagnostics(URI)).toEqual([]);
  });

  test("gets no related information where it cannot show it", async () => {
    const { diagnostic, ...textDocument } = rich.textDocument ?? {};
    const { open, diagnostics } = await start({
      capabilities: { textDocument: { ...textDocument, diagnostic: {}, publishDiagnostics: {} } },
    });
    expect(diagnostic).toBeDefined();
    await open(URI, "plaintext", BROKEN);
    const [found] = await diagnostics(URI);
    expect(found?.code).toBeDefined();
    expect(found).not.toHaveProperty("relatedInformation");
  });

  test("is sent none unasked", async () => {
    const { open, close, pause, settled, published } = await start();
    await open(URI, "plaintext", BROKEN);
    pause();
    await close(URI);
    await settled();
    expect(published).toEqual([]);
  });
});

describe("languages", () => {
  test.each([
    ["plaintext", "a.txt"],
    ["text", "a.txt"],
    ["gov-report", "a.年报.txt"],
    ["markdown", "a.md"],
    ["gfm", "a.md"],
  ])("%s is read", async (languageId, name) => {
    const { open, diagnostics } = await start();
    const text = brokenReport(
      name.endsWith(".md") ? { language: "markdown", layout: "pipe" } : { language: "plaintext" },
    );
    await open(`file:///${name}`, languageId, text);
    expect(await diagnostics(`file:///${name}`)).toHaveLength(1);
  });

  test("HTML is read", async () => {
    const { open, diagnostics } = await start();
    const text = brokenReport({ layout: "html" }).replace(/^(?!\s*<).+$/gm, "<p>$&</p>");
    await open("file:///a.html", "html", text);
    expect(await diagnostics("file:///a.html")).toMatchObject([{ code: expect.stringMatching(/^table3\//) }]);
  });

  test.each(["json", "javascript", "constructor", "log"])("%s is not", async (languageId) => {
    const { open, diagnostics } = await start();
    await open(URI, languageId, BROKEN);
    expect(await diagnostics(URI)).toEqual([]);
  });

  test("what is no report stays silent", async () => {
    const { open, diagnostics } = await start();
    await open(URI, "markdown", LETTER);
    expect(await diagnostics(URI)).toEqual([]);
  });

  test("what is not open has no diagnostics", async () => {
    const { diagnostics } = await start();
    expect(await diagnostics("file:///elsewhere.txt")).toEqual([]);
  });
});

describe("real reports", () => {
  test.each(samples())("$name has no error", async ({ name, text }) => {
    const { open, diagnostics } = await start();
    await open(`file:///${name}`, "plaintext", text);
    const found = await diagnostics(`file:///${name}`);
    expect(found.filter(({ severity }) => severity === 1)).toEqual([]);
  });
});

describe("settings", () => {
  const severityOf = async (rules: unknown): Promise<number | undefined> => {
    const code = "table3/row-total";
    const { open, diagnostics } = await start({ settings: { rules } });
    await open(URI, "plaintext", BROKEN);
    return (await diagnostics(URI)).find((one) => one.code === code)?.severity;
  };

  test("set how severe a rule is, or that it is silent", async () => {
    expect(await severityOf({ "table3/row-total": "hint" })).toBe(4);
    await editor.stop();
    expect(await severityOf({ "table3/row-total": "off", "table3/column-total": "off" })).toBeUndefined();
  });

  test.each([[null], ["off"], [[]], [{ "table3/row-total": "fatal" }], [{ "table3/row-total": 1 }]])(
    "that make no sense are as if they were not there: %j",
    async (rules) => expect(await severityOf(rules)).toBe(1),
  );

  test("that change are asked for again, and the editor is told to pull again", async () => {
    const { open, diagnostics, changeSettings, refreshes } = await start();
    await open(URI, "plaintext", BROKEN);
    expect(await diagnostics(URI)).toHaveLength(1);
    await changeSettings({ rules: { "table3/row-total": "off", "table3/column-total": "off" } });
    expect(refreshes()).toBe(1);
    expect(await diagnostics(URI)).toEqual([]);
  });

  test("are taken as told from an editor that cannot be asked", async () => {
    const { open, pause, changeSettings, settled, published } = await start({ capabilities: poor });
    await open(URI, "plaintext", BROKEN);
    await changeSettings({ rules: { "table3/row-total": "information" } });
    pause();
    await settled();
    expect(published.at(-1)).toMatchObject({ diagnostics: [{ severity: 3 }] });
  });
});

test("an editor that refuses what the server asks is served by the defaults", async () => {
  const { open, diagnostics, changeSettings } = await start({ isRefusing: true });
  await open(URI, "plaintext", BROKEN);
  expect(await diagnostics(URI)).toMatchObject([{ range: FIGURE, severity: 1 }]);
  await changeSettings({ rules: {} });
  expect(await diagnostics(URI)).toMatchObject([{ range: FIGURE, severity: 1 }]);
});

describe("an editor that cannot pull", () => {
  test("is sent the diagnostics when the typing pauses, with the version they are of", async () => {
    const { open, pause, settled, published } = await start({ capabilities: poor });
    await open(URI, "plaintext", BROKEN);
    await settled();
    expect(published).toEqual([]);
    pause();
    await settled();
    expect(published).toMatchObject([{ uri: URI, version: 1, diagnostics: [{ range: FIGURE }] }]);
  });

  test("is sent those of the last of several edits only", async () => {
    const { open, edit, pause, settled, published } = await start({ capabilities: poor });
    await open(URI, "plaintext", BROKEN);
    await edit(URI, FIGURE, "9");
    await edit(URI, FIGURE, "8");
    await settled();
    pause();
    await settled();
    expect(published).toEqual([{ uri: URI, version: 3, diagnostics: [] }]);
  });

  test("is not sent those of a text that changed while they were sought", async () => {
    const { client, open, edit, pause, settled, published } = await start({
      capabilities: { ...poor, workspace: { configuration: true } },
    });
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => {
      client.onRequest("workspace/configuration", () => {
        resolve();
        return new Promise((answered) => {
          answer = () => answered([null]);
        });
      });
    });
    await open(URI, "plaintext", BROKEN);
    await settled();
    pause();
    await asked;
    await edit(URI, FIGURE, "8");
    await settled();
    answer();
    await settled();
    expect(published).toEqual([]);
    pause();
    await settled();
    expect(published).toEqual([{ uri: URI, version: 2, diagnostics: [] }]);
  });

  test("has them taken back when the document is closed, and is sent none after", async () => {
    const { open, close, pause, settled, published } = await start({ capabilities: poor });
    await open(URI, "plaintext", BROKEN);
    await settled();
    await close(URI);
    await settled();
    pause();
    await settled();
    expect(published).toEqual([{ uri: URI, diagnostics: [] }]);
  });

  test("is sent them again when settings change", async () => {
    const { open, pause, settled, changeSettings, published } = await start({ capabilities: poor });
    await open(URI, "plaintext", BROKEN);
    await settled();
    pause();
    await changeSettings({ rules: { "table3/row-total": "off", "table3/column-total": "off" } });
    pause();
    await settled();
    expect(published.map(({ diagnostics }) => diagnostics.length)).toEqual([1, 0]);
  });
});

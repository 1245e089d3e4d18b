import { afterEach, describe, expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver/node";
import { samples } from "../unit/samples.ts";
import { type Editor, edited, poor, rangeOf, startEditor } from "./lsp.ts";
import { cleanReport, LETTER } from "./lsp-reports.ts";

const URI = "file:///reports/a.md";
const OPTIONS = { tabSize: 4, insertSpaces: true };
/** Rows of pipe tables as someone types them. */
const RAGGED = cleanReport({ language: "markdown", layout: "pipe" }).replace(/ +\|/g, " |");

let editor: Editor;
afterEach(() => editor.stop());

async function format(text: string, extra: object = {}): Promise<string> {
  await editor.open(URI, "markdown", text);
  const method = `textDocument/${"range" in extra ? "rangeFormatting" : "formatting"}`;
  const edits: TextEdit[] | null = await editor.client.sendRequest(method, {
    textDocument: { uri: URI },
    options: OPTIONS,
    ...extra,
  });
  await editor.close(URI);
  return edits === null ? "nothing offered" : edited(text, edits);
}

describe("formatting", () => {
  test("aligns the tables, and once more changes nothing", async () => {
    editor = await startEditor();
    const formatted = await format(RAGGED);
    expect(formatted).not.toBe(RAGGED);
    expect(formatted.replace(/ +\|/g, " |").replace(/\| +/g, "| ").replace(/-+/g, "-")).toBe(
      RAGGED.replace(/\| +/g, "| ").replace(/-+/g, "-"),
    );
    expect(await format(formatted)).toBe(formatted);
  });

  test("of a stretch aligns the table that it touches, and no other", async () => {
    editor = await startEditor();
    const formatted = await format(RAGGED, { range: rangeOf(RAGGED, "规章") });
    const whole = await format(RAGGED);
    const [head, tail] = [formatted.indexOf("三、收到"), whole.indexOf("三、收到")];
    expect(formatted.slice(0, head)).toBe(whole.slice(0, tail));
    expect(formatted.slice(head)).toBe(RAGGED.slice(RAGGED.indexOf("三、收到")));
  });

  test("keeps the ends of lines", async () => {
    editor = await startEditor();
    const formatted = await format(RAGGED.replaceAll("\n", "\r\n"));
    expect(formatted.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test.each(samples())("changes nothing in $name that is no white space or bar", async ({ text }) => {
    editor = await startEditor();
    const bare = (one: string): string => one.replace(/[\s|]/g, "");
    expect(bare(await format(text))).toBe(bare(text));
  });

  test("leaves alone what is no report", async () => {
    editor = await startEditor();
    expect(await format(LETTER)).toBe(LETTER);
  });

  test("takes the width of ambiguous characters from the settings", async () => {
    const text = RAGGED.replace("3.危及", "3.危及——");
    editor = await startEditor({ settings: { format: { ambiguousWidth: 1 } } });
    const narrow = await format(text);
    await editor.changeSettings({ format: { ambiguousWidth: 2 } });
    expect(await format(text)).not.toBe(narrow);
    await editor.changeSettings({ format: { ambiguousWidth: 3 } });
    const unknown = await format(text);
    await editor.changeSettings(null);
    expect(await format(text)).toBe(unknown);
  });
});

describe("the setting gouji.format.enable", () => {
  const both = ["textDocument/formatting", "textDocument/rangeFormatting"];
  const registered = (): string[] => both.filter((method) => editor.registered.has(method));

  test("has formatting registered and taken back", async () => {
    editor = await startEditor();
    expect(editor.initialized.capabilities).not.toHaveProperty("documentFormattingProvider");
    expect(registered()).toEqual(both);
    await editor.changeSettings({ format: { enable: false } });
    expect(registered()).toEqual([]);
    await editor.changeSettings({ format: { enable: true } });
    expect(registered()).toEqual(both);
  });

  test("keeps it from being registered at all", async () => {
    editor = await startEditor({ settings: { format: { enable: false } } });
    expect(registered()).toEqual([]);
  });

  test("of an editor to which nothing can be registered makes formatting do nothing", async () => {
    editor = await startEditor({ capabilities: poor });
    expect(editor.initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
    expect(await format(RAGGED)).not.toBe(RAGGED);
    await editor.changeSettings({ format: { enable: false } });
    expect(await format(RAGGED)).toBe("nothing offered");
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsOf, errorsIn, started, withDocument } from "../documents.ts";
import { BROKEN, CLEAN, cells, example, JUMPING, trimmed } from "../fixtures.ts";

describe("an author's work on a report", () => {
  it("sees its six sections in the outline", async () => {
    await withDocument(CLEAN, await example(CLEAN), async (document) => {
      await started();
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      const numbers = flat(symbols)
        .map(({ name }) => /^([一二三四五六])、.*情况$|^六、其他需要报告的事项$/.exec(name)?.[0][0])
        .filter(Boolean);
      assert.deepEqual(numbers, ["一", "二", "三", "四", "五", "六"]);
    });
  });

  it("takes the quick fix, after which nothing is wrong", async () => {
    await withDocument(BROKEN, await example(BROKEN), async (document) => {
      const [error] = errorsIn(await diagnosticsOf(document, (found) => errorsIn(found).length > 0));
      assert.ok(error);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        error.range,
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
      const fix = actions.find(({ title, edit }) => edit && title.includes("8"));
      assert.ok(fix?.edit, `no fix to 8 among: ${actions.map(({ title }) => title).join("; ")}`);
      assert.notEqual(fix.isPreferred, true, "a fix that changes a figure must not be the preferred one");
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await diagnosticsOf(document, (found) => errorsIn(found).length === 0);
      assert.match(document.getText(), /予以公开\t8\t2\t/);
    });
  });

  it("has ranks of headings mended on save, and no figure", async () => {
    const text = (await example(JUMPING)).replace("予以公开\t0", "予以公开\t1");
    const editor = vscode.workspace.getConfiguration("editor");
    const onSave = { "source.fixAll.gouji": "explicit" };
    await editor.update("codeActionsOnSave", onSave, vscode.ConfigurationTarget.Global);
    try {
      await withDocument(JUMPING, text, async (document) => {
        await diagnosticsOf(document, (found) => found.some(({ code }) => ruleOf(code) === "section/level"));
        const mended = text.replace(/^#+ (?=[三四五六]、)/gm, "## ");
        // A busy workbench sometimes saves without the actions that it asked for, or gives a save up; the next has them.
        for (let save = 1; save <= SAVES && !document.getText().endsWith(mended); save++) {
          const edit = new vscode.WorkspaceEdit();
          edit.insert(document.uri, new vscode.Position(0, 0), "\n");
          assert.ok(await vscode.workspace.applyEdit(edit));
          await document.save();
        }
        assert.ok(!document.isDirty, "the report is not saved");
        assert.equal(document.getText().trimStart(), mended.trimStart());
      });
    } finally {
      await editor.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("formats the document, and every cell still says what it said", async () => {
    const text = trimmed(await example(CLEAN));
    await withDocument(CLEAN, text, async (document) => {
      await started();
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
        "vscode.executeFormatDocumentProvider",
        document.uri,
        { tabSize: 4, insertSpaces: true },
      );
      assert.ok(edits?.length, "the formatter has nothing to say about ragged tables");
      const all = new vscode.WorkspaceEdit();
      all.set(document.uri, edits);
      assert.ok(await vscode.workspace.applyEdit(all));
      assert.notEqual(document.getText(), text);
      assert.deepEqual(cells(document.getText()), cells(text));
    });
  });
});

const SAVES = 4;

const ruleOf = (code: vscode.Diagnostic["code"]): unknown => (typeof code === "object" ? code.value : code);

const flat = (symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);

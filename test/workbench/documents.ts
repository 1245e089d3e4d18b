import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Api } from "../../client/src/extension.ts";

/** Opens a text as a file of its own in an editor; the file is gone when the callback is done. */
export async function withDocument<T>(
  name: string,
  text: string,
  use: (document: vscode.TextDocument, editor: vscode.TextEditor) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "gouji-suite-"));
  const file = join(folder, name);
  await writeFile(file, text);
  try {
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    return await use(document, editor);
  } finally {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts the extension, and waits until its language server answers. */
export async function started(): Promise<void> {
  const extension = vscode.extensions.getExtension<Api>("gouji.gouji");
  if (extension === undefined) throw new Error("VS Code does not know the extension gouji.gouji");
  const api = await extension.activate();
  await api.started;
}

/**
 * Waits until gouji's diagnostics of a document satisfy a condition: looks now, and again at every change.
 * Without an answer the test ends by mocha's timeout.
 */
export function diagnosticsOf(
  document: vscode.TextDocument,
  condition: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "gouji");
    return condition(found) ? found : undefined;
  });
}

export const errorsIn = (found: readonly vscode.Diagnostic[]): vscode.Diagnostic[] =>
  found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

/** The first defined answer of `look`, asked now and after every event. */
export function eventually<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  const now = look();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const listener = event(() => {
      const answer = look();
      if (answer === undefined) return;
      listener.dispose();
      resolve(answer);
    });
  });
}

import * as vscode from "vscode";

/** The report of the walkthrough, one figure of which is wrong. */
const SAMPLE = "示例区东风街道办事处2023（有一个数字不对）.txt";
/** What stands before that figure. */
const BEFORE_WRONG = "予以公开\t";

/** Opens a sample report at its wrong figure, as a text of its own, so that nothing of it can be spoilt. */
export function registerSample(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand("gouji.openSample", async () => {
      const bytes = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(context.extensionUri, "examples", SAMPLE),
      );
      const content = new TextDecoder().decode(bytes);
      const document = await vscode.workspace.openTextDocument({ language: "gov-report", content });
      const wrong = document.positionAt(content.indexOf(BEFORE_WRONG) + BEFORE_WRONG.length);
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(wrong, wrong) });
    }),
  );
}

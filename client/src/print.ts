import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/**
 * Prints a report as it will be published. VS Code itself prints nothing, so the page goes to the browser: opened
 * there where that is on this machine, else saved where the author says.
 */
export function registerPrint(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  isReportLanguage: (document: vscode.TextDocument) => boolean,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand("gouji.print", async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined || !isReportLanguage(document)) return;
      const answer = await client.sendRequest<{ readonly html: string } | null>("gouji/preview", {
        textDocument: { uri: document.uri.toString() },
        plain: true,
      });
      if (answer === null) return;
      const css = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(context.extensionUri, "media", "preview.css"),
      );
      const name = nameOf(document);
      const page = new TextEncoder().encode(pageOf(name, answer.html, new TextDecoder().decode(css)));
      if (vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined) {
        const file = vscode.Uri.joinPath(context.globalStorageUri, "print", `${name}.html`);
        await vscode.workspace.fs.writeFile(file, page);
        await vscode.env.openExternal(file);
        return;
      }
      const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri ?? context.globalStorageUri;
      const file = await vscode.window.showSaveDialog({
        title: vscode.l10n.t("Save the page, to print it from a browser"),
        defaultUri: vscode.Uri.joinPath(folder, `${name}.html`),
        filters: { HTML: ["html"] },
      });
      if (file !== undefined) await vscode.workspace.fs.writeFile(file, page);
    }),
  );
}

/**
 * A page that stands alone and asks to be printed. The report is HTML that the server has escaped; by the generator
 * it knows the page for a print, which is no second report.
 */
function pageOf(name: string, report: string, css: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta name="generator" content="gouji">
<meta charset="UTF-8">
<title>${name.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</title>
<style>
:root { --vscode-editor-foreground: #000; --vscode-editor-background: #fff; }
${css}</style>
</head>
<body>
<main id="report">${report}</main>
<script>addEventListener("load", () => print());</script>
</body>
</html>
`;
}

/** The file's name without its ending. */
function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}

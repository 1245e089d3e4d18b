import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { openPanel, type Panel } from "./panel.ts";

/** The preview of the report in the editor, beside it: one for the window, following the active report. */
export function registerPreview(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  isReportLanguage: (document: vscode.TextDocument) => boolean,
): void {
  const media = vscode.Uri.joinPath(context.extensionUri, "media");
  let panel: Panel | undefined;
  context.subscriptions.push(
    vscode.commands.registerCommand("gouji.openPreview", () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined || !isReportLanguage(document)) return;
      if (panel !== undefined) {
        panel.follow(document);
        return;
      }
      panel = openPanel(media, client, document, isReportLanguage);
      panel.onDidClose(() => {
        panel = undefined;
      });
    }),
    { dispose: () => panel?.close() },
  );
}

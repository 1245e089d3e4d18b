import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/**
 * The page that previews are shown in. It runs its own script and nothing else, reaches no network, and takes the
 * report as HTML that the server has escaped.
 */
export function previewPage(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const resource = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const words = {
    // With their places still to be filled.
    said: vscode.l10n.t("{0}: {1}"),
    relation: vscode.l10n.t("{0} {1} ({2}): "),
    holds: vscode.l10n.t("holds"),
    fails: vscode.l10n.t("does not hold"),
    unknown: vscode.l10n.t("cannot be checked"),
    unsure: vscode.l10n.t("Its row has a figure too few or too many, so its column is not certain."),
  };
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${resource("preview.css")}">
<title>${attribute(vscode.l10n.t("Report preview"))}</title>
</head>
<body data-words="${attribute(JSON.stringify(words))}">
<main id="report"></main>
<section id="inspector" aria-live="polite" aria-label="${attribute(vscode.l10n.t("The figure at the cursor"))}" hidden></section>
<script nonce="${nonce}" src="${resource("preview.js")}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

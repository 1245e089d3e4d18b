import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

const SCHEME = "gouji-rule";

/** Prefix of the addresses that the server gives the pages of its rules. */
export const RULE_PAGES = `${SCHEME}:/`;

/** Shows what a rule is about in the editor, in its reader's language and without a network. */
export function showRulePages(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) =>
        client.sendRequest<string | null>("gouji/rulePage", { file: path.slice(1) }),
    }),
  );
}

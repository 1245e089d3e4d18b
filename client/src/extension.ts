import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

const LANGUAGES = ["gov-report", "plaintext", "markdown", "html"];

/** Files, texts not saved yet, and files of repositories that are open without a copy on disk. */
const SCHEMES = ["file", "untitled", "vscode-vfs"];

let client: LanguageClient | undefined;

/** What other code in the extension host may ask of this extension. */
export interface Api {
  /** Resolves when the language server answers. */
  readonly started: Promise<void>;
}

/** Starts the server and lets VS Code go on: what a report needs is there when the server has answered. */
export function activate(context: vscode.ExtensionContext): Api {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set([...SCHEMES, ...folders.map(({ uri }) => uri.scheme)]);
  const server = {
    module: context.asAbsolutePath("dist/server.js"),
    transport: TransportKind.ipc,
  };
  client = new LanguageClient("gouji", "gouji 勾稽", server, {
    // Named one by one: the left side of a diff (git:) and a chat's text are no files of the author's.
    documentSelector: [...schemes].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
    initializationOptions: { locale: vscode.env.language, builtInMarkdownOutline: true },
  });
  return { started: client.start() };
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

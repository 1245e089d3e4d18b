import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { registerAlignment } from "./alignment.ts";
import { registerNewReport } from "./new-report.ts";
import { registerPreview } from "./preview/command.ts";
import { registerPrint } from "./print.ts";
import { registerReports } from "./reports/view.ts";
import { RULE_PAGES, showRulePages } from "./rule-pages.ts";
import { registerSample } from "./sample.ts";
import { followStatus } from "./status.ts";
import { registerTableKeys } from "./table-keys.ts";

const LANGUAGES = ["gov-report", "plaintext", "markdown", "html"];

/** Files, texts not saved yet, and files of repositories that are open without a copy on disk. */
const SCHEMES = ["file", "untitled", "vscode-vfs"];

/** The configuration, in whatever language the editor takes it to be. */
const CONFIGURATION = "**/gouji.yaml";

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
  // Named one by one: the left side of a diff (git:) and a chat's text are no files of the author's.
  const selector = [...schemes].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
  client = new LanguageClient("gouji", "gouji 勾稽", server, {
    documentSelector: [...selector, ...[...schemes].map((scheme) => ({ scheme, pattern: CONFIGURATION }))],
    initializationOptions: {
      locale: vscode.env.language,
      builtInMarkdownOutline: true,
      rulePages: RULE_PAGES,
    },
  });
  const started = client.start();
  registerNewReport(context, client);
  const isReportLanguage = (document: vscode.TextDocument): boolean =>
    vscode.languages.match(selector, document) > 0;
  registerPreview(context, client, isReportLanguage);
  registerPrint(context, client, isReportLanguage);
  registerAlignment(context, client, isReportLanguage);
  registerTableKeys(context, client, isReportLanguage);
  showRulePages(context, client);
  registerReports(context, client);
  registerSample(context);
  followStatus(context, client, selector);
  return { started };
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

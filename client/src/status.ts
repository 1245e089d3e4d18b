import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { createGuard } from "./guard.ts";

/** Set while the active editor shows a report: what works on reports only asks for it. */
const IS_REPORT = "gouji.isReport";

interface Status {
  readonly reports: number;
  readonly relations: number;
  readonly holding: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hasTabTables: boolean;
}

/** The state of the report in the active editor, in the language status; nothing for other texts. */
export function followStatus(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  selector: vscode.DocumentSelector,
): void {
  const guard = createGuard();
  let item: vscode.LanguageStatusItem | undefined;
  const hide = (): void => {
    item?.dispose();
    item = undefined;
    void vscode.commands.executeCommand("setContext", IS_REPORT, false);
  };
  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || vscode.languages.match(selector, document) === 0) return hide();
    const status = await client.sendRequest<Status | null>("gouji/status", {
      textDocument: { uri: document.uri.toString() },
    });
    // Another editor may be active by now; its own question is on the way.
    if (document !== vscode.window.activeTextEditor?.document) return;
    if (status === null || status.reports === 0) return hide();
    void vscode.commands.executeCommand("setContext", IS_REPORT, true);
    if (status.hasTabTables) void guard(document);
    item ??= vscode.languages.createLanguageStatusItem("gouji.report", selector);
    item.name = vscode.l10n.t("Report check");
    item.text = textOf(status);
    item.severity = severityOf(status);
    item.command = {
      command: "workbench.actions.view.problems",
      title: vscode.l10n.t("Show problems"),
    };
  };
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    // The server has looked at a text anew when its diagnostics come.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) void update();
    }),
    { dispose: hide },
  );
  void update();
}

function textOf({ relations, holding, errors, warnings }: Status): string {
  const holds = vscode.l10n.t("{0} of {1} relations hold", holding, relations);
  return errors + warnings === 0
    ? holds
    : `${holds}, ${vscode.l10n.t("{0} errors, {1} warnings", errors, warnings)}`;
}

function severityOf({ errors, warnings }: Status): vscode.LanguageStatusSeverity {
  if (errors > 0) return vscode.LanguageStatusSeverity.Error;
  return warnings > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}

import * as vscode from "vscode";
import { type LanguageClient, WorkDoneProgress } from "vscode-languageclient/node";
import { type Answer, hasProblems, type ReportFile, reportFile } from "./report-file.ts";
import { childrenOf, itemOf, type Node, nodesOf } from "./tree.ts";

const VIEW = "gouji.reports";
/** A pause in typing after which an open report's row follows, in milliseconds. */
const PAUSE = 300;

/** What the server tells when files come, change or go on disk, by their addresses. */
interface OnDisk {
  readonly changed: readonly string[];
  /** All that hold reports now. */
  readonly reports: readonly string[];
}

/**
 * The reports of the workspace in the side bar, and the command that checks them all. Nothing is read before one of
 * the two is asked for; what is open is shown as it is being typed.
 */
export function registerReports(context: vscode.ExtensionContext, client: LanguageClient): void {
  const files = new Map<string, ReportFile>();
  const changed = new vscode.EventEmitter<void>();
  // Of the files that are not open: what is open has its problems from the server itself, and nothing is said twice.
  const problems = vscode.languages.createDiagnosticCollection("gouji.reports");
  const view = vscode.window.createTreeView<Node>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (node === undefined ? nodesOf(files.values()) : childrenOf(node)),
      getTreeItem: itemOf,
    },
  });
  let isFilled = false;

  const take = (file: ReportFile): void => {
    files.set(file.uri.toString(), file);
    if (isOpen(file.uri)) problems.delete(file.uri);
    else problems.set(file.uri, file.diagnostics);
  };
  const forget = (uri: vscode.Uri): void => {
    files.delete(uri.toString());
    problems.delete(uri);
  };
  const show = (): void => {
    view.message = files.size === 0 ? "" : summaryOf(files);
    changed.fire();
  };

  const checkAll = async (location: vscode.ProgressOptions["location"]): Promise<void> => {
    isFilled = true;
    const title = vscode.l10n.t("Checking all reports");
    await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
      const answers = await askForAll(client, progress, token);
      const found = await Promise.all(answers.map((answer) => reportFile(client, answer)));
      // After cancelling, what was shown before is still the best there is for the rest.
      if (!token.isCancellationRequested) for (const { uri } of [...files.values()]) forget(uri);
      for (const file of found) take(file);
    });
    show();
  };
  const checkAgain = async (uri: vscode.Uri): Promise<void> => {
    const answer = await client.sendRequest<Answer | null>("gouji/checkFile", {
      textDocument: { uri: uri.toString() },
    });
    if (answer === null) forget(uri);
    else take(await reportFile(client, answer));
    show();
  };
  const pending = new Map<string, ReturnType<typeof setTimeout>>();
  const checkAgainSoon = (uri: vscode.Uri): void => {
    const key = uri.toString();
    clearTimeout(pending.get(key));
    const work = (): void => {
      pending.delete(key);
      void checkAgain(uri);
    };
    pending.set(key, setTimeout(work, PAUSE));
  };
  const isKnown = (uri: vscode.Uri): boolean => files.has(uri.toString());
  const isReport = (uri: vscode.Uri): boolean =>
    isKnown(uri) || vscode.languages.getDiagnostics(uri).some(({ source }) => source === "gouji");

  context.subscriptions.push(
    view,
    changed,
    problems,
    vscode.commands.registerCommand("gouji.checkAll", async () => {
      await checkAll(vscode.ProgressLocation.Notification);
      // The view itself says it where it is seen.
      if (!view.visible) void vscode.window.showInformationMessage(summaryOf(files));
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && !isFilled) void checkAll({ viewId: VIEW });
    }),
    // The server has looked at a text anew when its diagnostics come.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (isFilled) for (const uri of uris) if (isOpen(uri) && isReport(uri)) checkAgainSoon(uri);
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => problems.delete(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (isKnown(uri)) checkAgainSoon(uri);
    }),
    client.onNotification("gouji/reportFiles", (told: OnDisk) => {
      const reports = new Set(told.reports.map(keyOf));
      const changed = new Set(told.changed.map(keyOf));
      for (const { uri } of [...files.values()]) if (!reports.has(uri.toString())) forget(uri);
      for (const key of reports)
        if (!files.has(key) || changed.has(key)) checkAgainSoon(vscode.Uri.parse(key));
      show();
    }),
    { dispose: () => pending.forEach(clearTimeout) },
  );
}

/** As this side writes it. */
const keyOf = (uri: string): string => vscode.Uri.parse(uri).toString();

/** The server's answer for all reports, its progress told on the way. */
async function askForAll(
  client: LanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Answer[]> {
  const workDoneToken = `gouji.reports.${Date.now()}`;
  let done = 0;
  const following = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== "report") return;
    const { message = "", percentage = done } = value;
    progress.report({ message, increment: percentage - done });
    done = percentage;
  });
  try {
    return await client.sendRequest<Answer[]>("gouji/checkAll", { workDoneToken }, token);
  } catch (error) {
    // The client gives up on what was cancelled without waiting for what was found by then.
    if (token.isCancellationRequested) return [];
    throw error;
  } finally {
    following.dispose();
  }
}

function isOpen(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === key);
}

function summaryOf(files: ReadonlyMap<string, ReportFile>): string {
  const wrong = [...files.values()].filter(hasProblems).length;
  if (files.size === 0) return vscode.l10n.t("No report was found in the open folder.");
  return wrong === 0
    ? vscode.l10n.t("Files with reports: {0}, all in order", files.size)
    : vscode.l10n.t("Files with reports: {0}, with problems: {1}", files.size, wrong);
}

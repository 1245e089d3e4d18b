import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

interface Shape extends vscode.QuickPickItem {
  readonly language: "markdown" | "plaintext";
  readonly layout: "pipe" | "html" | "tab";
  readonly languageId: string;
}

/** What the server has written. */
interface Answer {
  readonly text: string;
  /** URI of last year's report, from which row 二 of 表三 was filled in. */
  readonly filledFrom?: string;
}

/** Asks for agency, year and layout, and opens a report to be filled in. */
export function registerNewReport(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand("gouji.newReport", async () => {
      const agency = await askAgency(await client.sendRequest<string[]>("gouji/agencies"));
      if (agency === undefined) return;
      const year = await vscode.window.showInputBox({
        title: vscode.l10n.t("New report (2/3)"),
        prompt: vscode.l10n.t("Year that the report is about"),
        // Reports are written in the first months of the year after.
        value: String(new Date().getFullYear() - 1),
        ignoreFocusOut: true,
        validateInput: (text) =>
          /^(?:2019|20[2-9]\d)$/.test(text.trim())
            ? undefined
            : vscode.l10n.t("Please enter a year from 2019 on."),
      });
      if (year === undefined) return;
      const shape = await vscode.window.showQuickPick(shapes(), {
        title: vscode.l10n.t("New report (3/3)"),
        placeHolder: vscode.l10n.t("How its tables are written"),
        ignoreFocusOut: true,
      });
      if (shape === undefined) return;
      const { language, layout, languageId } = shape;
      const { text, filledFrom } = await client.sendRequest<Answer>("gouji/newReport", {
        agency: agency.trim(),
        year: Number(year.trim()),
        language,
        layout,
      });
      const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
      await vscode.window.showTextDocument(document);
      if (filledFrom === undefined) return;
      const file = vscode.workspace.asRelativePath(vscode.Uri.parse(filledFrom));
      void vscode.window.showInformationMessage(
        vscode.l10n.t("“二、上年结转” is filled in from last year's report: {0}", file),
      );
    }),
  );
}

/** One of those that have reports here, or any other; undefined where the author has given up. */
function askAgency(known: readonly string[]): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = vscode.l10n.t("New report (1/3)");
  pick.placeholder = vscode.l10n.t("Name of the agency, as the title has it");
  pick.ignoreFocusOut = true;
  const offer = (): void => {
    const typed = pick.value.trim();
    const own = typed === "" || known.includes(typed) ? [] : [typed];
    pick.items = [...own, ...known].map((label) => ({ label }));
  };
  offer();
  return new Promise((resolve) => {
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      if (chosen === undefined) return;
      resolve(chosen.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** First what reads well in an editor that wraps lines, as VS Code does in markdown. */
function shapes(): Shape[] {
  return [
    {
      label: vscode.l10n.t("Plain text, tabs between cells"),
      description: vscode.l10n.t("short rows; can be pasted into Word or a spreadsheet"),
      language: "plaintext",
      layout: "tab",
      languageId: "gov-report",
    },
    {
      label: vscode.l10n.t("Markdown, HTML tables"),
      description: vscode.l10n.t("merged cells as in the official form; read in the preview"),
      language: "markdown",
      layout: "html",
      languageId: "markdown",
    },
    {
      label: vscode.l10n.t("Markdown, pipe tables"),
      description: vscode.l10n.t("wide rows; read with word wrap off"),
      language: "markdown",
      layout: "pipe",
      languageId: "markdown",
    },
  ];
}

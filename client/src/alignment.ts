import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

const ENABLED = "gouji.alignFigures.enable";
/** A pause in typing after which the columns follow, in milliseconds; until then they move with the text. */
const PAUSE = 100;

interface Padding {
  readonly line: number;
  readonly character: number;
  readonly narrow: number;
  readonly wide: number;
}

/** Shows the figures of tab tables in columns. Nothing in the text changes: the room is only drawn. */
export function registerAlignment(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  isReportLanguage: (document: vscode.TextDocument) => boolean,
): void {
  const room = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  let pending: ReturnType<typeof setTimeout> | undefined;
  const align = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    if (!isAligned(document) || !isReportLanguage(document)) {
      editor.setDecorations(room, []);
      return;
    }
    const { version } = document;
    const paddings = await client.sendRequest<Padding[]>("gouji/alignment", {
      textDocument: { uri: document.uri.toString() },
      tabSize: editor.options.tabSize,
    });
    // A newer text has its own question on the way.
    if (document.version === version) editor.setDecorations(room, paddings.map(drawn));
  };
  const alignAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) void align(editor);
  };
  context.subscriptions.push(
    room,
    vscode.window.onDidChangeVisibleTextEditors(alignAll),
    vscode.window.tabGroups.onDidChangeTabGroups(alignAll),
    vscode.window.onDidChangeTextEditorOptions(({ textEditor }) => void align(textEditor)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isReportLanguage(document)) return;
      clearTimeout(pending);
      pending = setTimeout(alignAll, PAUSE);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(ENABLED)) alignAll();
    }),
    { dispose: () => clearTimeout(pending) },
  );
  alignAll();
}

/**
 * Where lines are wrapped VS Code does not count the room that is drawn, which pushes their ends out of sight where an
 * editor has only a part of the window.
 */
function isAligned(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration(undefined, document);
  const isWrapped = settings.get("editor.wordWrap") !== "off";
  const isNarrow = vscode.window.tabGroups.all.length > 1;
  return settings.get(ENABLED) === true && !(isWrapped && isNarrow);
}

/** Before a figure as much room as was asked for; a Chinese character is as wide as the font is high. */
function drawn({ line, character, narrow, wide }: Padding): vscode.DecorationOptions {
  return {
    range: new vscode.Range(line, character, line, character + 1),
    renderOptions: { before: { contentText: "", width: `calc(${narrow}ch + ${wide}em)` } },
  };
}

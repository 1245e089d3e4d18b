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
    const isEnabled = vscode.workspace.getConfiguration(undefined, document).get(ENABLED) === true;
    if (!isEnabled || !isReportLanguage(document)) {
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

/** Before a figure as much room as was asked for; a Chinese character is as wide as the font is high. */
function drawn({ line, character, narrow, wide }: Padding): vscode.DecorationOptions {
  return {
    range: new vscode.Range(line, character, line, character + 1),
    renderOptions: { before: { contentText: "", width: `calc(${narrow}ch + ${wide}em)` } },
  };
}

import * as vscode from "vscode";
import type { LanguageClient, Range } from "vscode-languageclient/node";

/** Set while the cursor is at a figure of a statutory table: the keys that move between figures ask for it. */
const AT_FIGURE = "gouji.atFigure";
const ENABLED = "gouji.tableKeys.enable";

/** The keys, by what they ask the server for, with what they do where no figure stands. */
const MOVES: Readonly<Record<"next" | "previous" | "below", () => Thenable<unknown>>> = {
  next: () => vscode.commands.executeCommand("tab"),
  previous: () => vscode.commands.executeCommand("outdent"),
  below: () => vscode.commands.executeCommand("default:type", { text: "\n" }),
};

/** Tab, Shift+Tab and Enter between the figures of a table, for those who have set it so. */
export function registerTableKeys(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  isReportLanguage: (document: vscode.TextDocument) => boolean,
): void {
  const tell = (isAtFigure: boolean): void =>
    void vscode.commands.executeCommand("setContext", AT_FIGURE, isAtFigure);
  const follow = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    if (editor === undefined || editor !== vscode.window.activeTextEditor) return;
    const { document, selection } = editor;
    const isEnabled = vscode.workspace.getConfiguration(undefined, document).get(ENABLED) === true;
    if (!isEnabled || !isReportLanguage(document)) return tell(false);
    const isAtFigure = await client.sendRequest<boolean>(
      "gouji/atFigure",
      placeOf(document, selection.active),
    );
    // The cursor may have moved on; its own question is on the way.
    if (editor === vscode.window.activeTextEditor && selection.isEqual(editor.selection)) tell(isAtFigure);
  };
  const go = async (move: keyof typeof MOVES): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selection } = editor;
    const asked = { ...placeOf(document, selection.active), move };
    const range = await client.sendRequest<Range | null>("gouji/cellFrom", asked);
    if (range === null) {
      await MOVES[move]();
      return;
    }
    const { start, end } = client.protocol2CodeConverter.asRange(range);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      tell(false);
      void follow(editor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void follow(textEditor)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(ENABLED)) void follow(vscode.window.activeTextEditor);
    }),
    vscode.commands.registerCommand("gouji.nextFigure", () => go("next")),
    vscode.commands.registerCommand("gouji.previousFigure", () => go("previous")),
    vscode.commands.registerCommand("gouji.figureBelow", () => go("below")),
  );
  void follow(vscode.window.activeTextEditor);
}

function placeOf(document: vscode.TextDocument, { line, character }: vscode.Position): object {
  return { textDocument: { uri: document.uri.toString() }, position: { line, character } };
}

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { previewPage } from "./page.ts";

const VIEW = "gouji.preview";
/** A pause in typing after which the preview follows, in milliseconds. */
const PAUSE = 120;

type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly offset: number }
  | { readonly type: "openRange"; readonly line: number; readonly character: number }
  | {
      readonly type: "openElsewhere";
      readonly uri: string;
      readonly line: number;
      readonly character: number;
    }
  | { readonly type: "scrolled"; readonly offset: number };

interface Preview {
  readonly html: string;
  readonly version: number;
}

/** The preview of the report in the editor, beside it: one for the window, following the active report. */
export function registerPreview(
  context: vscode.ExtensionContext,
  client: LanguageClient,
  isReportLanguage: (document: vscode.TextDocument) => boolean,
): void {
  const media = vscode.Uri.joinPath(context.extensionUri, "media");
  let close: (() => void) | undefined;
  let follow: ((document: vscode.TextDocument) => void) | undefined;
  context.subscriptions.push(
    vscode.commands.registerCommand("gouji.openPreview", () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined || !isReportLanguage(document)) return;
      if (follow !== undefined) {
        follow(document);
        return;
      }
      const opened = openPanel(media, client, document, isReportLanguage);
      follow = opened.follow;
      close = opened.close;
      opened.onDidClose(() => {
        follow = undefined;
        close = undefined;
      });
    }),
    { dispose: () => close?.() },
  );
}

function openPanel(
  media: vscode.Uri,
  client: LanguageClient,
  first: vscode.TextDocument,
  isReportLanguage: (document: vscode.TextDocument) => boolean,
): { follow(document: vscode.TextDocument): void; close(): void; onDidClose: vscode.Event<void> } {
  const panel = vscode.window.createWebviewPanel(
    VIEW,
    "",
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [media],
    },
  );
  let shown = first;
  let isReady = false;
  /** Set while the editor scrolls because the page did, so that the two do not chase each other. */
  let scrolledByPage = false;
  let pending: ReturnType<typeof setTimeout> | undefined;

  const post = (message: object): void => void panel.webview.postMessage(message);
  const editor = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => document === shown);

  const update = async (): Promise<void> => {
    pending = undefined;
    panel.title = vscode.l10n.t("Preview {0}", nameOf(shown));
    const asked = shown;
    const preview = await client.sendRequest<Preview | null>("gouji/preview", {
      textDocument: { uri: asked.uri.toString() },
    });
    // A newer text is on its way, or another report is shown by now.
    if (!isReady || preview === null || asked !== shown) return;
    post({ type: "show", html: preview.html });
    await inspect();
  };
  const updateSoon = (): void => {
    clearTimeout(pending);
    pending = setTimeout(() => void update(), PAUSE);
  };
  const inspect = async (): Promise<void> => {
    const position = editor()?.selection.active;
    if (position === undefined) return;
    const inspection = await client.sendRequest("gouji/inspect", {
      textDocument: { uri: shown.uri.toString() },
      position: { line: position.line, character: position.character },
    });
    post({ type: "inspect", inspection });
  };
  const open = async (position: vscode.Position): Promise<void> => {
    const range = new vscode.Range(position, position);
    await vscode.window.showTextDocument(shown, {
      viewColumn: editor()?.viewColumn ?? vscode.ViewColumn.One,
      selection: range,
    });
  };
  const follow = (document: vscode.TextDocument): void => {
    shown = document;
    panel.reveal(undefined, true);
    void update();
  };

  panel.webview.onDidReceiveMessage(async (message: FromPage) => {
    switch (message.type) {
      case "ready":
        isReady = true;
        await update();
        break;
      case "open":
        await open(shown.positionAt(message.offset));
        break;
      case "openRange":
        await open(new vscode.Position(message.line, message.character));
        break;
      case "openElsewhere": {
        const position = new vscode.Position(message.line, message.character);
        await vscode.window.showTextDocument(vscode.Uri.parse(message.uri), {
          viewColumn: editor()?.viewColumn ?? vscode.ViewColumn.One,
          selection: new vscode.Range(position, position),
        });
        break;
      }
      case "scrolled": {
        const position = shown.positionAt(message.offset);
        scrolledByPage = true;
        editor()?.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
        break;
      }
    }
  });
  const following = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === shown) updateSoon();
    }),
    // What it is compared with may have come, or changed, when the server has looked at it anew.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === shown.uri.toString())) updateSoon();
    }),
    vscode.window.onDidChangeActiveTextEditor((active) => {
      if (active === undefined || active.document === shown || !isReportLanguage(active.document)) return;
      shown = active.document;
      void update();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === shown) void inspect();
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [visible] }) => {
      if (textEditor.document !== shown || visible === undefined) return;
      if (!scrolledByPage) post({ type: "scroll", offset: shown.offsetAt(visible.start) });
      scrolledByPage = false;
    }),
  );
  panel.onDidDispose(() => {
    clearTimeout(pending);
    following.dispose();
  });
  panel.webview.html = previewPage(panel.webview, media);
  return { follow, close: () => panel.dispose(), onDidClose: panel.onDidDispose };
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

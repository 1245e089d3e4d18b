import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { createLead } from "./lead.ts";
import { previewPage } from "./page.ts";

const VIEW = "gouji.preview";
const SCROLL = "gouji.preview.scroll.enable";
/** A pause in typing after which the preview follows, in milliseconds. */
const PAUSE = 120;

interface Place {
  readonly line: number;
  readonly character: number;
}

type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly offset: number }
  | ({ readonly type: "openRange" } & Place)
  | ({ readonly type: "openElsewhere"; readonly uri: string } & Place)
  | { readonly type: "scrolled"; readonly offset: number };

interface Preview {
  readonly html: string;
  readonly version: number;
  /** The part of the text that it shows: in a file with many reports one of them. */
  readonly range: { readonly start: Place; readonly end: Place };
}

export interface Panel {
  /** Shows another report, or this one again. */
  follow(document: vscode.TextDocument): void;
  close(): void;
  readonly onDidClose: vscode.Event<void>;
}

/** A preview beside the editor, which shows the report that is active there. */
export function openPanel(
  media: vscode.Uri,
  client: LanguageClient,
  first: vscode.TextDocument,
  isReportLanguage: (document: vscode.TextDocument) => boolean,
): Panel {
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
  const lead = createLead();
  let shown = first;
  let isReady = false;
  /** What last year's figures led to: that is looked at beside the comparison, and does not end it. */
  let aside: string | undefined;
  let pending: ReturnType<typeof setTimeout> | undefined;
  /** Where the reader is in the text, and the part of it that the page shows. */
  let reader: vscode.Position | undefined;
  let part: vscode.Range | undefined;
  /** The first line that is seen of the text: less is seen at its end when a scroll bar comes, which is no scrolling. */
  let top: number | undefined;

  const post = (message: object): void => void panel.webview.postMessage(message);
  const editor = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => document === shown);
  const textDocument = (): object => ({ uri: shown.uri.toString() });

  const update = async (): Promise<void> => {
    pending = undefined;
    panel.title = vscode.l10n.t("Preview {0}", nameOf(shown));
    const asked = shown;
    const position = reader ?? editor()?.selection.active;
    const preview = await client.sendRequest<Preview | null>("gouji/preview", {
      textDocument: textDocument(),
      ...(position && { position: { line: position.line, character: position.character } }),
    });
    // A newer text is on its way, or another report is shown by now.
    if (!isReady || preview === null || asked !== shown) return;
    const { start, end } = preview.range;
    part = new vscode.Range(start.line, start.character, end.line, end.character);
    post({ type: "show", html: preview.html, uri: asked.uri.toString() });
    await inspect();
  };
  const updateSoon = (): void => {
    clearTimeout(pending);
    pending = setTimeout(() => void update(), PAUSE);
  };
  /** Of a file with many reports shows the one that the reader has come to. */
  const turnTo = (position: vscode.Position): void => {
    reader = position;
    if (part?.contains(position) === false) updateSoon();
  };
  const inspect = async (): Promise<void> => {
    const position = editor()?.selection.active;
    if (position === undefined) return;
    const asked = shown;
    const { line, character } = position;
    const inspection = await client.sendRequest("gouji/inspect", {
      textDocument: textDocument(),
      position: { line, character },
    });
    if (asked === shown) post({ type: "inspect", inspection, offset: asked.offsetAt(position) });
  };
  const open = async (
    target: vscode.TextDocument | vscode.Uri,
    { line, character }: Place,
  ): Promise<void> => {
    lead.seize("page");
    const selection = new vscode.Range(line, character, line, character);
    const options = { viewColumn: editor()?.viewColumn ?? vscode.ViewColumn.One, selection };
    if (target instanceof vscode.Uri) await vscode.window.showTextDocument(target, options);
    else await vscode.window.showTextDocument(target, options);
    lead.seize("page");
  };
  const show = (document: vscode.TextDocument): void => {
    shown = document;
    aside = undefined;
    reader = undefined;
    part = undefined;
    top = firstLineOf(editor());
    void update();
  };

  panel.webview.onDidReceiveMessage(async (message: FromPage) => {
    switch (message.type) {
      case "ready":
        isReady = true;
        return update();
      case "open":
        return open(shown, shown.positionAt(message.offset));
      case "openRange":
        return open(shown, message);
      case "openElsewhere": {
        const uri = vscode.Uri.parse(message.uri);
        aside = uri.toString();
        return open(uri, message);
      }
      case "scrolled": {
        if (!scrolls(shown) || !lead.take("page")) return;
        const position = shown.positionAt(message.offset);
        editor()?.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
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
      if (active.document.uri.toString() !== aside) show(active.document);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document !== shown) return;
      turnTo(textEditor.selection.active);
      void inspect();
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [visible] }) => {
      if (textEditor.document !== shown || visible === undefined || !scrolls(shown)) return;
      if (part?.intersection(visible) === undefined) turnTo(visible.start);
      if (visible.start.line === top) return;
      top = visible.start.line;
      if (lead.take("editor")) post({ type: "scroll", offset: shown.offsetAt(visible.start) });
    }),
  );
  panel.onDidDispose(() => {
    clearTimeout(pending);
    following.dispose();
  });
  top = firstLineOf(editor());
  panel.webview.html = previewPage(panel.webview, media);
  return {
    follow(document) {
      panel.reveal(undefined, true);
      show(document);
    },
    close: () => panel.dispose(),
    onDidClose: panel.onDidDispose,
  };
}

/** Whether text and preview are scrolled in step. */
function scrolls(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(undefined, document).get(SCROLL) !== false;
}

function firstLineOf(editor: vscode.TextEditor | undefined): number | undefined {
  return editor?.visibleRanges[0]?.start.line;
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

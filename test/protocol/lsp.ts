import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { startServer } from "../../server/src/lsp/server.ts";
import type { FileSystem } from "../../server/src/workspace/file-system.ts";

/** What VS Code's client says of itself, as far as it matters here. */
export const rich: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    formatting: { dynamicRegistration: true },
    rangeFormatting: { dynamicRegistration: true },
    foldingRange: {},
    selectionRange: {},
  },
};

/** An editor that can do nothing but what the protocol takes for granted, and code actions. */
export const poor: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

export interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** What the editor answers for the section gouji. */
  readonly settings?: unknown;
  /** The files on disk. */
  readonly files?: FileSystem;
  /** URI of the folder that is open. */
  readonly folder?: string;
  /** Answers every question of the server's with an error, whatever it said it could do. */
  readonly isRefusing?: boolean;
}

/** An editor with the server at the other end of two streams. */
export interface Editor {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server has registered and not taken back, by method. */
  readonly registered: ReadonlyMap<string, Registration>;
  readonly refreshes: () => number;
  /** How often the server asked for inlay hints to be asked for anew. */
  readonly hintRefreshes: () => number;
  /** Diagnostics sent without being asked for, oldest first. */
  readonly published: readonly PublishDiagnosticsParams[];
  open(uri: string, languageId: string, text: string): Promise<void>;
  /** Changes one stretch of an open document; returns its text afterwards. */
  edit(uri: string, range: Range, text: string): Promise<string>;
  close(uri: string): Promise<void>;
  changeSettings(settings: unknown): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  /** Ends the pause in typing that the server waits for. */
  pause(): void;
  /** Resolves when the server has dealt with everything sent so far. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startEditor(start: Start = {}): Promise<Editor> {
  const { capabilities = rich, locale = "en", initializationOptions, isRefusing = false } = start;
  let settings: unknown = start.settings ?? null;
  const [up, down] = [new PassThrough(), new PassThrough()];
  const waiting = new Set<() => void>();
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  startServer(server, start.files, (work) => {
    const once = (): void => {
      waiting.delete(once);
      work();
    };
    waiting.add(once);
    return () => waiting.delete(once);
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const registered = new Map<string, Registration>();
  const published: PublishDiagnosticsParams[] = [];
  let refreshes = 0;
  let hintRefreshes = 0;
  if (!isRefusing) {
    client.onRequest("workspace/configuration", ({ items }) => items.map(() => settings));
    client.onRequest("client/registerCapability", ({ registrations }) => {
      for (const one of registrations) registered.set(one.method, one);
    });
    client.onRequest("client/unregisterCapability", ({ unregisterations }) => {
      for (const { method } of unregisterations) registered.delete(method);
    });
    client.onRequest("workspace/diagnostic/refresh", () => {
      refreshes++;
      return null;
    });
    client.onRequest("workspace/inlayHint/refresh", () => {
      hintRefreshes++;
      return null;
    });
  }
  client.onNotification("textDocument/publishDiagnostics", (params) => {
    published.push(params);
  });
  const problems: unknown[] = [];
  client.onNotification("window/logMessage", (params) => {
    problems.push(params);
  });
  client.listen();
  const initialized: InitializeResult = await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: start.folder === undefined ? null : [{ uri: start.folder, name: "folder" }],
    capabilities,
    locale,
    initializationOptions,
  });
  await client.sendNotification("initialized", {});
  const documents = new Map<string, TextDocument>();
  const settled = async (): Promise<void> => {
    // Answers come in the order of the questions, and the server's own questions are answered in between.
    for (let round = 0; round < 5; round++) {
      await client.sendRequest("textDocument/foldingRange", { textDocument: { uri: "file:///none" } });
    }
    if (problems.length > 0 && !isRefusing)
      throw new Error(`the server complains: ${JSON.stringify(problems)}`);
  };
  await settled();
  const documentOf = (uri: string): TextDocument => {
    const document = documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  };
  const pull = async (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  return {
    client,
    initialized,
    registered,
    published,
    refreshes: () => refreshes,
    hintRefreshes: () => hintRefreshes,
    pull,
    settled,
    async open(uri, languageId, text) {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      await client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    async edit(uri, range, text) {
      const document = documentOf(uri);
      const version = document.version + 1;
      const contentChanges = [{ range, text }];
      documents.set(uri, TextDocument.update(document, contentChanges, version));
      await client.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges,
      });
      return documentOf(uri).getText();
    },
    async close(uri) {
      documents.delete(uri);
      await client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    },
    async changeSettings(changed) {
      settings = changed;
      await client.sendNotification("workspace/didChangeConfiguration", { settings: { gouji: changed } });
      await settled();
    },
    async diagnostics(uri) {
      const report = await pull(uri);
      if (report.kind !== "full") throw new Error(`expected diagnostics, got ${report.kind}`);
      return report.items;
    },
    pause() {
      for (const work of [...waiting]) work();
    },
    async stop() {
      await client.sendRequest("shutdown");
      client.dispose();
      server.dispose();
    },
  };
}

/** A text after edits by line and character, as an editor makes them. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("file:///a", "", 1, text), [...edits]);
}

/** Where a stretch stands in a text, the nth time that it occurs. */
export function rangeOf(text: string, stretch: string, from = 0): Range {
  const start = text.indexOf(stretch, from);
  if (start < 0) throw new Error(`no “${stretch}” in the text`);
  const document = TextDocument.create("file:///a", "", 1, text);
  return { start: document.positionAt(start), end: document.positionAt(start + stretch.length) };
}

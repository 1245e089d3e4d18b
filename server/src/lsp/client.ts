import type { InitializeParams } from "vscode-languageserver";

/** What of an editor's abilities matters here, read once from what it says at the start. */
export interface Client {
  /** BCP 47 tag of the language that the editor speaks. */
  readonly locale: string;
  readonly pullsDiagnostics: boolean;
  /** Pulls diagnostics anew when asked to. */
  readonly refreshesDiagnostics: boolean;
  /** Asks for inlay hints anew when asked to. */
  readonly refreshesInlayHints: boolean;
  readonly showsRelatedInformation: boolean;
  /** Answers workspace/configuration. */
  readonly tellsSettings: boolean;
  readonly registersSettings: boolean;
  /** Tells of files that change, if asked to. */
  readonly registersWatching: boolean;
  readonly registersFormatting: boolean;
  readonly nestsSymbols: boolean;
  readonly versionsEdits: boolean;
  readonly takesCodeActions: boolean;
  /** The most folding ranges that it takes. */
  readonly mostFoldings: number;
  /** Has an outline of its own for markdown and HTML, beside which a second one is shown only where it helps. */
  readonly hasOwnOutline: boolean;
  /** Where it shows the pages of the rules itself: a prefix of their addresses. */
  readonly rulePages: string | undefined;
  /** URIs of the folders that are open at the start. */
  readonly folders: readonly string[];
  /** Tells of folders that are opened and closed later. */
  readonly tellsFolders: boolean;
  /** Tells of files and folders that are renamed. */
  readonly tellsRenames: boolean;
}

/** Reads an editor's abilities; one it says nothing of is one it lacks. */
export function clientOf(params: InitializeParams): Client {
  const { capabilities, initializationOptions, locale, workspaceFolders, rootUri } = params;
  const { textDocument = {}, workspace = {} } = capabilities;
  const options: Options = isRecord(initializationOptions) ? initializationOptions : {};
  return {
    locale: typeof options.locale === "string" ? options.locale : (locale ?? "en"),
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
    showsRelatedInformation:
      (textDocument.diagnostic?.relatedInformation ?? textDocument.publishDiagnostics?.relatedInformation) ===
      true,
    tellsSettings: workspace.configuration === true,
    registersSettings: workspace.didChangeConfiguration?.dynamicRegistration === true,
    registersWatching: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    registersFormatting:
      textDocument.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
    nestsSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    versionsEdits: workspace.workspaceEdit?.documentChanges === true,
    takesCodeActions: textDocument.codeAction?.codeActionLiteralSupport !== undefined,
    mostFoldings: textDocument.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    hasOwnOutline: options.builtInMarkdownOutline === true,
    rulePages: typeof options.rulePages === "string" ? options.rulePages : undefined,
    tellsFolders: workspace.workspaceFolders === true,
    tellsRenames: workspace.fileOperations?.didRename === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]),
  };
}

/** What an editor may say beyond the protocol: initializationOptions. */
interface Options {
  readonly locale?: unknown;
  readonly builtInMarkdownOutline?: unknown;
  readonly rulePages?: unknown;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

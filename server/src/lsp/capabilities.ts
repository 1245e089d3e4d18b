import { type InitializeResult, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { version } from "../../../package.json";
import { actionKinds } from "../features/code-actions.ts";
import { tokenModifiers, tokenTypes } from "../features/semantic-tokens.ts";
import type { Client } from "./client.ts";

/** What the server says of itself to a client of these abilities. */
export function introduce(client: Client): InitializeResult {
  return { capabilities: capabilitiesFor(client), serverInfo: { name: "gouji", version } };
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...workspaceOf(client),
    documentSymbolProvider: { label: "gouji 勾稽" },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    linkedEditingRangeProvider: true,
    completionProvider: { triggerCharacters: ["#", "、"] },
    documentHighlightProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: "gouji", interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(client.takesCodeActions && { codeActionProvider: { codeActionKinds: [...actionKinds] } }),
    // Where a client lets itself be told later, formatting comes and goes with its setting.
    ...(!client.registersFormatting && {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    }),
  };
}

/** What it wants to hear of folders. */
function workspaceOf({ tellsFolders, tellsRenames }: Client): Pick<ServerCapabilities, "workspace"> {
  // Of the files in a folder that gets another name no editor tells.
  const renamed = { filters: [{ pattern: { glob: "**/*", matches: "folder" as const } }] };
  const workspace = {
    ...(tellsFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
    ...(tellsRenames && { fileOperations: { didRename: renamed } }),
  };
  return Object.keys(workspace).length === 0 ? {} : { workspace };
}

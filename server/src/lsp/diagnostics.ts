import { type Connection, type Diagnostic, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { diagnosticOf } from "../features/diagnostics.ts";
import type { Client } from "./client.ts";
import type { CheckedDocument, Documents } from "./documents.ts";
import type { SettingsSource } from "./settings.ts";

/** Does some work when the typing has paused; returns what calls it off. */
export type Schedule = (work: () => void) => () => void;

/** A finding as this client is to show it. */
export function diagnosticsOf({ uri, parsed, found }: CheckedDocument, client: Client): Diagnostic[] {
  return found.map((one) => diagnosticOf(parsed, one, client.showsRelatedInformation ? uri : undefined));
}

/** For clients that ask: a document's diagnostics, or that they are still those it has. */
export function answerDiagnostics(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  client: () => Client,
  schedule: Schedule,
): void {
  // Versions begin anew when a document is opened again, and the same text is told differently after a setting.
  const openings = new Map<string, number>();
  let opened = 0;
  let generation = 0;
  documents.texts.onDidOpen(({ document: { uri } }) => openings.set(uri, ++opened));
  documents.texts.onDidClose(({ document: { uri } }) => openings.delete(uri));
  const refresh = (): void => {
    if (client().pullsDiagnostics && client().refreshesDiagnostics) {
      connection.languages.diagnostics
        .refresh()
        .catch((error: unknown) => connection.console.error(String(error)));
    }
  };
  settings.onDidChange(() => {
    generation++;
    refresh();
  });
  // Typing in one document may change what is found in another with every key.
  let cancel: (() => void) | undefined;
  documents.onDidAffect((uris) => {
    if (!uris.some((uri) => documents.texts.get(uri) !== undefined)) return;
    generation++;
    cancel?.();
    cancel = schedule(refresh);
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const checked = await documents.check(uri);
    if (checked === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${openings.get(uri)}.${checked.version}.${generation}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(checked, client()) };
  });
}

/** For clients that do not ask: diagnostics are sent when the typing has paused, and taken back at closing. */
export function sendDiagnostics(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  client: () => Client,
  schedule: Schedule,
): void {
  const { texts } = documents;
  const pending = new Map<string, () => void>();
  const send = async (uri: string): Promise<void> => {
    const checked = await documents.check(uri);
    // What is closed or changed by now will be told, or taken back, in its own turn.
    if (checked === undefined || pending.has(uri) || texts.get(uri)?.version !== checked.version) return;
    const { version } = checked;
    await connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(checked, client()) });
  };
  const plan = (uri: string): void => {
    if (client().pullsDiagnostics) return;
    pending.get(uri)?.();
    const cancel = schedule(() => {
      pending.delete(uri);
      send(uri).catch((error: unknown) => connection.console.error(String(error)));
    });
    pending.set(uri, cancel);
  };
  texts.onDidChangeContent(({ document: { uri } }) => plan(uri));
  settings.onDidChange(() => {
    for (const uri of texts.keys()) plan(uri);
  });
  documents.onDidAffect((uris) => {
    for (const uri of uris) if (texts.get(uri) !== undefined) plan(uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    if (client().pullsDiagnostics) return;
    pending.get(uri)?.();
    pending.delete(uri);
    connection
      .sendDiagnostics({ uri, diagnostics: [] })
      .catch((error: unknown) => connection.console.error(String(error)));
  });
}

import { type Connection, type Diagnostic, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { diagnosticOf } from "../features/diagnostics.ts";
import type { Checked } from "../rules/check.ts";
import type { Client } from "./client.ts";
import type { CheckedDocument, Documents } from "./documents.ts";
import type { SettingsSource } from "./settings.ts";

/** Does some work when the typing has paused; returns what calls it off. */
export type Schedule = (work: () => void) => () => void;

/** What is said of files that no report is written in, such as gouji.yaml; undefined for all the rest. */
export type OtherDiagnostics = (uri: string) => Diagnostic[] | undefined;

/** A document's findings as this client is to show them. */
export function diagnosticsOf(document: CheckedDocument, client: Client): Diagnostic[] {
  return document.found.map((one) => shown(document, one, client));
}

/** One of a document's findings as this client is to show it. */
export function shown({ uri, parsed }: CheckedDocument, found: Checked, client: Client): Diagnostic {
  return diagnosticOf(parsed, found, client.showsRelatedInformation ? uri : undefined, client.rulePages);
}

/** For clients that ask: a document's diagnostics, or that they are still those it has. */
export function answerDiagnostics(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  client: () => Client,
  schedule: Schedule,
  others: OtherDiagnostics,
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
    if (checked === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: others(uri) ?? [] };
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
  others: OtherDiagnostics,
): void {
  const { texts } = documents;
  const pending = new Map<string, () => void>();
  const send = async (uri: string): Promise<void> => {
    const checked = await documents.check(uri);
    const version = texts.get(uri)?.version;
    // What is closed or changed by now will be told, or taken back, in its own turn.
    if (version === undefined || pending.has(uri) || (checked ?? { version }).version !== version) return;
    const diagnostics = checked === undefined ? others(uri) : diagnosticsOf(checked, client());
    if (diagnostics !== undefined) await connection.sendDiagnostics({ uri, version, diagnostics });
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
    // What is said of a gouji.yaml hangs on all that lies below it.
    for (const uri of texts.keys()) if (uris.includes(uri) || documents.get(uri) === undefined) plan(uri);
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

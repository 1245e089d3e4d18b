import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type TextDocumentIdentifier,
  WorkDoneProgress,
  type WorkDoneProgressParams,
} from "vscode-languageserver";
import { countRelations } from "../relations/count.ts";
import type { Client } from "./client.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import type { CheckedDocument, Documents } from "./documents.ts";
import type { EditorSettings, SettingsSource } from "./settings.ts";
import type { Surroundings } from "./workspace.ts";

/** All reports of the folders that are open, for a view of them: those read before it was cancelled. */
export const checkAllRequest = "gouji/checkAll";
/** One file for that view; null where it holds no report. */
export const checkFileRequest = "gouji/checkFile";
/** Told to a client that has asked for all: files that came, changed or went on disk, and all that hold reports now. */
export const reportFilesNotification = "gouji/reportFiles";

export interface ReportFilesParams {
  readonly changed: readonly string[];
  readonly reports: readonly string[];
}

/** A file that holds reports, as it is now: open or on disk. */
export interface ReportFile {
  readonly uri: string;
  readonly reports: readonly { readonly agency?: string; readonly year?: number }[];
  readonly relations: number;
  readonly holding: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Progress is told so often, and cancelling heard, whatever the number of files. */
const STEPS = 100;

export function answerCheckAll(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  surroundings: Surroundings,
  client: () => Client,
): void {
  const checkOne = async (uri: string, own: EditorSettings): Promise<ReportFile | null> => {
    const open = await documents.check(uri);
    if (open !== undefined) return reportFile(open, client());
    const text = await surroundings.textOf(uri);
    return text === undefined ? null : reportFile(documents.checkFile(uri, text, own), client());
  };

  let isAsked = false;
  surroundings.onDidFollow(async (changed) => {
    if (!isAsked) return;
    const reports = await surroundings.reportFiles(await settings.of());
    const params: ReportFilesParams = { changed, reports };
    await connection.sendNotification(reportFilesNotification, params);
  });

  connection.onRequest(
    checkAllRequest,
    async ({ workDoneToken }: WorkDoneProgressParams, cancellation: CancellationToken) => {
      isAsked = true;
      const own = await settings.of();
      const files = await surroundings.reportFiles(own);
      const every = Math.ceil(files.length / STEPS);
      const found: ReportFile[] = [];
      for (const [index, uri] of files.entries()) {
        if (index % every === 0) await othersTurn();
        if (cancellation.isCancellationRequested) break;
        if (workDoneToken !== undefined && index % every === 0) {
          const percentage = Math.floor((100 * index) / files.length);
          const message = `${index}/${files.length}`;
          const progress = { kind: "report", percentage, message } as const;
          await connection.sendProgress(WorkDoneProgress.type, workDoneToken, progress);
        }
        const one = await checkOne(uri, own);
        if (one !== null) found.push(one);
      }
      return found;
    },
  );

  connection.onRequest(
    checkFileRequest,
    async ({ textDocument: { uri } }: { textDocument: TextDocumentIdentifier }) =>
      checkOne(uri, await settings.of(uri)),
  );
}

/** Lets what the client says meanwhile be heard. */
const othersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function reportFile(document: CheckedDocument, client: Client): ReportFile | null {
  const reports = document.parsed.reports.filter(({ isReport }) => isReport);
  if (reports.length === 0) return null;
  return {
    uri: document.uri,
    reports: reports.map(({ agency, year }) => ({
      ...(agency !== undefined && { agency }),
      ...(year !== undefined && { year }),
    })),
    ...countRelations(document.parsed.reports, document.settings.relations),
    diagnostics: diagnosticsOf(document, client),
  };
}

import type { Connection } from "vscode-languageserver";
import { inLocale, localeFor, useLocale } from "../l10n.ts";
import { rules } from "../rules/index.ts";
import { createLanguageService } from "../service.ts";
import type { FileSystem } from "../workspace/file-system.ts";
import { answerAlignment } from "./alignment.ts";
import { introduce } from "./capabilities.ts";
import { answerCells } from "./cells.ts";
import { answerCheckAll } from "./check-all.ts";
import { clientOf } from "./client.ts";
import { answerCodeActions } from "./code-actions.ts";
import { answerColumnNames } from "./column-names.ts";
import { createConfigFiles } from "./config-file.ts";
import { answerDiagnostics, type Schedule, sendDiagnostics } from "./diagnostics.ts";
import { followDocuments } from "./documents.ts";
import { answerFormatting } from "./formatting.ts";
import { answerInsight } from "./insight.ts";
import { answerNewReport } from "./new-report.ts";
import { answerPreview } from "./preview.ts";
import { answerRename } from "./rename.ts";
import { answerRulePage } from "./rule-page.ts";
import { followSettings } from "./settings.ts";
import { answerStatus } from "./status.ts";
import { answerStructure } from "./structure.ts";
import { followSurroundings } from "./workspace.ts";

/** A pause in typing after which diagnostics are sent to a client that does not ask for them, in milliseconds. */
const PAUSE = 200;

const whenTypingPauses: Schedule = (work) => {
  const timer = setTimeout(work, PAUSE);
  return () => clearTimeout(timer);
};

/** For an editor whose files cannot be read: what is open is compared, and nothing else. */
const noFiles: FileSystem = {
  list: async () => [],
  read: async () => ({ failure: "unreadable" }),
};

/** Serves one editor over a connection, from its first message on. */
export function startServer(
  connection: Connection,
  files: FileSystem = noFiles,
  schedule: Schedule = whenTypingPauses,
): void {
  // The protocol has the client speak first, so no handler runs before this is what the client says.
  let client = clientOf({ capabilities: {}, processId: null, rootUri: null });
  const current = (): typeof client => client;
  const service = createLanguageService(({ code }, error) => {
    connection.console.error(`${code}: ${error instanceof Error ? error.stack : error}`);
  });
  const titles = new Map(rules.map(({ code, title }) => [code, title]));
  const titleOf = (code: string): string => {
    const title = titles.get(code);
    return title === undefined ? code : inLocale(title, localeFor(client.locale));
  };
  connection.onInitialize((params) => {
    client = clientOf(params);
    useLocale(localeFor(client.locale));
    return introduce(client);
  });
  const settings = followSettings(connection, current);
  const surroundings = followSurroundings(connection, service, files, current);
  const documents = followDocuments(service, settings, surroundings);
  const configs = createConfigFiles(
    documents,
    current,
    surroundings.configFindings,
    surroundings.knownReports,
  );
  answerDiagnostics(connection, documents, settings, current, schedule, configs.diagnostics);
  sendDiagnostics(connection, documents, settings, current, schedule, configs.diagnostics);
  answerCodeActions(connection, documents, service, current, titleOf);
  const offerFormatting = answerFormatting(connection, documents, settings, current);
  connection.onInitialized(() => {
    settings.follow();
    surroundings.follow();
    offerFormatting();
  });
  answerStructure(connection, documents, current);
  answerInsight(connection, documents, settings, configs);
  answerPreview(connection, documents);
  answerNewReport(connection, settings, surroundings);
  answerRename(connection, documents);
  answerStatus(connection, documents);
  answerRulePage(connection, current);
  answerCells(connection, documents);
  answerAlignment(connection, documents);
  answerColumnNames(connection, documents, settings, current);
  answerCheckAll(connection, documents, settings, surroundings, current);
  documents.texts.listen(connection);
  connection.listen();
}

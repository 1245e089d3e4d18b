import type { Connection, TextDocumentIdentifier } from "vscode-languageserver";
import { countRelations } from "../relations/count.ts";
import type { Documents } from "./documents.ts";

/** For a status beside the text: how a document's reports fare. */
export const statusRequest = "gouji/status";

export interface StatusAnswer {
  /** 0 for a text that is no report. */
  readonly reports: number;
  /** Relations that could be told to hold or fail, and those of them that hold. */
  readonly relations: number;
  readonly holding: number;
  readonly errors: number;
  readonly warnings: number;
  /** Whether tabs part the cells of some table, which other formatters take for white space. */
  readonly hasTabTables: boolean;
}

export function answerStatus(connection: Connection, documents: Documents): void {
  connection.onRequest(
    statusRequest,
    async ({ textDocument }: { textDocument: TextDocumentIdentifier }): Promise<StatusAnswer | null> => {
      const checked = await documents.check(textDocument.uri);
      if (checked === undefined) return null;
      const { parsed, found, settings } = checked;
      const reports = parsed.reports.filter(({ isReport }) => isReport);
      const count = (severity: string): number => found.filter((one) => one.severity === severity).length;
      return {
        reports: reports.length,
        ...countRelations(parsed.reports, settings.relations),
        errors: count("error"),
        warnings: count("warning"),
        hasTabTables: reports.some(({ tables }) => tables.some(({ layout }) => layout === "tab")),
      };
    },
  );
}

import type { Connection } from "vscode-languageserver";
import { type NewReport, newReport } from "../features/new-report.ts";
import { defaultSettings } from "../service.ts";

/** The text of a report to be filled in, for an editor that can ask its author for these. */
export const newReportRequest = "gouji/newReport";

export type NewReportParams = Pick<NewReport, "agency" | "year" | "language" | "layout">;

export function answerNewReport(connection: Connection): void {
  connection.onRequest(newReportRequest, (params: NewReportParams): string =>
    newReport({ ...params, lineBreak: "\n", ambiguousWidth: defaultSettings.ambiguousWidth }),
  );
}

import type { Connection } from "vscode-languageserver";
import { carriedOverTo, type NewReport, newReport } from "../features/new-report.ts";
import type { SettingsSource } from "./settings.ts";
import type { Surroundings } from "./workspace.ts";

/** The text of a report to be filled in, for an editor that can ask its author for these. */
export const newReportRequest = "gouji/newReport";

/** The agencies whose reports stand in the folders that are open, those with the newest first: string[]. */
export const agenciesRequest = "gouji/agencies";

export type NewReportParams = Pick<NewReport, "agency" | "year" | "language" | "layout">;

export interface NewReportAnswer {
  readonly text: string;
  /** URI of last year's report, from which row 二 of 表三 was filled in. */
  readonly filledFrom?: string;
}

export function answerNewReport(
  connection: Connection,
  settings: SettingsSource,
  surroundings: Surroundings,
): void {
  connection.onRequest(agenciesRequest, async () => surroundings.agencies(await settings.of()));

  connection.onRequest(newReportRequest, async (params: NewReportParams): Promise<NewReportAnswer> => {
    const own = await settings.of();
    const previous = await surroundings.previousOf(params.agency, params.year, own);
    const carriedOver = previous && carriedOverTo(previous);
    const { ambiguousWidth } = own;
    const text = newReport({
      ...params,
      lineBreak: "\n",
      ambiguousWidth,
      ...(carriedOver && { carriedOver }),
    });
    const isFilled = previous !== undefined && carriedOver !== undefined && carriedOver.size > 0;
    return { text, ...(isFilled && { filledFrom: previous.uri }) };
  });
}

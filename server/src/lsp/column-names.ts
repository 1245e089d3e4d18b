import type { Connection, InlayHint } from "vscode-languageserver";
import { columnNamesIn } from "../features/column-names.ts";
import type { Client } from "./client.ts";
import type { Documents } from "./documents.ts";
import type { SettingsSource } from "./settings.ts";

/** Behind each figure that stands alone on its line, what it counts. */
export function answerColumnNames(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  client: () => Client,
): void {
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }): Promise<InlayHint[] | null> => {
    const { namesColumns } = await settings.of(uri);
    const parsed = documents.get(uri)?.parsed;
    if (parsed === undefined || !namesColumns) return null;
    const within = { start: parsed.lines.offsetAt(range.start), end: parsed.lines.offsetAt(range.end) };
    return columnNamesIn(parsed, within).map(({ offset, label, cell }) => ({
      position: parsed.lines.positionAt(offset),
      label,
      tooltip: cell,
      paddingLeft: true,
    }));
  });
  settings.onDidChange(() => {
    if (!client().refreshesInlayHints) return;
    connection.languages.inlayHint.refresh().catch((error: unknown) => {
      connection.console.error(String(error));
    });
  });
}

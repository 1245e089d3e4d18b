import {
  type Connection,
  type Disposable,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type Range,
  type TextEdit,
} from "vscode-languageserver";
import { formatDocument } from "../features/formatting.ts";
import { rangeOfSpan } from "../features/ranges.ts";
import type { Client } from "./client.ts";
import type { Documents } from "./documents.ts";
import type { SettingsSource } from "./settings.ts";

/** HTML is left to the formatter that every editor has for it: of two, an author would have to choose. */
const SELECTOR = ["markdown", "plaintext", "gov-report"].map((language) => ({ language }));

/** Formatting, offered while the setting says so. The function returned is to be called when the client is ready. */
export function answerFormatting(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  client: () => Client,
): () => void {
  connection.onDocumentFormatting(({ textDocument: { uri } }) => format(uri));
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) => format(uri, range));

  async function format(uri: string, range?: Range): Promise<TextEdit[] | null> {
    const { formats, ambiguousWidth } = await settings.of(uri);
    const parsed = documents.get(uri)?.parsed;
    if (parsed === undefined || !formats) return null;
    const { lines } = parsed;
    const span = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    return formatDocument(parsed, { ambiguousWidth }, span).map((edit) => ({
      range: rangeOfSpan(lines, edit),
      newText: edit.newText,
    }));
  }

  let registered: Promise<Disposable[]> = Promise.resolve([]);
  const follow = (): void => {
    if (!client().registersFormatting) return;
    registered = registered.then(async (before) => {
      const { formats } = await settings.of();
      if (formats === before.length > 0) return before;
      for (const one of before) one.dispose();
      return formats ? register(connection) : [];
    });
    registered = registered.catch((error: unknown) => {
      connection.console.error(String(error));
      return [];
    });
  };
  settings.onDidChange(follow);
  return follow;
}

function register(connection: Connection): Promise<Disposable[]> {
  const options = { documentSelector: SELECTOR };
  return Promise.all([
    connection.client.register(DocumentFormattingRequest.type, options),
    connection.client.register(DocumentRangeFormattingRequest.type, options),
  ]);
}

import {
  type Connection,
  ErrorCodes,
  type LinkedEditingRanges,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { rangeOfSpan } from "../features/ranges.ts";
import { linkedSpans, nameAt, namePatterns, renameEdits } from "../features/rename.ts";
import type { Documents } from "./documents.ts";

/** The agency's name and the year, through the whole report: changed at once, or while one of them is edited. */
export function answerRename(connection: Connection, documents: Documents): void {
  connection.onPrepareRename(({ textDocument: { uri }, position }): Range | null => {
    const parsed = documents.get(uri)?.parsed;
    const name = parsed && nameAt(parsed, parsed.lines.offsetAt(position));
    return parsed && name ? rangeOfSpan(parsed.lines, name.span) : null;
  });

  connection.languages.onLinkedEditingRange(
    ({ textDocument: { uri }, position }): LinkedEditingRanges | null => {
      const parsed = documents.get(uri)?.parsed;
      const name = parsed && nameAt(parsed, parsed.lines.offsetAt(position));
      const spans = parsed && name && linkedSpans(parsed, name);
      if (parsed === undefined || name === undefined || spans === undefined || spans.length < 2) return null;
      const ranges = spans.map((span) => rangeOfSpan(parsed.lines, span));
      return { ranges, wordPattern: namePatterns[name.kind] };
    },
  );

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }): WorkspaceEdit | null => {
    const parsed = documents.get(uri)?.parsed;
    const name = parsed && nameAt(parsed, parsed.lines.offsetAt(position));
    if (parsed === undefined || name === undefined) return null;
    try {
      const edits = renameEdits(name, newName);
      return {
        changes: {
          [uri]: edits.map((edit) => ({ range: rangeOfSpan(parsed.lines, edit), newText: edit.newText })),
        },
      };
    } catch (error) {
      // Told to the author as it is.
      if (error instanceof RangeError) throw new ResponseError(ErrorCodes.InvalidParams, error.message);
      throw error;
    }
  });
}

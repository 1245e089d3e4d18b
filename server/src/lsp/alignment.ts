import type { Connection, Position, TextDocumentIdentifier } from "vscode-languageserver";
import { alignmentOf } from "../features/alignment.ts";
import type { Documents } from "./documents.ts";

/** Where an editor is to leave room so that the figures of tab tables stand in columns; nothing in the text changes. */
export const alignmentRequest = "gouji/alignment";

export interface AlignmentAnswer extends Position {
  /** Widths of a digit (ch). */
  readonly narrow: number;
  /** Widths of a Chinese character (em). */
  readonly wide: number;
}

interface Asked {
  readonly textDocument: TextDocumentIdentifier;
  readonly tabSize: number;
}

export function answerAlignment(connection: Connection, documents: Documents): void {
  connection.onRequest(alignmentRequest, ({ textDocument, tabSize }: Asked): readonly AlignmentAnswer[] => {
    const parsed = documents.get(textDocument.uri)?.parsed;
    if (parsed === undefined) return [];
    return alignmentOf(parsed, tabSize).map(({ offset, narrow, wide }) => ({
      ...parsed.lines.positionAt(offset),
      narrow,
      wide,
    }));
  });
}

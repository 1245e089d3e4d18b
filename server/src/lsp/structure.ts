import { type Connection, FoldingRange, type SelectionRange } from "vscode-languageserver";
import { foldingRanges } from "../features/folding.ts";
import { needsOwnOutline } from "../features/outline.ts";
import { rangeOfSpan } from "../features/ranges.ts";
import { selectionRanges } from "../features/selection.ts";
import { documentSymbols, flatSymbols } from "../features/symbols.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Client } from "./client.ts";
import type { Documents } from "./documents.ts";

/** Outline, folding and selection by the report's own structure. */
export function answerStructure(connection: Connection, documents: Documents, client: () => Client): void {
  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    if (document === undefined) return [];
    const { parsed } = document;
    // Two outlines of one document are shown beside each other.
    if (client().hasOwnOutline && !needsOwnOutline(parsed)) return [];
    const symbols = documentSymbols(parsed);
    return client().nestsSymbols ? symbols : flatSymbols(symbols, uri);
  });

  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    return document === undefined ? [] : foldingsOf(document.parsed).slice(0, client().mostFoldings);
  });

  connection.onSelectionRanges(({ textDocument: { uri }, positions }) => {
    const parsed = documents.get(uri)?.parsed;
    if (parsed === undefined) return null;
    return positions.map((position) => selectionAt(parsed, parsed.lines.offsetAt(position)));
  });
}

function foldingsOf(parsed: ParsedDocument): FoldingRange[] {
  return foldingRanges(parsed).flatMap(({ start, end, kind }) => {
    const [first, last] = [parsed.lines.positionAt(start).line, parsed.lines.positionAt(end).line];
    if (last <= first) return [];
    return [FoldingRange.create(first, last, undefined, undefined, kind)];
  });
}

/** From the innermost outwards; the position itself where nothing is known there. */
function selectionAt(parsed: ParsedDocument, offset: number): SelectionRange {
  const spans = selectionRanges(parsed, offset);
  let selection: SelectionRange | undefined;
  for (const span of [...spans].reverse()) {
    selection = { range: rangeOfSpan(parsed.lines, span), ...(selection && { parent: selection }) };
  }
  return selection ?? { range: rangeOfSpan(parsed.lines, { start: offset, end: offset }) };
}

import {
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  MarkupKind,
  SemanticTokensBuilder,
} from "vscode-languageserver";
import { type Highlight, highlightsAt } from "../features/highlight.ts";
import { hoverAt } from "../features/hover.ts";
import { rangeOfSpan } from "../features/ranges.ts";
import { semanticTokens, tokenModifiers, tokenTypes } from "../features/semantic-tokens.ts";
import type { Documents } from "./documents.ts";

const KINDS: Readonly<Record<Highlight["role"], DocumentHighlightKind>> = {
  self: DocumentHighlightKind.Text,
  operand: DocumentHighlightKind.Read,
  total: DocumentHighlightKind.Write,
};

/** What a figure is, what it goes into, and colours. */
export function answerInsight(connection: Connection, documents: Documents): void {
  connection.onHover(({ textDocument: { uri }, position }): Hover | null => {
    const parsed = documents.get(uri)?.parsed;
    const hover = parsed && hoverAt(parsed, parsed.lines.offsetAt(position));
    if (parsed === undefined || hover === undefined) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: hover.text },
      range: rangeOfSpan(parsed.lines, hover.span),
    };
  });

  connection.onDocumentHighlight(({ textDocument: { uri }, position }): DocumentHighlight[] | null => {
    const parsed = documents.get(uri)?.parsed;
    if (parsed === undefined) return null;
    return highlightsAt(parsed, parsed.lines.offsetAt(position)).map(({ span, role }) => ({
      range: rangeOfSpan(parsed.lines, span),
      kind: KINDS[role],
    }));
  });

  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => {
    const builder = new SemanticTokensBuilder();
    const parsed = documents.get(uri)?.parsed;
    if (parsed === undefined) return builder.build();
    for (const { span, type, modifiers } of semanticTokens(parsed)) {
      const { start } = rangeOfSpan(parsed.lines, span);
      const bits = modifiers.reduce((all, modifier) => all | (1 << tokenModifiers.indexOf(modifier)), 0);
      builder.push(start.line, start.character, span.end - span.start, tokenTypes.indexOf(type), bits);
    }
    return builder.build();
  });
}

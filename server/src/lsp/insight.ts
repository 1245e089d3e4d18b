import {
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  type Location,
  MarkupKind,
  SemanticTokensBuilder,
} from "vscode-languageserver";
import { type Completion, completionsAt } from "../features/completion.ts";
import { type Highlight, highlightsAt } from "../features/highlight.ts";
import { hoverAt } from "../features/hover.ts";
import { definitionsAt, definitionsElsewhere, referencesAt, referencesElsewhere } from "../features/links.ts";
import { rangeOfSpan } from "../features/ranges.ts";
import { semanticTokens, tokenModifiers, tokenTypes } from "../features/semantic-tokens.ts";
import type { ConfigFiles } from "./config-file.ts";
import type { Documents } from "./documents.ts";
import type { SettingsSource } from "./settings.ts";

const KINDS: Readonly<Record<Highlight["role"], DocumentHighlightKind>> = {
  self: DocumentHighlightKind.Text,
  operand: DocumentHighlightKind.Read,
  total: DocumentHighlightKind.Write,
  claim: DocumentHighlightKind.Text,
};

const COMPLETION_KINDS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  row: CompletionItemKind.Field,
  sum: CompletionItemKind.Value,
  number: CompletionItemKind.Value,
};

/** What a figure is, what it goes into, what speaks of it, what may be written, and colours. */
export function answerInsight(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  configs: ConfigFiles,
): void {
  connection.onHover(async ({ textDocument: { uri }, position }): Promise<Hover | null> => {
    const checked = await documents.check(uri);
    if (checked === undefined || !checked.settings.hovers) return null;
    const { parsed, others, settings } = checked;
    const hover = hoverAt(parsed, parsed.lines.offsetAt(position), others, settings.relations);
    if (hover === undefined) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: hover.text },
      range: rangeOfSpan(parsed.lines, hover.span),
    };
  });

  connection.onDocumentHighlight(
    async ({ textDocument: { uri }, position }): Promise<DocumentHighlight[] | null> => {
      const checked = await documents.check(uri);
      if (checked === undefined) return null;
      const { parsed, settings } = checked;
      return highlightsAt(parsed, parsed.lines.offsetAt(position), settings.relations).map(
        ({ span, role }) => ({ range: rangeOfSpan(parsed.lines, span), kind: KINDS[role] }),
      );
    },
  );

  connection.onDefinition(async ({ textDocument: { uri }, position }): Promise<Location[] | null> => {
    const checked = await documents.check(uri);
    if (checked === undefined) return null;
    const { parsed, others } = checked;
    const offset = parsed.lines.offsetAt(position);
    const here = definitionsAt(parsed, offset).map((span) => ({
      uri,
      range: rangeOfSpan(parsed.lines, span),
    }));
    return [...here, ...definitionsElsewhere(parsed, offset, others)];
  });
  connection.onReferences(async ({ textDocument: { uri }, position }): Promise<Location[] | null> => {
    // Reads the folder, too, where nobody has.
    const checked = await documents.check(uri);
    if (checked === undefined) return null;
    const { parsed } = checked;
    const offset = parsed.lines.offsetAt(position);
    const here = referencesAt(parsed, offset).map((span) => ({
      uri,
      range: rangeOfSpan(parsed.lines, span),
    }));
    return [...here, ...referencesElsewhere(parsed, offset, documents.comparedWith(uri, parsed))];
  });

  connection.onCompletion(async ({ textDocument: { uri }, position }): Promise<CompletionItem[] | null> => {
    if (!(await settings.of(uri)).completes) return null;
    const parsed = documents.get(uri)?.parsed;
    if (parsed === undefined) return configs.complete(uri, position) ?? null;
    return completionsAt(parsed, parsed.lines.offsetAt(position)).map(
      ({ kind, label, detail, newText, span }, index) => ({
        label,
        detail,
        kind: COMPLETION_KINDS[kind],
        textEdit: { range: rangeOfSpan(parsed.lines, span), newText },
        // What is typed is compared with what will stand there, marks included; a sum stands whatever was typed.
        filterText: (kind === "sum" && parsed.document.text.slice(span.start, span.end)) || newText,
        preselect: index === 0 && (kind === "sum" || kind === "number"),
        // The order of the form, which no alphabet knows.
        sortText: String(index).padStart(3, "0"),
      }),
    );
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

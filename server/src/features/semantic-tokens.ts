import { type Place, spanOf } from "../document/block.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import { placeOf } from "../reconcile/locate.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import { remember } from "../report/remember.ts";
import type { Report, Section } from "../report/report.ts";
import { headingsOf } from "../rules/support.ts";
import type { Span } from "./statutory-data.ts";

/** Standard types, so that every editor has a colour for them. */
export const tokenTypes = ["keyword", "property", "number"] as const;
/** total: a sum of others. failing: most likely wrong, or a total that its parts do not make. */
export const tokenModifiers = ["total", "failing"] as const;

export interface SemanticToken {
  /** Within one line. */
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/** Headings, row labels and figures of the reports in a text, in order and apart. Nothing where there is none. */
export function semanticTokens({ document, reports }: ParsedDocument): SemanticToken[] {
  const tokens = reports
    .filter(({ isReport }) => isReport)
    .flatMap(tokensOf)
    .flatMap(({ place, type, modifiers }) =>
      linesIn(document.text, spanOf(document, place)).map((span) => ({ span, type, modifiers })),
    )
    .sort((a, b) => a.span.start - b.span.start);
  let end = 0;
  return tokens.filter(({ span }) => {
    const isApart = span.start >= end;
    if (isApart) end = span.end;
    return isApart;
  });
}

type PlacedToken = Omit<SemanticToken, "span"> & { readonly place: Place };

const tokensOf: (report: Report) => readonly PlacedToken[] = remember((report) => [...tokensIn(report)]);

function* tokensIn(report: Report): Generator<PlacedToken> {
  const { title, tables } = report;
  const headings: readonly Pick<Section, "place">[] = [...(title ? [title] : []), ...headingsOf(report)];
  for (const { place } of headings) yield { place, type: "keyword", modifiers: [] };
  const failing = new Set(relationsOf(report).flatMap(({ causes }) => causes.map(placeOf)));
  const totals = new Set(
    report.form.tables.flatMap(({ relations }) =>
      relations.flatMap(({ right }) => (right.length === 1 ? right : [])),
    ),
  );
  for (const { labelPlace, figures } of tables.flatMap(({ rows }) => rows)) {
    if (labelPlace !== undefined) yield { place: labelPlace, type: "property", modifiers: [] };
    for (const { name, place } of figures) {
      const modifiers = [
        ...(totals.has(name) ? (["total"] as const) : []),
        ...(failing.has(name) ? (["failing"] as const) : []),
      ];
      yield { place, type: "number", modifiers };
    }
  }
}

/** A stretch by lines, each without the white space around it; nothing of an empty stretch. */
function linesIn(text: string, { start, end }: Span): Span[] {
  const piece = text.slice(start, end);
  // Of a figure, which most tokens are, there is nothing to take away.
  if (!/\s/.test(piece)) return piece === "" ? [] : [{ start, end }];
  const spans: Span[] = [];
  let at = start;
  for (const line of piece.split(/\r\n|\r|\n/)) {
    const trimmed = line.trim();
    const from = at + (line.length - line.trimStart().length);
    if (trimmed !== "") spans.push({ start: from, end: from + trimmed.length });
    at += line.length + (text.startsWith("\r\n", at + line.length) ? 2 : 1);
  }
  return spans;
}

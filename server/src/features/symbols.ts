import type { DocumentSymbol, SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { ParsedDocument } from "../report/parsed.ts";
import type { LineIndex } from "../text/lines.ts";
import { type OutlineNode, outlineTree } from "./outline.ts";
import { rangeOfSpan } from "./ranges.ts";

/** Which picture an editor draws: the protocol's numbers for a file, a string (as for headings of markdown), an array. */
const KINDS = { report: 1, section: 15, table: 18 } as const satisfies Readonly<
  Record<OutlineNode["kind"], SymbolKind>
>;

/** The outline as editors show it. */
export function documentSymbols(parsed: ParsedDocument): DocumentSymbol[] {
  return outlineTree(parsed).map((node) => symbolOf(node, parsed.lines));
}

function symbolOf(
  { title, kind, range, selectionRange, children }: OutlineNode,
  lines: LineIndex,
): DocumentSymbol {
  return {
    name: title,
    kind: KINDS[kind],
    range: rangeOfSpan(lines, range),
    selectionRange: rangeOfSpan(lines, selectionRange),
    children: children.map((child) => symbolOf(child, lines)),
  };
}

/** The same for editors that know no tree: in the order of the text, each with the name of what it stands in. */
export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatSymbols(children, uri, name),
  ]);
}

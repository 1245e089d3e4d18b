import * as l10n from "@vscode/l10n";
import { isCollection, isScalar, visit, type YAMLError } from "yaml";
import type { ConfigMistake } from "./check-shape.ts";
import type { ConfigSource, Span } from "./source.ts";

/** What makes a text no YAML. The YAML library's own words are for programmers; the place tells more. */
export function yamlMistake(
  source: ConfigSource,
  { code, message, pos: [start, end] }: YAMLError,
): ConfigMistake {
  const at = { start, end };
  switch (code) {
    case "DUPLICATE_KEY":
      return { ...at, message: l10n.t("This key is there twice.") };
    case "TAB_AS_INDENT":
      return { ...at, message: l10n.t("Indent with spaces, not with tabs.") };
    case "MISSING_CHAR":
      if (!message.startsWith("Missing closing")) break;
      return {
        ...(lastOpened(source, start, "quote") ?? at),
        message: l10n.t("This quotation mark is never closed."),
      };
    case "BAD_INDENT":
      if (!message.startsWith("Flow ")) break;
      return {
        ...(lastOpened(source, start, "bracket") ?? at),
        message: l10n.t("This bracket is never closed."),
      };
  }
  return { ...at, message: l10n.t("This is no valid YAML.") };
}

/** The library tells where it noticed; people look for what they have not closed. To the end of its line. */
function lastOpened(
  { text, document }: ConfigSource,
  before: number,
  what: "quote" | "bracket",
): Span | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      const isOne =
        what === "quote"
          ? isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE")
          : isCollection(node) && node.flow === true;
      const start = node.range?.[0];
      if (isOne && start !== undefined && start < before) found = start;
    },
  });
  if (found === undefined) return undefined;
  const length = text.slice(found).search(/[\r\n]/);
  return { start: found, end: length < 0 ? text.length : found + length };
}

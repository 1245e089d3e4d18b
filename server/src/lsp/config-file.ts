import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  type Position,
} from "vscode-languageserver";
import { SEVERITIES, SOURCE } from "../features/diagnostics.ts";
import { rangeOfSpan } from "../features/ranges.ts";
import { formForYear } from "../forms/index.ts";
import { inLocale, localeFor } from "../l10n.ts";
import type { NamedTable } from "../relations/named-table.ts";
import { readingsOf, tablesOfForm } from "../relations/tables.ts";
import { documentationUrl } from "../rules/documentation.ts";
import { rules } from "../rules/index.ts";
import { indexLines } from "../text/lines.ts";
import { type ConfigItem, configCompletion } from "../workspace/config/completion.ts";
import { configName } from "../workspace/config/config.ts";
import { configDiagnostics } from "../workspace/config/diagnostics.ts";
import { knownTables } from "../workspace/config/known-tables.ts";
import { readConfig } from "../workspace/config/read-config.ts";
import { spanAt } from "../workspace/config/source.ts";
import { type ConfigFinding, severityOf } from "../workspace/config-findings.ts";
import { folderKeyOf, keyOf } from "../workspace/file-system.ts";
import type { Client } from "./client.ts";
import type { Documents } from "./documents.ts";

/** What is told and offered in the gouji.yaml files that are open. */
export interface ConfigFiles {
  /** What is to be said of one; undefined for any other file. */
  diagnostics(uri: string): Diagnostic[] | undefined;
  complete(uri: string, position: Position): CompletionItem[] | undefined;
}

const KINDS: Readonly<Record<ConfigItem["kind"], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  rule: CompletionItemKind.Constant,
  value: CompletionItemKind.EnumMember,
  table: CompletionItemKind.Struct,
  row: CompletionItemKind.Field,
  column: CompletionItemKind.Field,
  function: CompletionItemKind.Function,
  file: CompletionItemKind.File,
};

const CODES: ReadonlySet<string> = new Set(rules.map(({ code }) => code));

/**
 * @param findingsOf what the workspace finds in a folder's gouji.yaml, by its URI.
 * @param reportFiles the files that are known to hold reports.
 */
export function createConfigFiles(
  documents: Documents,
  client: () => Client,
  findingsOf: (uri: string) => readonly ConfigFinding[],
  reportFiles: () => readonly string[],
): ConfigFiles {
  const { texts } = documents;
  const textOf = (uri: string): string | undefined =>
    isConfigFile(uri) ? texts.get(uri)?.getText() : undefined;

  /** The tables of the open files below a gouji.yaml, to which it may apply. */
  const tablesBelow = (uri: string): readonly NamedTable[] => {
    const folder = folderKeyOf(uri.slice(0, uri.lastIndexOf("/")));
    return texts
      .keys()
      .filter((one) => keyOf(one).startsWith(folder))
      .flatMap((one) => documents.get(one)?.parsed.reports.flatMap(readingsOf) ?? []);
  };

  /** The reports below a gouji.yaml, by their paths from its folder. */
  const reportsBelow = (uri: string): readonly string[] => {
    const folder = folderKeyOf(uri.slice(0, uri.lastIndexOf("/")));
    return reportFiles()
      .map(keyOf)
      .filter((key) => key.startsWith(folder))
      .map((key) => key.slice(folder.length))
      .sort();
  };

  return {
    diagnostics(uri) {
      const text = textOf(uri);
      if (text === undefined) return undefined;
      const reading = readConfig(text, CODES);
      const lines = indexLines(text);
      const { rules: set } = reading.config;
      const found = findingsOf(uri).flatMap((finding): Diagnostic[] => {
        const { code, message, path, isKey } = finding;
        const severity = severityOf(finding, set);
        const span = spanAt(reading.source, path, isKey);
        if (severity === "off" || span === undefined) return [];
        const codeDescription = { href: documentationUrl(code, client().rulePages) };
        const range = rangeOfSpan(lines, span);
        return [{ range, severity: SEVERITIES[severity], code, codeDescription, source: SOURCE, message }];
      });
      const said = configDiagnostics(reading, knownTables("open", tablesBelow(uri))).map(
        ({ severity, message, ...span }): Diagnostic => ({
          range: rangeOfSpan(lines, span),
          severity: SEVERITIES[severity],
          source: SOURCE,
          message,
        }),
      );
      return [...said, ...found];
    },
    complete(uri, position) {
      const text = textOf(uri);
      if (text === undefined) return undefined;
      const lines = indexLines(text);
      // Where none is open the newest form's tables are there all the same.
      const tables = [...tablesBelow(uri), ...tablesOfForm(formForYear(undefined))];
      const items = configCompletion(text, lines.offsetAt(position), rules, tables, reportsBelow(uri));
      return items.map(({ kind, label, newText, documentation, ...span }, index) => ({
        label,
        kind: KINDS[kind],
        textEdit: { range: rangeOfSpan(lines, span), newText },
        // The order of the table, which no alphabet knows.
        sortText: String(index).padStart(3, "0"),
        ...(documentation && { documentation: inLocale(documentation, localeFor(client().locale)) }),
      }));
    },
  };
}

function isConfigFile(uri: string): boolean {
  return keyOf(uri).endsWith(`/${configName}`);
}

import * as l10n from "@vscode/l10n";
import type { Node } from "yaml";
import { type BindingProblem, bind } from "../../relations/bind.ts";
import { isCalled } from "../../relations/named-table.ts";
import { type NamedLines, nameOf } from "../../relations/names.ts";
import type { OwnRelation, Severity } from "../../rules/rule.ts";
import { nearest } from "../../text/nearest.ts";
import type { ConfigMistake } from "./check-shape.ts";
import type { KnownTables } from "./known-tables.ts";
import type { ConfigReading } from "./read-config.ts";
import { child, itemsOf, resolved, type Span, spanInScalar, spanOfNode, textOf } from "./source.ts";

/** Something to say of a gouji.yaml, with its place in the text. */
export interface ConfigDiagnostic extends ConfigMistake {
  readonly severity: Severity;
}

/**
 * What is wrong with a gouji.yaml; and, as far as tables are known, which of its relations find none, and which names
 * their tables lack.
 *
 * @param known while no open file has a table, nothing is said of tables.
 */
export function configDiagnostics(reading: ConfigReading, known: KnownTables): readonly ConfigDiagnostic[] {
  const mistakes = reading.mistakes.map((one): ConfigDiagnostic => ({ ...one, severity: "error" }));
  const doubts = relationDoubts(reading, known);
  return [...mistakes, ...doubts].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The relations that find no table, and the names that their tables lack. */
export function relationDoubts(reading: ConfigReading, known: KnownTables): ConfigDiagnostic[] {
  if (known.of === "open" && known.titles.size === 0) return [];
  return [...reading.nodes].flatMap(([relation, node]) => [...doubtsOf(reading, relation, node, known)]);
}

function* doubtsOf(
  { source }: ConfigReading,
  relation: OwnRelation,
  node: Node,
  { of, tables, titles }: KnownTables,
): Generator<ConfigDiagnostic> {
  const called = tables.filter(({ titles }) => isCalled(titles, relation.table));
  if (called.length === 0) {
    const message = noTable(of, relation.table, nearest(relation.table, titles));
    yield { ...spanOfNode(child(source, node, "table")), severity: "information", message };
    return;
  }
  // It is asked of every table of that name that has all of its names; one is enough.
  const found = called.map((table) => ({ table, binding: bind(relation, table) }));
  if (found.some(({ binding }) => binding.along !== undefined)) return;
  const [best] = found
    .flatMap(({ table, binding }) =>
      binding.along === undefined ? [{ table, problem: binding.problem }] : [],
    )
    .sort((a, b) => countOf(a.problem) - countOf(b.problem));
  if (best === undefined) return;
  const checkNode = child(source, node, "check");
  const { kind, names, inNames } = best.problem;
  if (kind === "both") {
    const message = l10n.t("These are names of rows and of columns: say “each: row” or “each: column”");
    yield { ...spanOfNode(checkNode), severity: "warning", message };
    return;
  }
  for (const name of names) {
    const lines = [best.table.rows, best.table.columns];
    const isOther = kind === "unknown" && lines.some((some) => some.find(name.text).length > 0);
    const message = isOther
      ? l10n.t(
          "A relation is between rows or between columns; “{0}” is not what the rest of it is",
          name.text,
        )
      : messageOf(kind, name.text, relation, lines);
    yield { ...spanInScalar(source, checkNode, name), severity: "warning", message };
  }
  for (const name of inNames) {
    const lines = [best.table.columns, best.table.rows];
    const isOther = kind === "unknown" && lines.some((some) => some.find(name).length > 0);
    const message = isOther
      ? l10n.t("“in” names columns where the relation names rows, and rows where it names columns")
      : messageOf(kind, name, relation, lines);
    yield { ...spanOfEntry(source, node, name), severity: "warning", message };
  }
}

function noTable(of: KnownTables["of"], table: string, meant: string | undefined): string {
  if (of === "open")
    return meant === undefined
      ? l10n.t("No open file has a table “{0}”", table)
      : l10n.t("No open file has a table “{0}”; is “{1}” meant?", table, meant);
  return meant === undefined
    ? l10n.t("No file has a table “{0}”", table)
    : l10n.t("No file has a table “{0}”; is “{1}” meant?", table, meant);
}

function countOf({ kind, names, inNames }: BindingProblem): number {
  return kind === "both" ? 0 : names.length + inNames.length;
}

function messageOf(
  kind: "unknown" | "several",
  name: string,
  { table }: OwnRelation,
  lines: readonly NamedLines[],
): string {
  if (kind === "several") {
    const one = lines.find((some) => some.find(name).length > 1);
    const [example] = one?.find(name).flatMap((index) => nameOf(one, index) ?? []) ?? [];
    return example === undefined
      ? l10n.t("Table “{0}” has several rows or columns “{1}”", table, name)
      : l10n.t(
          "Table “{0}” has several rows or columns “{1}”; write for example “{2}”",
          table,
          name,
          example,
        );
  }
  const meant = nearest(
    name,
    lines.flatMap((some) => some.lines.map(({ label }) => label)),
  );
  return meant === undefined
    ? l10n.t("Table “{0}” has no row and no column “{1}”", table, name)
    : l10n.t("Table “{0}” has no row and no column “{1}”; is “{2}” meant?", table, name, meant);
}

/** Where one of the names of `in` stands. */
function spanOfEntry(source: ConfigReading["source"], node: Node, name: string): Span {
  const list = child(source, node, "in");
  const entry = itemsOf(source, list).find((item) => textOf(resolved(source, item)) === name);
  return spanOfNode(entry ?? list);
}

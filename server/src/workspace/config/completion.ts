import { bind } from "../../relations/bind.ts";
import { isCalled, type NamedTable } from "../../relations/named-table.ts";
import { type NamedLines, nameOf } from "../../relations/names.ts";
import { parseExpression } from "../../relations/parse-expression.ts";
import { needsQuotes, tokensOf } from "../../relations/tokens.ts";
import type { Bilingual, Rule } from "../../rules/rule.ts";
import { type Cursor, cursorIn } from "./cursor.ts";
import type { Span } from "./source.ts";

/** Something that may be written at the cursor, in the place of what is there of it. */
export interface ConfigItem extends Span {
  readonly kind: "key" | "rule" | "value" | "table" | "row" | "column" | "function" | "file";
  readonly label: string;
  readonly newText: string;
  readonly documentation?: Bilingual;
}

/** More to choose from helps nobody. */
const MOST = 300;

/**
 * What may be written at a place of gouji.yaml: keys, codes of rules, severities, the names of tables, and in a
 * relation the names of its table's rows and columns.
 *
 * @param tables those of the files that are open, and of the form.
 * @param files the reports there are, by their paths from the folder of gouji.yaml.
 */
export function configCompletion(
  text: string,
  offset: number,
  rules: readonly Pick<Rule, "code" | "title">[],
  tables: readonly NamedTable[],
  files: readonly string[] = [],
): readonly ConfigItem[] {
  const cursor = cursorIn(text, offset);
  if (cursor === undefined) return [];
  const items = cursor.role === "key" ? keysAt(cursor, rules, files) : valuesAt(cursor, tables, files);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
  const isKeyEnded = /^[^\s:]*\s*:/.test(rest);
  // Where folds or escapes part what is said from what is written, nothing of it is replaced.
  return items.slice(0, MOST).map(({ from, newText, ...item }): ConfigItem => {
    const typed = cursor.before.slice(from);
    const start = text.slice(0, offset).endsWith(typed) ? offset - typed.length : offset;
    const end = item.ends && rest.startsWith(cursor.after) ? offset + cursor.after.length : offset;
    // In quotation marks the colon comes behind them.
    const isKey = cursor.role === "key" && !cursor.isQuoted;
    const { ends: _, ...said } = item;
    return { ...said, start, end, newText: isKey && !isKeyEnded ? `${newText}: ` : newText };
  });
}

/** An item before it has a place: `from` counts in what the value says, `ends` where it takes all of it. */
interface Offer extends Pick<ConfigItem, "kind" | "label" | "newText" | "documentation"> {
  readonly from: number;
  readonly ends: boolean;
}

function keysAt(
  { shape, siblings, isQuoted }: Cursor,
  rules: readonly Pick<Rule, "code" | "title">[],
  files: readonly string[],
): Offer[] {
  const isNew = (name: string): boolean => !siblings.includes(name);
  const whole = { from: 0, ends: true };
  if (shape.kind === "mapping") {
    return shape.keys
      .filter(({ key }) => isNew(key))
      .map(({ key, description }) => ({
        ...whole,
        kind: "key",
        label: key,
        newText: key,
        documentation: description,
      }));
  }
  if (shape.kind !== "named") return [];
  if (shape.by === "path") {
    return files
      .filter(isNew)
      .map((file) => ({ ...whole, kind: "file", label: file, newText: isQuoted ? file : inYaml(file) }));
  }
  return rules
    .filter(({ code }) => isNew(code))
    .map(({ code, title }) => ({ ...whole, kind: "rule", label: code, newText: code, documentation: title }));
}

function valuesAt(cursor: Cursor, tables: readonly NamedTable[], files: readonly string[]): Offer[] {
  const { shape, isQuoted } = cursor;
  const plain = (kind: Exclude<ConfigItem["kind"], "key" | "rule">, label: string): Offer => ({
    kind,
    label,
    newText: isQuoted ? label : inYaml(label),
    from: 0,
    ends: true,
  });
  if (shape.kind === "choice") return shape.values.map((value) => plain("value", value));
  if (shape.kind !== "text") return [];
  switch (shape.of) {
    case "path":
    case "pattern":
      return files.map((file) => plain("file", file));
    case "table":
      return [...new Set(tables.flatMap(({ titles }) => titles))].map((title) => plain("table", title));
    case "line":
      return linesToName(cursor, tables).map(({ kind, name }) => plain(kind, name));
    case "expression":
      return inExpression(cursor, tables);
    default:
      return [];
  }
}

interface LineName {
  readonly kind: "row" | "column";
  readonly name: string;
}

/** What `in` may name: the columns where the names of the relation are rows, and the other way round. */
function linesToName({ entry }: Cursor, tables: readonly NamedTable[]): LineName[] {
  const { table = "", check = "", each } = entry;
  const { equation } = parseExpression(check);
  return unique(
    tablesCalled(table, tables).flatMap((one) => {
      const along =
        each === "row" || each === "column"
          ? each
          : equation && bind({ table, check, equation, tolerance: 0n }, one).along;
      return [
        ...(along === "row" ? [] : namesOf(one.columns, "column")),
        ...(along === "column" ? [] : namesOf(one.rows, "row")),
      ];
    }),
  );
}

/** Names of rows and columns in the place of the one at the cursor; `sum(` where a name may begin. */
function inExpression({ before, entry }: Cursor, tables: readonly NamedTable[]): Offer[] {
  const last = tokensOf(before).at(-1);
  const isOpen = last?.kind === "open";
  const isName = last?.kind === "name" || last?.kind === "number";
  const from = isOpen || (isName && last.end === before.trimEnd().length) ? last.start : before.length;
  // After a quoted name or a bracket comes a sign.
  if (last?.kind === "quoted" || (last?.kind === "sign" && last.text === ")")) return [];
  const names = tablesCalled(entry.table ?? "", tables).flatMap((table) => [
    ...namesOf(table.rows, "row"),
    ...namesOf(table.columns, "column"),
  ]);
  const sum: Offer = { kind: "function", label: "sum(…)", newText: "sum(", from, ends: false };
  return [
    ...unique(names).map(({ kind, name }): Offer => {
      const newText = isOpen || !needsQuotes(name) ? name : `「${name}」`;
      return { kind, label: name, newText, from, ends: false };
    }),
    ...(isOpen ? [] : [sum]),
  ];
}

/** The tables of a name; while it is not written, or of none, all of them. */
function tablesCalled(name: string, tables: readonly NamedTable[]): readonly NamedTable[] {
  const called = tables.filter(({ titles }) => isCalled(titles, name));
  return called.length > 0 ? called : tables;
}

function namesOf(lines: NamedLines, kind: LineName["kind"]): LineName[] {
  return lines.lines.slice(0, MOST).flatMap((_, index): LineName[] => {
    const name = nameOf(lines, index);
    return name === undefined ? [] : [{ kind, name }];
  });
}

function unique(names: readonly LineName[]): LineName[] {
  const seen = new Map(names.map((one) => [`${one.kind} ${one.name}`, one]));
  return [...seen.values()];
}

/** A text as a plain scalar of YAML where it can be one, else in quotation marks. */
function inYaml(text: string): string {
  const isPlain = /^[^\s\-?:,[\]{}#&*!|>'"%@`\d.+~][^:#,[\]{}]*$/.test(text);
  return isPlain ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

import * as l10n from "@vscode/l10n";
import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { parseDecimal } from "../../text/decimal.ts";
import { nearest } from "../../text/nearest.ts";
import type { Key, Shape } from "./keys.ts";
import { type ConfigSource, resolved, type Span, spanOfNode, textOf } from "./source.ts";

/** Something wrong with a gouji.yaml, and where. */
export interface ConfigMistake extends Span {
  readonly message: string;
}

/** Compares the nodes below a node with the shape they should have. `name` is what messages call it. */
export function* checkShape(
  source: ConfigSource,
  node: unknown,
  shape: Shape,
  name: string,
  codes: ReadonlySet<string>,
): Generator<ConfigMistake> {
  const value = resolved(source, node);
  // A key without a value says nothing.
  if (value === undefined || (isScalar(value) && value.value === null)) return;
  const mistake = (message: string, at: unknown = node): ConfigMistake => ({ ...spanOfNode(at), message });
  switch (shape.kind) {
    case "mapping":
      if (isMap(value)) yield* checkKeys(source, node, value.items, shape.keys, name, codes);
      else yield mistake(mappingWanted(name, shape.keys));
      return;
    case "named":
      if (!isMap(value)) {
        yield mistake(l10n.t("“{0}” must be a list of keys with values.", name));
        return;
      }
      for (const { key, value: one } of value.items) {
        const text = textOf(key);
        yield* checkName(text, shape.by, codes, key);
        yield* checkShape(source, one, shape.value, text, codes);
        if (resolved(source, one) === undefined || isNothing(one)) yield missingValue(text, key);
      }
      return;
    case "list":
      if (!isSeq(value)) {
        yield mistake(l10n.t("“{0}” must be a list.", name));
        return;
      }
      if (shape.isFilled && value.items.length === 0) yield mistake(l10n.t("“{0}” names nothing.", name));
      if (value.items.length > (shape.most ?? Number.POSITIVE_INFINITY)) {
        yield mistake(
          l10n.t("“{0}” takes at most {1} entries.", name, shape.most ?? 0),
          value.items[shape.most ?? 0],
        );
      }
      for (const item of value.items.slice(0, shape.most)) {
        if (isNothing(item)) yield mistake(l10n.t("This entry of “{0}” is empty.", name), item ?? node);
        else yield* checkShape(source, item, shape.of, name, codes);
      }
      return;
    case "choice": {
      const text = isScalar(value) ? textOf(value) : undefined;
      if (text === undefined || !shape.values.includes(text)) {
        yield mistake(
          l10n.t("“{0}” takes one of {1}, not “{2}”.", name, shape.values.join(", "), text ?? "…"),
        );
      }
      return;
    }
    case "number":
      if (numberOf(value) === null)
        yield mistake(l10n.t("“{0}” must be a number of at least 0, such as 0.01.", name));
      return;
    case "text":
      if (!isScalar(value) || textOf(value).trim() === "") {
        yield mistake(l10n.t("“{0}” must be a text.", name));
      } else if (shape.of === "pattern" || shape.of === "path") yield* checkBelow(textOf(value), node);
  }
}

function* checkKeys(
  source: ConfigSource,
  node: unknown,
  items: readonly Pair[],
  keys: readonly Key[],
  name: string,
  codes: ReadonlySet<string>,
): Generator<ConfigMistake> {
  const names = keys.map(({ key }) => key);
  const misspelt = new Set<string>();
  for (const { key, value } of items) {
    const text = textOf(key);
    const known = keys.find((one) => one.key === text);
    if (known !== undefined) yield* checkShape(source, value, known.shape, text, codes);
    else {
      const meant = nearest(text, names);
      if (meant !== undefined) misspelt.add(meant);
      const message =
        meant === undefined
          ? l10n.t("The key “{0}” is unknown. Known: {1}.", text, names.join(", "))
          : l10n.t("The key “{0}” is unknown; is “{1}” meant?", text, meant);
      yield { ...spanOfNode(key), message };
    }
  }
  for (const { key } of keys.filter(({ isRequired }) => isRequired)) {
    const pair = items.find((item) => textOf(item.key) === key);
    if (pair === undefined) {
      if (misspelt.has(key)) continue;
      const span = spanOfNode(node);
      yield { ...span, message: l10n.t("This entry of “{0}” lacks “{1}”.", name, key) };
    } else if (isNothing(pair.value)) yield missingValue(key, pair.key);
  }
}

function missingValue(name: string, key: unknown): ConfigMistake {
  return { ...spanOfNode(key), message: l10n.t("“{0}” has no value.", name) };
}

function mappingWanted(name: string, keys: readonly Key[]): string {
  const [first] = keys;
  return name === ""
    ? l10n.t("The file must hold keys such as “rules:”.")
    : l10n.t("Each entry of “{0}” must hold keys such as “{1}:”.", name, first?.key ?? "");
}

function* checkName(
  text: string,
  by: "rule" | "path",
  codes: ReadonlySet<string>,
  at: unknown,
): Generator<ConfigMistake> {
  if (by === "path") yield* checkBelow(text, at);
  else if (!codes.has(text)) {
    const meant = nearest(text, codes);
    const message =
      meant === undefined
        ? l10n.t("There is no rule “{0}”. “gouji rules” lists them.", text)
        : l10n.t("There is no rule “{0}”; is “{1}” meant?", text, meant);
    yield { ...spanOfNode(at), message };
  }
}

/** A configuration speaks of its own folder only, so a report from elsewhere cannot make a tool read other places. */
function* checkBelow(path: string, at: unknown): Generator<ConfigMistake> {
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(path);
  if (isAbsolute || path.split(/[/\\]/).includes("..")) {
    const message = l10n.t("“{0}” leads out of the folder of the configuration.", path);
    yield { ...spanOfNode(at), message };
  }
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** A number of at least 0, exactly as written; null for anything else. */
export function numberOf(node: Node): bigint | null {
  const value = isScalar(node) ? parseDecimal(textOf(node)) : null;
  return value === null || value < 0n ? null : value;
}

import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, parseDocument } from "yaml";

/** A stretch of the text of gouji.yaml, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of a gouji.yaml as its parser sees it. */
export interface ConfigSource {
  readonly text: string;
  readonly document: Document.Parsed;
}

export function readSource(text: string): ConfigSource {
  return { text, document: parseDocument(text, { prettyErrors: false }) };
}

/** What a node is, or what it stands for. */
export function resolved({ document }: ConfigSource, node: unknown): Node | undefined {
  const found = isAlias(node) ? node.resolve(document) : node;
  return isNode(found) ? found : undefined;
}

/** The value of a key; undefined where there is none. */
export function child(source: ConfigSource, node: unknown, key: string): Node | undefined {
  const value = resolved(source, node);
  return isMap(value) ? resolved(source, value.get(key, true)) : undefined;
}

/** The entries of a list; none where it is no list. */
export function itemsOf(source: ConfigSource, node: unknown): Node[] {
  const value = resolved(source, node);
  return isSeq(value) ? value.items.flatMap((item) => (isNode(item) ? [item] : [])) : [];
}

/** A scalar as written: 2023 and 0.10 stay what they are. */
export function textOf(node: unknown): string {
  if (!isScalar(node)) return "";
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

export function spanOfNode(node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? range?.[0] ?? 0 };
}

/**
 * Where the value that keys and indices lead to stands, or the last of the keys itself; undefined where it does not.
 */
export function spanAt(
  source: ConfigSource,
  path: readonly (string | number)[],
  isKey = false,
): Span | undefined {
  let node: unknown = source.document.contents;
  let key: unknown;
  for (const step of path) {
    const value = resolved(source, node);
    const pair = isMap(value) ? value.items.find((one) => textOf(one.key) === String(step)) : undefined;
    key = pair?.key;
    node = pair !== undefined ? pair.value : isSeq(value) ? value.items[Number(step)] : undefined;
  }
  const found = isKey ? key : node;
  return isNode(found) ? spanOfNode(found) : undefined;
}

/** Where a stretch of a scalar's text stands in the file; the whole scalar where escapes or folds come between. */
export function spanInScalar({ text }: ConfigSource, node: unknown, { start, end }: Span): Span {
  const span = spanOfNode(node);
  if (!isScalar(node) || typeof node.value !== "string") return span;
  for (const inset of [0, 1]) {
    if (
      text.startsWith(node.value, span.start + inset) &&
      span.end - span.start >= node.value.length + 2 * inset
    ) {
      const at = span.start + inset;
      return { start: at + start, end: at + end };
    }
  }
  return span;
}

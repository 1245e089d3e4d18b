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

export function spanOfNode(node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? range?.[0] ?? 0 };
}

/** Where the value that keys and indices lead to stands; undefined where it does not. */
export function spanAt({ document }: ConfigSource, path: readonly (string | number)[]): Span | undefined {
  const node = document.getIn(path, true);
  return isNode(node) ? spanOfNode(node) : undefined;
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

import { isMap, isPair, isScalar, isSeq, parseDocument, type Scalar, visit } from "yaml";
import { configShape, type Shape } from "./keys.ts";
import { textOf } from "./source.ts";

/** Where a cursor stands in a gouji.yaml, whatever state its text is in. */
export interface Cursor {
  /** What may be written there: a key of the shape, or a value of it. */
  readonly role: "key" | "value";
  readonly shape: Shape;
  /** What the key or value says up to the cursor, and after it. */
  readonly before: string;
  readonly after: string;
  /** Keys that are there already, beside the one at the cursor. */
  readonly siblings: readonly string[];
  /** The texts of the innermost entry around the cursor by their keys, such as those of a relation. */
  readonly entry: Readonly<Record<string, string>>;
  /** Whether it stands in quotation marks of YAML. */
  readonly isQuoted: boolean;
}

/** Stands where the cursor does; no text of people holds it. */
const MARK = "\ue000";

/** undefined where nothing of gouji.yaml can be written. */
export function cursorIn(text: string, offset: number): Cursor | undefined {
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  const isEnd = /^[^\r\n]*/.exec(after)?.[0].trim() === "";
  // Alone on its line a word is the key that it will be, not more of the value above it.
  const isKey = isEnd && /^(?:\s|- )*[^\s:'"#{}[\],&*]*$/.test(line);
  const marked = before + (isKey ? `${MARK}: ` : MARK) + after;
  const document = parseDocument(marked, { prettyErrors: false, strict: false });
  let found: Cursor | undefined;
  visit(document, {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== "string" || !node.value.includes(MARK)) return undefined;
      found = describe(key, node, ancestors);
      return visit.BREAK;
    },
  });
  return found;
}

function describe(key: unknown, node: Scalar, ancestors: readonly unknown[]): Cursor | undefined {
  const text = String(node.value);
  const at = text.indexOf(MARK);
  const isKey = key === "key";
  const shape = shapeAt(isKey ? ancestors.slice(0, -1) : ancestors);
  if (shape === undefined) return undefined;
  // A word on its own may be the key of an entry to be, and what was taken for a key the text of a list.
  const takesKeys = shape.kind === "mapping" || shape.kind === "named";
  const maps = ancestors.filter(isMap);
  const around = isKey && !takesKeys ? maps.at(-2) : maps.at(-1);
  const others = (isKey || !takesKeys ? (around?.items ?? []) : []).filter((pair) => pair.key !== node);
  return {
    role: takesKeys ? "key" : "value",
    shape,
    before: text.slice(0, at),
    after: text.slice(at + MARK.length),
    siblings: others.map((pair) => textOf(pair.key)),
    entry: Object.fromEntries(
      others.flatMap(({ key: name, value }) => (isScalar(value) ? [[textOf(name), textOf(value)]] : [])),
    ),
    isQuoted: node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE",
  };
}

/** What may stand inside nodes, from the whole document in. */
function shapeAt(ancestors: readonly unknown[]): Shape | undefined {
  let shape: Shape | undefined = configShape;
  for (const ancestor of ancestors) {
    if (isSeq(ancestor)) shape = shape?.kind === "list" ? shape.of : undefined;
    else if (isPair(ancestor)) {
      const name = textOf(ancestor.key);
      if (shape?.kind === "named") shape = shape.value;
      else shape = shape?.kind === "mapping" ? shape.keys.find((one) => one.key === name)?.shape : undefined;
    }
  }
  return shape;
}

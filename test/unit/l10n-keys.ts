import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

const ROOT = new URL("../../", import.meta.url);
/** Both sides of the extension take their Chinese from one bundle. */
const FOLDERS = ["server/src/", "client/src/"];

/** What the sources ask to be translated. */
export interface UsedKeys {
  readonly keys: ReadonlySet<string>;
  /** Calls whose key is no plain string, so that no test can know it. */
  readonly unknown: readonly string[];
}

/** Every key of l10n.t(…) and vscode.l10n.t(…) in the sources. */
export function usedKeys(): UsedKeys {
  const keys = new Set<string>();
  const unknown: string[] = [];
  for (const folder of FOLDERS) {
    for (const name of readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".ts")) continue;
      const text = readFileSync(new URL(folder + name, ROOT), "utf8");
      for (const key of keysIn(text)) {
        if (key === undefined) unknown.push(folder + name);
        else keys.add(key);
      }
    }
  }
  return { keys, unknown };
}

/** The keys of one source text; undefined for a call without a plain one. */
export function keysIn(text: string): (string | undefined)[] {
  const keys: (string | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression)) {
      const [key] = node.arguments;
      keys.push(key !== undefined && ts.isStringLiteralLike(key) ? key.text : undefined);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", text, ts.ScriptTarget.ES2022));
  return keys;
}

/** l10n.t, also behind a name such as vscode. */
function isTranslation(callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "t") return false;
  const owner = callee.expression;
  return ts.isIdentifier(owner)
    ? owner.text === "l10n"
    : ts.isPropertyAccessExpression(owner) && owner.name.text === "l10n";
}

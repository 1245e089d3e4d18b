import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = new URL("../../../server/src/", import.meta.url);
/** Longer than any takes to be told safe, in milliseconds. */
const PATIENCE = 10_000;

interface Literal {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

function literalsIn(file: string): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      // Whether it is searched for once or again and again makes no difference to one search.
      const flags = node.text.slice(end + 1).replace(/[gyd]/g, "");
      found.push({ file, source: node.text.slice(1, end), flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(new URL(file, ROOT), "utf8"), ts.ScriptTarget.ES2022));
  return found;
}

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

test("every regular expression runs in linear time (invariant 11)", { timeout: 120_000 }, () => {
  const literals = files.flatMap(literalsIn);
  expect(literals.length).toBeGreaterThan(100);
  const slow = literals.flatMap(({ file, source, flags }) => {
    const { status } = checkSync(source, flags, {
      timeout: PATIENCE,
      attackTimeout: 1000,
      incubationTimeout: 1000,
    });
    return status === "safe" ? [] : [`${file}: /${source}/ is ${status}`];
  });
  expect(slow).toEqual([]);
});

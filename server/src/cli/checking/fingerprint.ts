import { createHash, type Hash } from "node:crypto";
import type { Finding } from "../../rules/rule.ts";

/** Makes the fingerprints of one file's findings. */
export type Fingerprints = (
  code: string,
  finding: Pick<Finding, "cell" | "expected" | "actual">,
  row: string,
) => string;

/**
 * A fingerprint says what was found, not on which line, so it stays when lines are put in above. It is made of the
 * rule, the cell with its figures (or, for a finding in prose, its source row without white space), and a count
 * where the same is found more than once.
 */
export function createFingerprints(): Fingerprints {
  /** By what is found, and by rule: what is hashed so far, and how often it was found. */
  const known = new Map<string, Map<string, { readonly hash: Hash; count: number }>>();
  const withoutSpace = lastOf((row) => row.replace(/\s+/g, ""));
  return (code, { cell, expected, actual }, row) => {
    const about =
      cell === undefined ? withoutSpace(row) : [cell, expected ?? "", actual ?? ""].join("\u0000");
    const byCode = known.get(about) ?? new Map();
    known.set(about, byCode);
    const one = byCode.get(code) ?? { hash: createHash("sha256").update(`${code}\u0000${about}`), count: 0 };
    byCode.set(code, one);
    return one.hash
      .copy()
      .update(`\u0000${one.count++}`)
      .digest("hex")
      .slice(0, 16);
  };
}

/** A row of prose may be long and have many findings, which come one after another. */
function lastOf(compute: (row: string) => string): (row: string) => string {
  let last = { row: "", result: compute("") };
  return (row) => {
    if (row !== last.row) last = { row, result: compute(row) };
    return last.result;
  };
}

import { createHash } from "node:crypto";
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
  const counts = new Map<string, number>();
  return (code, { cell, expected, actual }, row) => {
    const about =
      cell === undefined ? row.replace(/\s+/g, "") : [cell, expected ?? "", actual ?? ""].join("\u0000");
    const key = `${code}\u0000${about}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return createHash("sha256").update(`${key}\u0000${count}`).digest("hex").slice(0, 16);
  };
}

import type { Block } from "../document/block.ts";
import { createKept } from "../text/kept.ts";
import type { Report } from "./report.ts";

/**
 * Works something out of a report once. An edit elsewhere in the file leaves a report its array of blocks, so
 * what is remembered stays right as long as it holds places and no offsets.
 */
export function remember<T>(compute: (report: Report) => T): (report: Report) => T {
  const known = createKept<readonly Block[], T>();
  return (report) => {
    const before = known.get(report.blocks);
    if (before !== undefined) return before;
    const result = compute(report);
    known.set(report.blocks, result);
    return result;
  };
}

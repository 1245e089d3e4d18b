import { createKept } from "../text/kept.ts";
import type { Block } from "./block.ts";

/** Works something out of a block once; blocks outlive the edits beside them. */
export function perBlock<T extends object>(compute: (block: Block) => T): (block: Block) => T {
  const known = createKept<Block, T>();
  return (block) => {
    const before = known.get(block);
    if (before !== undefined) return before;
    const result = compute(block);
    known.set(block, result);
    return result;
  };
}

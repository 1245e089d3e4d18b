import type { Block } from "./block.ts";

/** What is known of each block, by slots. One map for all, since each entry of a weak map costs the garbage collector. */
const facts = new WeakMap<Block, unknown[]>();
let slots = 0;

/** Works something out of a block once; blocks outlive the edits beside them. */
export function perBlock<T extends object>(compute: (block: Block) => T): (block: Block) => T {
  const slot = slots++;
  return (block) => {
    let own = facts.get(block);
    if (own === undefined) {
      own = [];
      facts.set(block, own);
    }
    own[slot] ??= compute(block);
    return own[slot] as T;
  };
}

import type { Block } from "../document/block.ts";
import type { Grid } from "./grid.ts";
import { readHtml } from "./read-html.ts";
import { readLines, readPipe } from "./read-lines.ts";

const known = new WeakMap<Block, Grid>();

/** The rows and cells of a block, read once. Code and comments have none. */
export function gridOf(block: Block): Grid {
  const before = known.get(block);
  if (before !== undefined) return before;
  const grid = read(block);
  known.set(block, grid);
  return grid;
}

function read(block: Block): Grid {
  switch (block.kind) {
    case "pipe":
      return readPipe(block);
    case "html":
      return readHtml(block);
    case "lines":
      return readLines(block);
    default:
      return { layout: "flat", rows: [] };
  }
}

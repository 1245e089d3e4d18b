import type { Block } from "../document/block.ts";
import { perBlock } from "../document/per-block.ts";
import type { Grid } from "./grid.ts";
import { readHtml } from "./read-html.ts";
import { readLines, readPipe } from "./read-lines.ts";

/** The rows and cells of a block, read once. Code and comments have none. */
export const gridOf: (block: Block) => Grid = perBlock((block) => {
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
});

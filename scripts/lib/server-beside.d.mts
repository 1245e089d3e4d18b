import type { Plugin } from "esbuild";

export const serverBeside: Plugin;

import type { Arguments } from "../args.ts";
import { type ExitStatus, OK } from "../exit-status.ts";

/**
 * `gouji lsp`: serves one editor, until it says exit or goes away. The server is a bundle of its own (dist/server.js),
 * the one that the extension starts: no other command needs it.
 */
export async function lsp(_args: Arguments): Promise<ExitStatus> {
  await import("../../lsp/main.node.ts");
  return OK;
}

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../../lsp/server.ts";
import type { Arguments } from "../args.ts";
import { type ExitStatus, OK } from "../exit-status.ts";

/** `gouji lsp`: serves one editor over standard input and output, until it says exit or goes away. */
export async function lsp(_args: Arguments): Promise<ExitStatus> {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
  return OK;
}

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeFiles } from "./node-files.ts";
import { startServer } from "./server.ts";

const CHANNELS = ["--node-ipc", "--stdio", "--socket", "--pipe"];
const isNamed = process.argv.some((argument) => CHANNELS.some((channel) => argument.startsWith(channel)));

// An editor names the channel; who names none is served over standard input and output.
startServer(
  isNamed
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout),
  nodeFiles,
);

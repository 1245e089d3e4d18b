import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { serverBeside } from "../../scripts/lib/server-beside.mjs";
import { rich } from "./lsp.ts";
import { brokenReport } from "./lsp-reports.ts";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gouji-lsp-"));
  await build({
    entryPoints: { cli: "server/src/cli/main.ts", server: "server/src/lsp/main.node.ts" },
    outdir: folder,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    mainFields: ["module", "main"],
    define: { "import.meta.url": "__filename" },
    external: ["./docx.js"],
    plugins: [serverBeside],
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Served {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly client: ProtocolConnection;
  readonly ended: Promise<number | null>;
}

let served: Served;
afterEach(() => served.process.kill());

function serve(program: string, ...args: string[]): Served {
  const child = spawn(process.execPath, [join(folder, program), ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  served = { process: child, client, ended };
  return served;
}

const hello = { processId: process.pid, rootUri: null, capabilities: rich };

describe.each([
  ["gouji lsp --stdio", "cli.js", ["lsp", "--stdio"]],
  ["gouji lsp", "cli.js", ["lsp"]],
  ["the server by itself", "server.js", ["--stdio"]],
])("%s", (_name, program, args) => {
  test("serves an editor, and ends with status 0 when told to", async () => {
    const { client, ended } = serve(program, ...args);
    client.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
    client.onRequest("client/registerCapability", () => null);
    const { serverInfo }: InitializeResult = await client.sendRequest("initialize", hello);
    expect(serverInfo).toMatchObject({ name: "gouji", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    await client.sendNotification("initialized", {});
    const textDocument = { uri: "file:///a.txt", languageId: "plaintext", version: 1, text: brokenReport() };
    await client.sendNotification("textDocument/didOpen", { textDocument });
    const report: DocumentDiagnosticReport = await client.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: "file:///a.txt" },
    });
    expect(report).toMatchObject({ kind: "full", items: [{ source: "gouji", severity: 1 }] });
    await client.sendRequest("shutdown");
    await client.sendNotification("exit");
    expect(await ended).toBe(0);
  });
});

test("an exit without a shutdown before it ends with status 1", async () => {
  const { client, ended } = serve("server.js", "--stdio");
  await client.sendRequest("initialize", hello);
  await client.sendNotification("exit");
  expect(await ended).toBe(1);
});

test("an editor that goes away without a word takes the server with it", async () => {
  const { process: child, client, ended } = serve("cli.js", "lsp", "--stdio");
  await client.sendRequest("initialize", hello);
  child.stdin.end();
  expect(await ended).toBe(1);
});

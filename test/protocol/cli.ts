import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

export interface Cli {
  /** Runs gouji in the folder; messages are in English unless the environment says otherwise. */
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** Writes files below the folder, by their path. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  path(name: string): string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Closes the output after so many bytes, as `head` does. */
  readonly closeAfter?: number;
}

const SOURCE = fileURLToPath(new URL("../../server/src/cli/", import.meta.url));

/** The command line as a process of its own, built from source, in an empty folder. For the whole test file. */
export function useCli(): Cli {
  let folder = "";
  let bundle = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gouji-cli-"));
    bundle = join(folder, "bin", "gouji.js");
    await build({
      external: ["./docx.js"],
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      mainFields: ["module", "main"],
      define: { "import.meta.url": "__filename" },
      entryPoints: { gouji: `${SOURCE}main.ts`, docx: `${SOURCE}files/docx.ts` },
      outdir: join(folder, "bin"),
      logLevel: "error",
    });
    mkdirSync(join(folder, "work"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, "work", name);
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), content);
      }
    },
    run: (args, { input, env = {}, cwd = path(""), closeAfter } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [bundle, ...args], {
          cwd,
          env: { PATH: process.env.PATH ?? "", LC_ALL: "en_US.UTF-8", ...env },
        });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        child.stdout.on("data", (chunk: Buffer) => {
          out.push(chunk);
          if (closeAfter !== undefined && Buffer.concat(out).length >= closeAfter) child.stdout.destroy();
        });
        child.stderr.on("data", (chunk) => err.push(chunk));
        child.on("error", reject);
        child.on("close", (status) => {
          const bytes = Buffer.concat(out);
          resolve({
            status,
            bytes,
            stdout: bytes.toString("utf8"),
            stderr: Buffer.concat(err).toString("utf8"),
          });
        });
        child.stdin.end(input ?? "");
      }),
  };
}

import { spawn } from "node:child_process";

/** Kept of what a quiet program printed; a build that prints more is quoted by its end. */
const TAIL = 20_000;

/** Batch files on Windows, which only a shell can start. */
const BATCH = new Set(["npm", "code"]);

/**
 * Runs a program to its end, with no standard input.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, limit?: number}} [options]
 *   quiet: output is kept, not shown; limit: milliseconds after which the program is ended.
 * @returns {Promise<{status: number, output: string}>} status is 127 where the program cannot be started and 124 where
 *   it was ended; output is the end of what a quiet program printed.
 */
export function run(command, args, { cwd, env = process.env, quiet = false, limit } = {}) {
  return new Promise((resolve) => {
    const shell = process.platform === "win32" && BATCH.has(command);
    const child = spawn(command, shell ? args.map((arg) => `"${arg}"`) : args, {
      cwd,
      env,
      shell,
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      timeout: limit,
    });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-TAIL);
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => resolve({ status: 127, output: error.message }));
    child.on("close", (code) => resolve({ status: code ?? 124, output }));
  });
}

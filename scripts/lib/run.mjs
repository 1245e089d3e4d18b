import { spawn } from "node:child_process";

/** Kept whole for a message; a build that prints more than this is quoted by its end. */
const TAIL = 20_000;

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean}} [options] quiet: output is kept, not shown.
 * @returns {Promise<{status: number, output: string}>} status is 127 where the program cannot be started;
 *   output is the end of what a quiet program printed.
 */
export function run(command, args, { cwd, env, quiet = false } = {}) {
  return new Promise((resolve) => {
    // npm is npm.cmd on Windows, which only a shell can start; our arguments hold no character special to it.
    const shell = process.platform === "win32" && command === "npm";
    const stdio = ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"];
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio, shell });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-TAIL);
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => resolve({ status: 127, output: error.message }));
    child.on("close", (code) => resolve({ status: code ?? 1, output }));
  });
}

import { access, mkdir, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";
import { say, Trouble } from "../lib/say.mjs";
import { programs } from "./programs.mjs";

/** The last code-server whose VS Code (1.100.3, the oldest we promise) runs on Node 20. */
const VERSION = "4.100.3";

/** The native modules without which the server does not start; judged by these files, not by npm's exit status,
 * since `npm rebuild` also fails for modules that are not needed here (kerberos, argon2). */
const NATIVE = [
  "@vscode/spdlog/build/Release/spdlog.node",
  "native-watchdog/build/Release/watchdog.node",
  "node-pty/build/Release/pty.node",
];

const inside = (folder) => join(folder, "node_modules/code-server/lib/vscode");

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * The folder of VS Code's own server, as the npm package code-server carries it; installed on first use.
 * A half-done install never counts: it happens beside the final place and is moved there when whole.
 *
 * @returns {Promise<string>} the folder that holds out/server-main.js.
 * @throws {Trouble} naming what is missing or which step failed.
 */
export async function installServer() {
  const place = join(cache, `code-server-${VERSION}`);
  if (await exists(place)) return inside(place);
  if (process.platform === "win32") {
    throw new Trouble(
      "the VS Code server does not run on Windows here: install VS Code and set VSCODE_EXECUTABLE",
    );
  }
  const { ripgrep } = await programs(["ripgrep", "python", "make", "compiler"]);
  await mkdir(cache, { recursive: true });
  await removeAbandoned();
  const part = `${place}.part-${process.pid}`;
  say(`installing the VS Code server (code-server ${VERSION}) into ${place}: once, a minute or two`);
  try {
    await fill(part, ripgrep);
    await rename(part, place).catch(async (error) => {
      // Another run may have been faster; its result is as good as ours.
      if (!(await exists(place))) throw error;
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return inside(place);
}

async function fill(part, ripgrep) {
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  await writeFile(join(part, "package.json"), '{ "private": true }\n');
  const quiet = ["--no-audit", "--no-fund"];
  // Its own postinstall downloads things and is not needed: hence no scripts.
  await npm(part, ["install", "--ignore-scripts", ...quiet, `code-server@${VERSION}`]);
  const vscode = inside(part);
  await npm(vscode, ["install", "--omit=dev", "--ignore-scripts", ...quiet]);
  say("compiling its three native modules");
  const build = await run("npm", ["rebuild", "@vscode/spdlog", "native-watchdog", "node-pty"], {
    cwd: vscode,
    quiet: true,
  });
  for (const file of NATIVE) {
    if (!(await exists(join(vscode, "node_modules", file)))) {
      throw new Trouble(`${file} of the VS Code server was not built:\n${build.output}`);
    }
  }
  await symlink("node_modules", join(vscode, "node_modules.asar"));
  const bin = join(vscode, "node_modules/@vscode/ripgrep/bin");
  await mkdir(bin, { recursive: true });
  await rm(join(bin, "rg"), { force: true });
  await symlink(ripgrep, join(bin, "rg"));
}

async function npm(cwd, args) {
  const { status, output } = await run("npm", args, { cwd, quiet: true });
  if (status !== 0) throw new Trouble(`npm ${args.join(" ")} failed in ${cwd}:\n${output}`);
}

/** Removes what a run that was stopped half-way left behind. */
async function removeAbandoned() {
  for (const name of await readdir(cache)) {
    const pid = /\.part-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

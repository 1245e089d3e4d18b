import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { run } from "../lib/run.mjs";
import { Trouble } from "../lib/say.mjs";
import { installServer } from "./install-server.mjs";

/** A first start on a cold disk takes some seconds; a minute means that something is wrong. */
const START_LIMIT = 60_000;

/** What every session wants: no network beyond this machine, no first-visit pages in the way. */
const SETTINGS = {
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "npm.fetchOnlinePackageInfo": false,
  "security.workspace.trust.untrustedFiles": "open",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/**
 * Starts VS Code's own server on the loopback address.
 *
 * @param {{port?: number, settings?: object, extension?: string, env?: NodeJS.ProcessEnv}} [options]
 *   port 0 (the default) takes a free one; settings are VS Code's, in the user's settings.json; extension is a
 *   .vsix to install first; env is added to the environment of the server and so of the extension host.
 * @returns {Promise<{url: string, authority: string, log: () => string, ended: Promise<unknown>,
 *   stop: () => Promise<void>}>}
 *   ended resolves when the server is gone; stop ends it and removes its data.
 * @throws {Trouble} when it does not come up.
 */
export async function serve({ port = 0, settings = {}, extension, env = {} } = {}) {
  const vscode = await installServer();
  const data = await mkdtemp(join(tmpdir(), "gouji-vscode-"));
  const user = join(data, "data/User");
  await mkdir(user, { recursive: true });
  await writeFile(join(user, "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const extensions = join(data, "extensions");
  const entry = join(vscode, "out/server-main.js");
  const folders = ["--server-data-dir", data, "--extensions-dir", extensions];
  if (extension) {
    const install = ["--install-extension", extension, ...folders, "--accept-server-license-terms"];
    const { status, output } = await run(process.execPath, [entry, ...install], { quiet: true });
    if (status !== 0) throw new Trouble(`VS Code does not install ${extension}:\n${output}`);
  }
  const child = spawn(
    process.execPath,
    [
      entry,
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...["--accept-server-license-terms", "--telemetry-level", "off"],
      ...folders,
    ],
    { env: { ...environment(), ...env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = once(child, "exit");
  const lines = [];
  child.stderr.setEncoding("utf8").on("data", (text) => lines.push(text));
  const authority = await address(child, lines);
  const stop = async () => {
    child.kill();
    await ended;
    // The extension host may write its last log after the server is gone.
    await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return { url: `http://${authority}/`, authority, log: () => lines.join("\n"), ended, stop };
}

/** npm's own variables would make the extension host believe that it runs inside a package script. */
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_)/.test(name)));
}

/** The address as the server prints it, once it listens. */
function address(child, lines) {
  return new Promise((resolve, reject) => {
    const give = (why) => reject(new Trouble(`the VS Code server ${why}:\n${lines.join("\n")}`));
    const timer = setTimeout(() => {
      child.kill();
      give(`did not listen within ${START_LIMIT / 1000} s`);
    }, START_LIMIT);
    child.once("exit", (code) => {
      clearTimeout(timer);
      give(`ended with status ${code}`);
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(`127.0.0.1:${port}`);
    });
  });
}

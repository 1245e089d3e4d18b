import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chooseHost } from "./host/choose.mjs";
import { display } from "./host/display.mjs";
import { results, root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { main, say, Trouble } from "./lib/say.mjs";

/** Runs the workbench suite (test/workbench/suite, built into dist/test) in a real VS Code. */
main(async () => {
  const { host, why } = await chooseHost();
  const screen = host === "desktop" ? await display() : "own";
  if (screen === "none") {
    throw new Trouble("a desktop VS Code needs a display here. Install one: sudo apt-get install -y xvfb");
  }
  if (screen === "virtual") {
    say("no display: starting one with xvfb-run");
    const { status } = await run("xvfb-run", ["-a", process.execPath, fileURLToPath(import.meta.url)]);
    return status;
  }
  say(`workbench suite in ${host === "desktop" ? "a desktop VS Code" : "the VS Code server"}: ${why}`);
  await mkdir(results, { recursive: true });
  const outcome = join(results, "workbench.json");
  await rm(outcome, { force: true });
  const paths = {
    extension: root,
    tests: join(root, "dist/test/index.js"),
    workspace: join(root, "examples"),
    results: outcome,
  };
  const status = await runIn(host, paths);
  const { passed, failed } = JSON.parse(await readFile(outcome, "utf8").catch(() => "{}"));
  if (passed === undefined) throw new Trouble("the workbench suite ended before it could say how it went");
  say(`workbench suite: ${passed} passed, ${failed} failed`);
  return status;
});

async function runIn(host, paths) {
  if (host === "desktop") return (await import("./host/suite-in-desktop.mjs")).suiteInDesktop(paths);
  return (await import("./host/suite-in-server.mjs")).suiteInServer(paths);
}

import { join } from "node:path";
import { which } from "./host/programs.mjs";
import { install } from "./lib/install.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { main, say, Trouble } from "./lib/say.mjs";

/**
 * From a clean clone to the examples in VS Code. GOUJI_START_ONCE=1 ends it as soon as VS Code answers, for tests;
 * GOUJI_HOST=server passes over a desktop VS Code.
 */
main(async () => {
  await install();
  say("building");
  const built = await run(process.execPath, ["esbuild.mjs"], { cwd: root });
  if (built.status !== 0) throw new Trouble("the build failed; its own words stand above");

  const examples = join(root, "examples");
  say("checking the example reports: gouji check examples (one of them has a wrong figure)");
  const checked = await run(process.execPath, ["dist/cli.js", "check", "examples"], { cwd: root });
  // 1 says that an error was found, which is what the examples are for.
  if (checked.status > 1) throw new Trouble(`gouji check ended with status ${checked.status}`);

  const desktop = process.env.GOUJI_HOST === "server" ? undefined : await findDesktop();
  return desktop ? openDesktop(desktop, examples) : openServer(examples);
});

async function findDesktop() {
  return process.env.VSCODE_EXECUTABLE || ((await which("code")) && "code");
}

async function openDesktop(executable, folder) {
  say(`opening ${folder} in VS Code (${executable}) with the extension`);
  const args = [`--extensionDevelopmentPath=${root}`, folder];
  // VS Code refuses to start as root without these two.
  if (process.getuid?.() === 0)
    args.push("--no-sandbox", `--user-data-dir=${join(root, ".vscode-test/user")}`);
  const { status, output } = await run(executable, args, { quiet: true });
  if (status !== 0) throw new Trouble(`VS Code ended with status ${status}:\n${output}`);
  return 0;
}

async function openServer(folder) {
  say("no desktop VS Code (neither VSCODE_EXECUTABLE nor code on PATH): starting the VS Code server instead");
  const { serve } = await import("./host/serve.mjs");
  const { packExtension } = await import("./lib/vsix.mjs");
  const { path } = await packExtension();
  const server = await serve({ extension: path });
  try {
    const address = `${server.url}?${new URLSearchParams({ folder })}`;
    say(`VS Code with the extension: open ${address}`);
    if (process.env.GOUJI_START_ONCE) {
      const { status } = await fetch(address);
      if (status !== 200) throw new Trouble(`the VS Code server answers with ${status}:\n${server.log()}`);
      return 0;
    }
    say("Ctrl+C ends it");
    await Promise.race([asked(), server.ended]);
    return 0;
  } finally {
    await server.stop();
  }
}

/** Resolves when the person wants an end. The handlers stay: npm hands Ctrl+C on a second time, during the clean-up. */
function asked() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, resolve);
  });
}

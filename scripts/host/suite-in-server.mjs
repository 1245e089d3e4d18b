import { Trouble } from "../lib/say.mjs";
import { launchBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";

/** The suite, its start included, ends within this or is stuck. */
const LIMIT = 5 * 60_000;

/**
 * Runs the workbench suite in the extension host of the server, as @vscode/test-electron does in a desktop one.
 *
 * @param {{extension: string, tests: string, workspace: string, results: string}} paths absolute; results is the file
 *   that the suite writes.
 * @returns {Promise<number>} 0, or 1 when a test failed.
 * @throws {Trouble} when the host does not start or does not end.
 */
export async function suiteInServer({ extension, tests, workspace, results }) {
  const server = await serve({
    env: { GOUJI_RESULTS: results },
    // Nobody is there to answer the dialog.
    settings: { "security.workspace.trust.enabled": false },
  });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage();
    // The workbench says a lot about itself; only the suite's lines are shown, unless something went wrong.
    const aside = [];
    await page.exposeFunction("codeAutomationLog", (_type, args) => {
      const line = args.join(" ");
      if (/^\s+[✓✗]/.test(line)) console.log(line);
      else aside.push(line);
    });
    let end;
    const ended = new Promise((resolve) => {
      end = resolve;
    });
    await page.exposeFunction("codeAutomationExit", (code) => end(code));
    const remote = (path) => `vscode-remote://${server.authority}${path}`;
    const payload = JSON.stringify([
      ["extensionDevelopmentPath", remote(extension)],
      ["extensionTestsPath", remote(tests)],
      ["skipWelcome", "true"],
    ]);
    const query = new URLSearchParams({ folder: workspace, payload });
    await page.goto(`${server.url}?${query}`);
    const code = await Promise.race([ended, giveUp(server)]);
    if (code !== 0) console.log(aside.join("\n"));
    return code;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

function giveUp(server) {
  return new Promise((_, reject) => {
    const give = () =>
      reject(new Trouble(`the workbench suite did not end in ${LIMIT / 60_000} minutes:\n${server.log()}`));
    setTimeout(give, LIMIT).unref();
  });
}

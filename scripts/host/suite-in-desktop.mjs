import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { cache } from "../lib/paths.mjs";

/** The version that is downloaded: the oldest that package.json promises, so that the promise is tested. */
const VERSION = "1.100.3";

/**
 * Runs the workbench suite in a desktop VS Code: the one that VSCODE_EXECUTABLE names, or a downloaded one.
 * Linux needs a display (xvfb-run gives one).
 *
 * @param {{extension: string, tests: string, workspace: string, results: string}} paths absolute.
 * @returns {Promise<number>} 0, or 1 when a test failed.
 */
export async function suiteInDesktop({ extension, tests, workspace, results }) {
  // Short, since a Unix socket inside it must fit in 103 characters (macOS).
  const data = await mkdtemp(join(tmpdir(), "gouji-"));
  const executable = process.env.VSCODE_EXECUTABLE;
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  try {
    return await runTests({
      ...(executable
        ? { vscodeExecutablePath: executable }
        : { version: VERSION, cachePath: join(cache, "desktop") }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { GOUJI_RESULTS: results },
      launchArgs: [
        workspace,
        ...["--user-data-dir", join(data, "user"), "--extensions-dir", join(data, "extensions")],
        ...["--disable-workspace-trust", "--skip-welcome", "--skip-release-notes", "--disable-gpu"],
        ...asRoot,
      ],
    });
  } catch (error) {
    // runTests rejects for a failed test too; the suite's own file tells how many.
    console.error(String(error?.message ?? error));
    return 1;
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import type { Runner } from "mocha";

/** A test may wait this long for an event of the workbench; nothing here waits for time itself. */
const TIMEOUT = 20_000;

/**
 * What VS Code calls inside the extension host, in a desktop VS Code and in the server host alike.
 * The outcome goes to the file that GOUJI_RESULTS names, as {passed, failed}: console lines reach the two hosts'
 * callers in different shapes, a file reaches both the same.
 *
 * @throws {Error} when a test failed, so that the host ends with status 1.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  // Mocha's own reporters print printf-style, which the hosts hand on unformatted; its base one prints nothing.
  const mocha = new Mocha({ ui: "bdd", timeout: TIMEOUT, reporter: Mocha.reporters.Base });
  const folder = join(__dirname, "suite");
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith(".test.js")) mocha.addFile(join(folder, name));
  }
  await mocha.loadFilesAsync();
  const outcome = await new Promise<Outcome>((resolve) => {
    const counted: Outcome = { passed: 0, failed: 0 };
    report(
      mocha.run(() => resolve(counted)),
      counted,
    );
  });
  const file = process.env.GOUJI_RESULTS;
  if (file) await writeFile(file, JSON.stringify(outcome));
  if (outcome.failed > 0) throw new Error(`${outcome.failed} workbench tests failed`);
}

interface Outcome {
  passed: number;
  failed: number;
}

/** Says each test on a line of its own, and counts it. */
function report(runner: Runner, outcome: Outcome): void {
  runner.on("pass", (test) => {
    outcome.passed += 1;
    console.log(`  ✓ ${test.fullTitle()}`);
  });
  runner.on("fail", (test, error) => {
    outcome.failed += 1;
    console.log(`  ✗ ${test.fullTitle()}\n${error?.stack ?? inspect(error)}`);
  });
  // A skipped test did not run, and what did not run has failed.
  runner.on("pending", (test) => {
    outcome.failed += 1;
    console.log(`  ✗ ${test.fullTitle()}: skipped`);
  });
}

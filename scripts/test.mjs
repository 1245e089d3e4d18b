import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { install } from "./lib/install.mjs";
import { results, root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { main, say } from "./lib/say.mjs";

/**
 * Everything that is checked, on a clean clone with nothing but Node and npm. Its last line is
 * `N passed, N failed`, summed over all steps: a tool counts as one, a suite by its tests.
 * A step or a test that did not run has failed.
 */

/** No step takes longer unless it is stuck; the first workbench step also installs the host. */
const LIMIT = 25 * 60_000;

const tool = (name, path, ...args) => ({
  name,
  command: [process.execPath, join("node_modules", path), ...args],
});

const suite = (name, config) => {
  const outcome = join(results, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outcome}`];
  return {
    ...tool(name, "vitest/vitest.mjs", "run", "-c", config, ...reporters),
    outcome,
    count: countVitest,
  };
};

const STEPS = [
  { name: "build", command: [process.execPath, "esbuild.mjs"] },
  tool("lint", "@biomejs/biome/bin/biome", "check", "--error-on-warnings"),
  tool("types", "typescript/bin/tsc", "-p", "."),
  tool(
    "arrows",
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "server",
    "client",
    "--config",
    ".dependency-cruiser.cjs",
  ),
  tool(
    "grammars",
    "vscode-tmgrammar-test/dist/unit.js",
    "--grammar",
    "test/syntaxes/markdown.tmLanguage.json",
    "test/syntaxes/*.txt",
    "test/syntaxes/*.md",
  ),
  suite("unit", "vitest.config.mts"),
  {
    name: "workbench",
    command: [process.execPath, "scripts/workbench.mjs"],
    outcome: join(results, "workbench.json"),
    count: (outcome) => outcome,
  },
  suite("view", "vitest.view.config.mts"),
];

main(async () => {
  await mkdir(results, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const steps = STEPS.filter(({ name }) => name !== "view" || process.platform === "linux");
  if (steps.length < STEPS.length)
    say("view: not among the steps on this system, since the VS Code server wants Linux");
  try {
    await install();
  } catch (error) {
    // Nothing can run without the packages.
    console.error(`gouji: ${error.message}`);
    total.failed = steps.length;
    steps.length = 0;
  }
  for (const step of steps) {
    const { passed, failed } = await take(step);
    say(`${step.name}: ${failed === 0 ? "ok" : "FAILED"} (${passed} passed, ${failed} failed)`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/** Runs one step, showing what it prints. */
async function take({ name, command: [command, ...args], outcome, count }) {
  say(`${name}: ${args.join(" ")}`);
  if (outcome) await rm(outcome, { force: true });
  const started = performance.now();
  const { status } = await run(command, args, { cwd: root, limit: LIMIT });
  say(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s, status ${status}`);
  const ok = status === 0;
  const { passed, failed } = count ? await read(outcome, count) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // A suite that fails as a whole (a broken file, a host that does not start) has no failed test to show for it;
  // one that is content with no test at all has checked nothing.
  const whole = failed === 0 && (!ok || passed === 0) ? 1 : 0;
  return { passed, failed: failed + whole };
}

const read = (file, count) =>
  readFile(file, "utf8").then(
    (text) => count(JSON.parse(text)),
    () => ({ passed: 0, failed: 0 }),
  );

/** A file that cannot even be loaded has no tests; it counts as one that failed. */
function countVitest({ numPassedTests, numTotalTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length };
}

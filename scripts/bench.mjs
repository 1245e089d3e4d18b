import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus, loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { activationTime } from "./bench/activation.mjs";
import { tabsLeft } from "./bench/formatters.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { main, say, Trouble } from "./lib/say.mjs";
import { packExtension } from "./lib/vsix.mjs";

/**
 * How fast and how large, beside the tools that people know, on the same texts in the same run. Times depend on
 * the machine, so they are told and never asserted.
 */
const REPORTS = 1000;
/** Odd, since the time in the middle is told. */
const TURNS = 5;

/** What is promised of a machine of today. */
const LIMITS = { report: 5, members: 50, reports: 2000, activation: 100, vsix: 450, growth: 12 };

main(async () => {
  const cores = cpus();
  const [busy] = loadavg();
  say(`Node ${process.versions.node}, ${cores.length} cores (${cores[0]?.model}), load ${busy.toFixed(1)}`);
  if (busy > cores.length / 2) say("others are at work on this machine: it will seem slower than it is");
  say("building");
  const { status } = await run(process.execPath, ["esbuild.mjs"], { cwd: root });
  if (status !== 0) throw new Trouble("the build failed");
  const temporary = await mkdtemp(join(tmpdir(), "gouji-bench-"));
  try {
    const reading = await load("scripts/bench/reading.ts", temporary);
    const texts = reading.textsIn(join(root, "test/fixtures/samples"));
    say("reading and checking");
    const one = reading.measure("one report", reading.longReport(texts, 14), 100);
    const prose = reading.measure("ten times as long", reading.longReport(texts, 140), 30);
    const rows = reading.measure("100 rows more", reading.longTable(texts, 100), 30);
    const manyRows = reading.measure("1000 rows more", reading.longTable(texts, 1000), 10);
    const ten = reading.measure("a volume of 10", reading.volume(texts, 10), 20);
    const hundred = reading.measure("a volume of 100", reading.volume(texts, 100), 8);
    table([one, prose, rows, manyRows, ten, hundred]);
    promise("one report read and checked, median", one.gouji, LIMITS.report, "ms");
    const grows = (what, less, more) =>
      promise(`ten times the ${what}`, more.gouji / less.gouji, LIMITS.growth, "times the time");
    grows("prose", one, prose);
    grows("rows", rows, manyRows);
    grows("reports", ten, hundred);
    const keystroke = reading.measureEdit(reading.volume(texts, 100), 20);
    console.log(`  one keystroke in a volume of 100: ${keystroke.toFixed(1)} ms`);
    const { measureMembers } = await load("scripts/bench/members.ts", temporary);
    promise(
      `one keystroke in one of ${REPORTS} members, to the findings of the whole`,
      measureMembers(texts, REPORTS, 21),
      LIMITS.members,
      "ms",
    );
    say(`${REPORTS} reports by the command line`);
    const { gouji, markdownlint } = await folderTimes(temporary, (index) =>
      reading.anotherReport(texts, index),
    );
    promise("wall time, median", gouji, LIMITS.reports, "ms");
    console.log(
      `  markdownlint on the same files: ${markdownlint.toFixed(1)} ms (${beside(markdownlint, gouji)})`,
    );
    say("tabs left in the reports by other tools");
    for (const { tool, left } of await tabsLeft(join(root, "test/fixtures/samples")))
      console.log(`  ${tool}: ${left.join(", ")}`);
    const { path, kilobytes } = await packExtension();
    promise("the .vsix", kilobytes, LIMITS.vsix, "KB");
    say("activation, as VS Code measures it");
    promise("activation", await activationTime(path), LIMITS.activation, "ms");
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});

function table(readings) {
  const row = (cells) => console.log(`  ${cells.map((cell) => String(cell).padStart(15)).join("")}`);
  row(["", "KB", "gouji ms", "markdownlint", "markdown-it"]);
  for (const { name, kilobytes, gouji, markdownlint, markdownIt } of readings) {
    const other = (time) => `${time.toFixed(2)} (${beside(time, gouji)})`;
    row([name, kilobytes.toFixed(1), gouji.toFixed(2), other(markdownlint), other(markdownIt)]);
  }
}

const beside = (time, gouji) => `${(time / gouji).toPrecision(2)}x`;

function promise(what, measured, limit, unit) {
  const verdict = measured <= limit ? "within" : "OVER";
  console.log(`  ${what}: ${measured.toFixed(1)} ${unit} (${verdict} the ${limit} promised)`);
}

/** Bundles a TypeScript module for Node and loads it. */
async function load(path, folder) {
  const outfile = join(folder, `${basename(path, ".ts")}.cjs`);
  await build({
    entryPoints: [join(root, path)],
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    outfile,
    logLevel: "warning",
  });
  return createRequire(import.meta.url)(outfile);
}

/** Wall times of whole processes over a folder of reports, in milliseconds, by the median. */
async function folderTimes(temporary, reportOf) {
  const reports = join(temporary, "reports");
  await mkdir(reports);
  for (let index = 0; index < REPORTS; index++)
    await writeFile(join(reports, `${index}.md`), reportOf(index));
  const timeOf = async (...command) => {
    const times = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const start = performance.now();
      const { status, output } = await run(process.execPath, command, { quiet: true });
      if (status !== 0) throw new Trouble(`${command[0]} failed:\n${output}`);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[TURNS >> 1];
  };
  return {
    gouji: await timeOf(join(root, "dist/cli.js"), "check", "--quiet", reports),
    markdownlint: await timeOf(join(root, "scripts/bench/lint-folder.mjs"), reports),
  };
}

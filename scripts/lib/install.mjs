import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { say, Trouble } from "./say.mjs";

/** The oldest Node that our tools run on; package.json says the same under "engines". */
const NODE = [20, 19];

/**
 * Installs the project's packages unless node_modules already holds what package-lock.json names.
 *
 * @throws {Trouble} when Node is too old or npm fails.
 */
export async function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
    throw new Trouble(`this is Node ${process.versions.node}; Node ${NODE.join(".")} or later is needed`);
  }
  if (await isCurrent()) {
    say("packages: as package-lock.json names them");
    return;
  }
  // No install script of a package is needed: binaries come as packages of their own.
  say("packages: installing (npm ci)");
  const { status } = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root });
  if (status !== 0) throw new Trouble("npm ci failed; its own words stand above. It needs the npm registry.");
}

/** Compares what npm noted inside node_modules with the lock file, package by package. */
async function isCurrent() {
  const [wanted, there] = await Promise.all([
    packages(join(root, "package-lock.json")),
    packages(join(root, "node_modules/.package-lock.json")),
  ]);
  return Object.entries(wanted).every(
    // The top itself has no entry inside; an optional package may be for another system.
    ([path, { version, optional }]) => path === "" || optional || there[path]?.version === version,
  );
}

const packages = (file) =>
  readFile(file, "utf8").then(
    (text) => JSON.parse(text).packages,
    () => ({}),
  );

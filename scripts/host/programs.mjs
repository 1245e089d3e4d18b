import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { run } from "../lib/run.mjs";
import { say, Trouble } from "../lib/say.mjs";

/** What the server host needs from the system: names to look for, and the Debian package that brings it. */
const NEEDS = {
  browser: {
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    package: "chromium",
  },
  ripgrep: { names: ["rg"], package: "ripgrep" },
  python: { names: ["python3"], package: "python3" },
  make: { names: ["make"], package: "make" },
  compiler: { names: ["g++", "c++"], package: "g++" },
};

/** What Windows adds to a name to find a program. */
const ENDINGS = process.platform === "win32" ? [".exe", ".cmd"] : [""];

/** The full path of a program on PATH, or undefined. */
export async function which(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const path of folders.flatMap((folder) => ENDINGS.map((ending) => join(folder, name + ending)))) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}

async function find(need) {
  for (const name of NEEDS[need].names) {
    const path = await which(name);
    if (path) return path;
  }
  return undefined;
}

/** Without a Chinese font every character of a screenshot is the same empty box. */
async function hasChineseFont() {
  const { status, output } = await run("fc-list", [":lang=zh-cn", "family"], { quiet: true });
  return status === 0 && output.trim() !== "";
}

/**
 * Finds programs, and brings the missing ones by apt-get where that is ours to do (root on Debian or Ubuntu).
 *
 * @param {readonly (keyof typeof NEEDS | "chineseFont")[]} needs
 * @returns {Promise<Record<string, string>>} path by need.
 * @throws {Trouble} naming the one command that brings what is missing.
 */
export async function programs(needs) {
  const first = await look(needs);
  if (first.missing.length === 0) return first.found;
  const command = `apt-get install -y --no-install-recommends ${first.missing.join(" ")}`;
  const ours = process.getuid?.() === 0 && (await which("apt-get"));
  if (!ours) throw new Trouble(`missing: ${first.missing.join(", ")}. Install them: sudo ${command}`);
  say(`installing ${first.missing.join(", ")} by apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { quiet: true, env });
  const installed = await run("apt-get", command.split(" ").slice(1), { quiet: true, env });
  const second = await look(needs);
  if (second.missing.length > 0) {
    throw new Trouble(`${command} did not bring ${second.missing.join(", ")}:\n${installed.output}`);
  }
  return second.found;
}

async function look(needs) {
  const found = {};
  const missing = [];
  for (const need of needs) {
    if (need === "chineseFont") {
      if (!(await hasChineseFont())) missing.push("fontconfig", "fonts-noto-cjk");
      continue;
    }
    const path = await find(need);
    if (path) found[need] = path;
    else missing.push(NEEDS[need].package);
  }
  return { found, missing };
}

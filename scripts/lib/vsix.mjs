import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { Trouble } from "./say.mjs";

/** What people on slow office networks are promised (kilobytes of 1,024 bytes). */
const LIMIT_KB = 450;

/**
 * Packs the built extension.
 *
 * @param {string} [extensionRoot] the folder with package.json and dist.
 * @returns {Promise<{path: string, kilobytes: number}>} the .vsix, in the folder of the extension.
 * @throws {Trouble} when it cannot be packed or is larger than promised.
 */
export async function packExtension(extensionRoot = root) {
  const { name, version } = JSON.parse(await readFile(join(extensionRoot, "package.json"), "utf8"));
  const path = join(extensionRoot, `${name}-${version}.vsix`);
  await rm(path, { force: true });
  const vsce = join(root, "node_modules/@vscode/vsce/vsce");
  const args = [
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    // Links between the files of the clone stay what they are: they are no addresses of anything on the web.
    "--no-rewrite-relative-links",
    "--skip-license",
    "--out",
    path,
  ];
  const { status, output } = await run(process.execPath, [vsce, ...args], {
    cwd: extensionRoot,
    quiet: true,
  });
  if (status !== 0) throw new Trouble(`the extension cannot be packed:\n${output}`);
  const kilobytes = (await stat(path)).size / 1024;
  if (kilobytes > LIMIT_KB) {
    throw new Trouble(
      `${path} has ${kilobytes.toFixed(0)} KB; at most ${LIMIT_KB} KB are promised:\n${output}`,
    );
  }
  return { path, kilobytes };
}

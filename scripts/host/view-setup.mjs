import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { results } from "../lib/paths.mjs";
import { packExtension } from "../lib/vsix.mjs";
import { BROWSER_ARGS } from "./browser.mjs";
import { programs } from "./programs.mjs";
import { serve } from "./serve.mjs";

/**
 * Before the person's view: packs the extension as it ships, installs the .vsix in a VS Code server, starts that.
 * GOUJI_VIEW_EXTENSION names another folder to pack, to try the helpers on an extension of their own.
 *
 * @param {import("vitest/node").TestProject} project
 */
export default async function setup(project) {
  const { browser } = await programs(["browser", "chineseFont"]);
  const { path } = await packExtension(process.env.GOUJI_VIEW_EXTENSION);
  const server = await serve({ extension: path });
  const screenshots = join(results, "screenshots");
  await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), "gouji-browser-"));
  project.provide("host", { url: server.url, browser, browserArgs: BROWSER_ARGS, profile, screenshots });
  return async () => {
    await server.stop();
    await rm(profile, { recursive: true, force: true });
  };
}

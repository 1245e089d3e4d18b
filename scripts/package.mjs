import { root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { main, say, Trouble } from "./lib/say.mjs";
import { packExtension } from "./lib/vsix.mjs";

/** Builds and packs the extension: gouji-<version>.vsix at the top of the clone. */
main(async () => {
  say("building");
  const { status } = await run(process.execPath, ["esbuild.mjs"], { cwd: root });
  if (status !== 0) throw new Trouble("the build failed");
  const { path, kilobytes } = await packExtension();
  say(`packed ${path} (${kilobytes.toFixed(0)} KB)`);
});

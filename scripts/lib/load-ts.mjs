import { build } from "esbuild";

/** A TypeScript module of this project, as a generator needs it: bundled, without anything of Node. */
export async function loadTs(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

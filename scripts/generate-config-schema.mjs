import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadTs } from "./lib/load-ts.mjs";
import { root } from "./lib/paths.mjs";

/** Writes schemas/gouji.schema.json from what the reader of gouji.yaml goes by: part of `npm run docs`. */

const folder = join(root, "schemas");
const { schemaText } = await loadTs(join(root, "scripts", "lib", "config-schema.ts"));

await mkdir(folder, { recursive: true });
await writeFile(join(folder, "gouji.schema.json"), schemaText());
console.log("schemas/gouji.schema.json");

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../fixtures/samples/", import.meta.url);

/** The five real reports, in order of their names. */
export function samples(): { name: string; text: string }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));
}

import { readFileSync } from "node:fs";
import type { Language } from "../../../server/src/document/block.ts";

/** A report made after real ones, in test/fixtures/reports. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/reports/${name}`, import.meta.url), "utf8");
}

/** A name's language, as editors tell it. */
export function languageOf(name: string): Language {
  return name.endsWith(".md") ? "markdown" : name.endsWith(".html") ? "html" : "plaintext";
}

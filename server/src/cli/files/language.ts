import type { Language } from "../../document/block.ts";

/** Endings of the files that a folder is searched for. */
export const reportEndings = ["md", "markdown", "txt", "html", "htm"] as const;

/** How to read a file, by its ending. */
export function languageOf(path: string): Language {
  if (/\.(?:md|markdown)$/i.test(path)) return "markdown";
  return /\.html?$/i.test(path) ? "html" : "plaintext";
}

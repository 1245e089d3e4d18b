import type { Language } from "../../document/block.ts";

/** Endings of the files that a folder is searched for. */
export const reportEndings = ["md", "markdown", "txt", "html", "htm", "docx"] as const;

/** Whether a file is a Word document, by its ending. */
export function isDocx(path: string): boolean {
  return /\.docx$/i.test(path);
}

/** How to read a file, by its ending. A Word document is read as the HTML made of it. */
export function languageOf(path: string): Language {
  if (/\.(?:md|markdown)$/i.test(path)) return "markdown";
  return /\.(?:html?|docx)$/i.test(path) ? "html" : "plaintext";
}

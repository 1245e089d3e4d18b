import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Paint } from "./color.ts";

/** What changes from one text to another, as `diff -u` writes it; "" where nothing does. */
export function unifiedDiff(path: string, before: string, after: string, paint: Paint): string {
  if (before === after) return "";
  const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch
    .split("\n")
    .map((line) =>
      line.startsWith("+") ? paint("green", line) : line.startsWith("-") ? paint("red", line) : line,
    )
    .join("\n");
}

import { escapeHtml } from "./escape.ts";
import { type Mark, sourceAttributes } from "./marks.ts";

/**
 * A line of prose with what is wrong in it marked. `shown` is what is left of `source`, the line as it stands in the
 * text from `offset` on, without the marks of markdown: the words that are wrong are the same ones in both.
 */
export function proseHtml(shown: string, source: string, offset: number, marks: readonly Mark[]): string {
  let html = "";
  let at = 0;
  for (const mark of marks) {
    const [from, to] = [mark.start - offset, mark.end - offset];
    if (from < 0 || to > source.length || from >= to) continue;
    const words = source.slice(from, to);
    const start = occurrence(shown, words, source.slice(0, from).split(words).length);
    if (start < at) continue;
    const attributes = sourceAttributes(mark.start, marks);
    html += `${escapeHtml(shown.slice(at, start))}<span${attributes}>${escapeHtml(words)}</span>`;
    at = start + words.length;
  }
  return html + escapeHtml(shown.slice(at));
}

/** Where words stand for the nth time, counted from 1; -1 where they do not. */
function occurrence(text: string, words: string, nth: number): number {
  let at = -words.length;
  for (let count = 0; count < nth; count++) {
    at = text.indexOf(words, at + words.length);
    if (at < 0) return -1;
  }
  return at;
}

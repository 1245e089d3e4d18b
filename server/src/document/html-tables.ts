const TAG = /<(\/?)table(?=[\s>/])/gi;
/** What a reader does not see, and where that ends. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)(?=[\s>])[\s\S]*?(?:<\/\1\s*>|$)/gi;

/**
 * The innermost <table>…</table> stretches of a text, in order. A table around tables is layout and is no
 * table to us; one that is never closed ends where the text does. In a web page those in scripts and
 * comments are none.
 */
export function findHtmlTables(text: string, isPage = false): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: number | undefined;
  const source = isPage ? text.replace(UNSEEN, (unseen) => " ".repeat(unseen.length)) : text;
  for (const match of source.matchAll(TAG)) {
    if (match[1] === "") open = match.index;
    else if (open !== undefined) {
      const close = source.indexOf(">", match.index);
      found.push({ start: open, end: close < 0 ? text.length : close + 1 });
      open = undefined;
    }
  }
  if (open !== undefined) found.push({ start: open, end: text.length });
  return found;
}

const TAG = /<(\/?)table(?=[\s>/])/gi;

/**
 * The innermost <table>…</table> stretches of a text, in order. A table around tables is layout and is no
 * table to us; one that is never closed ends where the text does.
 */
export function findHtmlTables(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: number | undefined;
  for (const match of text.matchAll(TAG)) {
    if (match[1] === "") open = match.index;
    else if (open !== undefined) {
      const close = text.indexOf(">", match.index);
      found.push({ start: open, end: close < 0 ? text.length : close + 1 });
      open = undefined;
    }
  }
  if (open !== undefined) found.push({ start: open, end: text.length });
  return found;
}

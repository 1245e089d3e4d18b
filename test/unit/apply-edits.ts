/** A text after edits by offset, which must be in order and must not overlap. */
export function applyEdits(
  text: string,
  edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[],
): string {
  let result = "";
  let from = 0;
  for (const { start, end, newText } of edits) {
    if (start < from || end < start) throw new RangeError(`edits out of order at ${start}`);
    result += text.slice(from, start) + newText;
    from = end;
  }
  return result + text.slice(from);
}

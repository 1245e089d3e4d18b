/** The line break a text uses: that of its first line, LF where it has one line only. */
export function lineBreakOf(text: string): "\n" | "\r\n" | "\r" {
  const match = /\r\n|\n|\r/.exec(text);
  return match === null ? "\n" : (match[0] as "\n" | "\r\n" | "\r");
}

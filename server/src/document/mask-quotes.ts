/** The marks at the beginning of a quoted line, of mail as of markdown: "> ", ">> ", "> > ". */
const MARKS = /^ {0,3}>[> ]*/gm;

/**
 * The text with the marks of quoted lines blanked out, so that a report is read alike where all of it is quoted.
 * Same length as the source, so that every place in it is a place in the source.
 */
export function maskQuotes(text: string): string {
  return text.replace(MARKS, (marks) => " ".repeat(marks.length));
}

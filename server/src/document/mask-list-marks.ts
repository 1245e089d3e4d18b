/** A list mark before a heading's #: "- ## ", "1. ## ". With more blanks in its place # would head nothing. */
const MARKS = /^ {0,1}(?:[-*+]|\d[.)]) (?=#{1,6} )/gm;

/**
 * The text with the list marks of headings blanked out, since lists are not read as such. Same length as the source, so
 * that every place in it is a place in the source.
 */
export function maskListMarks(text: string): string {
  return text.replace(MARKS, (marks) => " ".repeat(marks.length));
}

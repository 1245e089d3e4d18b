/** A line between bars, and the border of such a table, as terminals and text recognition draw them. */
const ROW = /^[ \t]*[│┃｜].*[│┃｜][ \t]*$/gm;
const BORDER = /^[ \t]*[┌├└┏┣┗╔╠╚][─━═┄┈┬┼┴┳╋┻╦╬╩-]*[┐┤┘┓┫┛╗╣╝][ \t]*$/gm;
const BAR = /[│┃｜]/g;
const BORDER_LINE = /[─━═┄┈]/g;
const BORDER_CROSS = /[^ \t-]/g;

/** The text with the bars of drawn rows as |, everything in its place. */
export function maskBars(text: string): string {
  if (text.search(BAR) < 0) return text;
  return text
    .replace(ROW, (line) => line.replace(BAR, "|"))
    .replace(BORDER, (line) => line.replace(BORDER_LINE, "-").replace(BORDER_CROSS, "|"));
}

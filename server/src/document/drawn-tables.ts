const BORDER = /^\s*\+[-=+:\s]{2,}\+\s*$/;

/** +-----+=====+: a line that is nothing but the border of a drawn table, as pandoc writes for merged cells. */
export function isBorder(line: string): boolean {
  return BORDER.test(line);
}

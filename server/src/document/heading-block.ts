/**
 * Whether what markdown takes for a heading is meant as one in a pasted text: not a paragraph of several lines over
 * "---", nor the last row of a table.
 */
export function isMeantAsHeading(heading: string): boolean {
  return isOneLine(heading) && !isOverDash(heading) && !isLastRow(heading);
}

/** Whether a heading has, below its first line, nothing but what underlines it. */
function isOneLine(heading: string): boolean {
  const [, ...below] = heading.trim().split(/\r\n|\r|\n/);
  return below.every((line) => /^[\s=-]*$/.test(line));
}

/** A line over a single "-" or "=": in a table with a cell a line the dash stands for nothing. */
function isOverDash(heading: string): boolean {
  return /^[-=]$/.test(
    heading.slice(Math.max(heading.lastIndexOf("\n"), heading.lastIndexOf("\r")) + 1).trim(),
  );
}

/** A row of columns over the line that ends its table, as pandoc writes tables without bars: 行政许可     0 over -----. */
function isLastRow(heading: string): boolean {
  const [row = "", under = "", ...more] = heading.trimEnd().split(/\r\n|\r|\n/);
  return more.length === 0 && /^\s*-{4,}$/.test(under) && endsInFigure(row);
}

/** Whether no word stands behind the last gap of a line, but perhaps a unit. */
function endsInFigure(row: string): boolean {
  const [, ...behind] = row.trim().split(/[ \u00a0]{2,}/);
  const last = behind.at(-1) ?? "";
  return last === "无" || (/^[^\p{sc=Han}]/u.test(last) && !/\p{sc=Han}{3}/u.test(last));
}

/** Names longer than this are not compared. */
const LONGEST = 60;
/** So many names are enough to look through. */
const MOST = 2000;

/**
 * The name that a misspelt one is probably meant for: the fewest characters put in, left out or changed, and not
 * more than a third of it (but two, or one of a short name). undefined where none is that near.
 */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  if (written.length === 0 || written.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(written.length < 4 ? 1 : 2, Math.floor(written.length / 3)) + 1;
  let seen = 0;
  for (const name of names) {
    if (++seen > MOST) break;
    if (name.length > LONGEST || Math.abs(name.length - written.length) >= least) continue;
    const distance = distanceOf(written, name);
    if (distance < least && distance < name.length) [best, least] = [name, distance];
  }
  return best;
}

/** Levenshtein distance, row by row. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

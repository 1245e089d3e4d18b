const MOST = 4096;
const LONGEST = 48;
/** Stands for a result that is undefined, so that one look tells it from a text that was never asked. */
const NOTHING = Symbol("nothing");

/**
 * Remembers what a pure function gave for the short texts it was asked last: labels and figures come again in
 * every table and every report. At most two times `MOST` texts are kept.
 */
export function memoize<T>(compute: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T | typeof NOTHING>();
  let older = new Map<string, T | typeof NOTHING>();
  const computed = (text: string): T | typeof NOTHING => {
    const result = compute(text);
    return result === undefined ? NOTHING : result;
  };
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let known = recent.get(text);
    if (known === undefined) {
      known = older.get(text) ?? computed(text);
      if (recent.size >= MOST) {
        older = recent;
        recent = new Map();
      }
      // A copy: a part of a text would keep all of it in memory.
      recent.set(JSON.parse(JSON.stringify(text)), known);
    }
    return known === NOTHING ? (undefined as T) : known;
  };
}

const MOST = 4096;
const LONGEST = 48;

/**
 * Remembers what a pure function gave for the short texts it was asked last: labels and figures come again in
 * every table and every report. At most two times `MOST` texts are kept.
 */
export function memoize<T>(compute: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const known = recent.get(text);
    if (known !== undefined || recent.has(text)) return known as T;
    const result = older.has(text) ? (older.get(text) as T) : compute(text);
    if (recent.size >= MOST) {
      older = recent;
      recent = new Map();
    }
    // A copy: a part of a text would keep all of it in memory.
    recent.set(JSON.parse(JSON.stringify(text)), result);
    return result;
  };
}
